import { z } from 'zod';
import type { Series } from '../../models/link.ts';
import { actions, fields } from '../ids.ts';

const text = z.object({ [actions.input]: z.object({ value: z.string().nullish() }) });
const chosen = z.object({ value: z.enum(['r', 'x']) });
const values = z.object({
  [fields.series]: z.object({ [actions.pickSeries]: z.object({ selected_option: chosen }) }),
  [fields.prefix]: text.optional(),
  [fields.key]: text,
});

/** What a person put into the link form. */
export interface FilledLinkForm {
  series: Series;
  /** Undefined: the form has no box for it. */
  prefix: string | undefined;
  key: string;
}

/** Reads the state of the form. Throws a ZodError for one that Daybook did not make. */
export function readLinkForm(state: unknown): FilledLinkForm {
  const read = values.parse(state);
  const prefix = read[fields.prefix];
  return {
    series: read[fields.series][actions.pickSeries].selected_option.value,
    prefix: prefix && (prefix[actions.input].value ?? '').trim(),
    key: (read[fields.key][actions.input].value ?? '').trim(),
  };
}
