import type { Overflow } from '@slack/types';
import { z } from 'zod';
import type { Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { Day } from '../../src/turnover/trading-day.ts';
import { option } from '../blocks.ts';
import { actions } from '../ids.ts';

const deeds = ['reimport', 'check', 'enter', 'reconcile'] as const;

/** What a manager can do with a day. */
export type Deed = (typeof deeds)[number];

const chosen = z
  .string()
  .transform((value) => value.split(':'))
  .pipe(z.tuple([z.enum(deeds), z.string()]));

/** The menu beside a day, for managers. */
export function dayMenu(day: Day, language: Language): Overflow {
  const { more } = texts(language).dayActions;
  return {
    type: 'overflow',
    action_id: actions.dayMore,
    options: deeds.map((deed) => option(more[deed], menuValue(deed, day))),
  };
}

/** The value that stands for a deed with a day. */
export function menuValue(deed: Deed, day: string): string {
  return `${deed}:${day}`;
}

/** What was chosen in the menu; undefined for what was never in it. The day is text that is yet to be looked at. */
export function readMenuValue(value: string): { deed: Deed; day: string } | undefined {
  const { data } = chosen.safeParse(value);
  return data && { deed: data[0], day: data[1] };
}
