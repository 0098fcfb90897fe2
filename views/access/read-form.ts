import type { ViewOutput } from '@slack/bolt';
import { z } from 'zod';
import type { SeenBy } from '../../models/access.ts';
import { type EditedList, mostChannels, mostPeople } from '../../src/access/change-access.ts';
import { actions, fields } from '../ids.ts';

type Values = ViewOutput['state']['values'];

const id = z.string().min(1).max(32);
const list = z.object({
  [fields.channels]: z.object({
    [actions.input]: z.object({ selected_conversations: z.array(id).max(mostChannels) }),
  }),
  [fields.people]: z.object({ [actions.input]: z.object({ selected_users: z.array(id).max(mostPeople) }) }),
});
const chosen = <Value extends string>(values: readonly [Value, ...Value[]]) =>
  z.object({ [actions.input]: z.object({ selected_option: z.object({ value: z.enum(values) }) }) });
const accessForm = z.object({ [fields.seenBy]: chosen(['everyone', 'channels', 'managers']) });
const departmentForm = z.object({ [fields.like]: chosen(['chosen', 'rest']) });

/** Who may see turnover, as filled in. Throws a ZodError for what the form cannot hold. */
export function readAccess(values: Values, metadata: string): EditedList & { seenBy: SeenBy } {
  const { [fields.seenBy]: seenBy } = accessForm.parse(values);
  return { seenBy: seenBy[actions.input].selected_option.value, ...readList(values, metadata) };
}

/** Who may see one department; a null list: who sees the rest. Throws a ZodError for what the form cannot hold. */
export function readDepartmentAccess(
  values: Values,
  metadata: string,
): { departmentId: string; list: EditedList | null } {
  const { [fields.like]: like } = departmentForm.parse(values);
  const [departmentId = '', ...shown] = metadata.split(' ');
  const isKept = like[actions.input].selected_option.value === 'chosen';
  return { departmentId, list: isKept ? readList(values, shown.join(' ')) : null };
}

function readList(values: Values, metadata: string): EditedList {
  const read = list.parse(values);
  return {
    channels: [...new Set(read[fields.channels][actions.input].selected_conversations)],
    people: [...new Set(read[fields.people][actions.input].selected_users)],
    shown: metadata.split(' ').filter((person) => person !== ''),
  };
}
