import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { moveDepartment } from '../../src/departments/move-department.ts';
import { nameProblem, tidyName } from '../../src/departments/name.ts';
import { renameDepartment } from '../../src/departments/rename-department.ts';
import { texts } from '../../src/language/texts.ts';
import type { Request } from '../answering.ts';
import { asText } from '../blocks.ts';
import { actions } from '../ids.ts';
import type { Submit } from '../timely-ack.ts';
import { firstPlace, type ShownDepartment } from './form.ts';
import { nameTaken } from './name-taken.ts';
import { formView, listAfter } from './show.ts';

const element = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
});
const state = z.record(z.string(), z.record(z.string(), element));

/** What a person filled in, and in which block the name stands. */
interface Filled {
  nameBlock: string;
  name: string;
  place: string;
}

/** Reads the form; what is not in it stays as it was shown. */
export function readForm(values: unknown, shown: ShownDepartment): Filled {
  const blocks = Object.entries(state.parse(values));
  const [nameBlock = '', name] = blocks.find(([, { [actions.input]: input }]) => input) ?? [];
  const place = blocks.map(([, block]) => block[actions.placeDepartment]?.selected_option?.value);
  return {
    nameBlock,
    name: tidyName(name?.[actions.input]?.value ?? shown.name),
    place: place.find((value) => value !== undefined) ?? shown.place,
  };
}

type Answer = Exclude<Parameters<Submit['ack']>[0], void>;

/** Renames and moves a department as its form says. What somebody else did to it meanwhile is shown instead. */
export async function saveForm(
  request: Request,
  shown: ShownDepartment,
  { nameBlock, name, place }: Filled,
): Promise<Answer> {
  const { context, userId, language } = request;
  const { departments, department: say } = texts(language);
  const problem = nameProblem(name);
  if (problem) {
    const text = problem === 'missing' ? departments.empty : departments.tooLong;
    return { response_action: 'errors', errors: { [nameBlock]: text } };
  }
  const departmentId = shown.id;
  const renamed = await renameDepartment(context, { departmentId, was: shown.name, name, userId });
  if (renamed === 'exists') {
    return { response_action: 'errors', errors: { [nameBlock]: await nameTaken(request, name) } };
  }
  if (renamed === 'changed') {
    const now = await context.models.departments
      .findOne({ workspaceId: context.workspace._id, _id: departmentId })
      .lean();
    return update(await formView(request, { id: departmentId, note: say.changed(asText(now?.name ?? '')) }));
  }
  const moved = place === shown.place ? 'done' : await move(request, { departmentId, place });
  if (renamed === 'gone' || moved === 'gone') return update(await listAfter(request, { note: say.gone }));
  const isRenamed = name !== shown.name;
  const note = isRenamed ? say.renamed(asText(shown.name), asText(name)) : say.saved(asText(name));
  return update(await listAfter(request, { id: departmentId, note }));
}

function move(
  { context, userId }: Request,
  { departmentId, place }: { departmentId: string; place: string },
): Promise<'done' | 'gone'> {
  return moveDepartment(context, { departmentId, after: place === firstPlace ? null : place, userId });
}

function update(view: ModalView): Answer {
  return { response_action: 'update', view };
}
