import type { ViewOutput } from '@slack/bolt';
import { z } from 'zod';
import type { ChannelSettings } from '../../src/digest/save-channel.ts';
import { isZone } from '../../src/turnover/trading-day.ts';
import { actions, fields } from '../ids.ts';

const option = z.object({ value: z.string() });
const chosen = z.object({ [actions.input]: z.object({ selected_option: option }) });
const several = z.object({ [actions.input]: z.object({ selected_options: z.array(option) }) });

const weekday = z.coerce.number().int().min(1).max(7);
const form = z.object({
  [fields.channel]: z.object({ [actions.input]: z.object({ selected_conversation: z.string().min(1) }) }),
  [fields.hour]: chosen,
  [fields.zone]: z.object({ [actions.pickChannelZone]: z.object({ selected_option: option }) }),
  [fields.weekdays]: several,
  [fields.departments]: several.optional(),
  [fields.amounts]: chosen,
  [fields.picture]: chosen,
});
const hourOfDay = z.coerce.number().int().min(0).max(23);
const amounts = z.enum(['money', 'percent']);
const picture = z.enum(['yes', 'no']);

/** What was filled in. Throws a ZodError for what the form cannot hold. */
export function readChannel(values: ViewOutput['state']['values']): ChannelSettings & { channelId: string } {
  const read = form.parse(values);
  const departments = (read[fields.departments]?.[actions.input].selected_options ?? []).map(
    ({ value }) => value,
  );
  const zone = read[fields.zone][actions.pickChannelZone].selected_option.value;
  return {
    channelId: read[fields.channel][actions.input].selected_conversation,
    hour: hourOfDay.parse(read[fields.hour][actions.input].selected_option.value),
    zone: z.string().refine(isZone).parse(zone),
    weekdays: z
      .array(weekday)
      .parse(read[fields.weekdays][actions.input].selected_options.map(({ value }) => value))
      .sort((a, b) => a - b),
    departments: departments.length > 0 ? departments : null,
    amounts: amounts.parse(read[fields.amounts][actions.input].selected_option.value),
    picture: picture.parse(read[fields.picture][actions.input].selected_option.value) === 'yes',
  };
}
