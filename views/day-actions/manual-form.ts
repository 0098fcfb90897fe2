import { z } from 'zod';
import type { Context } from '../../src/context.ts';
import { type Language, money } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { type EnterableStore, enterableStores, isOverIn } from '../../src/turnover/figures-by-hand.ts';
import { readAmount } from '../../src/turnover/read-amount.ts';
import type { Day } from '../../src/turnover/trading-day.ts';
import { cut } from '../blocks.ts';
import { actions, fields } from '../ids.ts';
import { longestReason, storeValue } from './manual-blocks.ts';

const typed = z.object({ [actions.input]: z.object({ value: z.string().nullish() }) });
const form = z.object({
  [fields.store]: z.object({
    [actions.input]: z.object({ selected_option: z.object({ value: z.string() }) }),
  }),
  [fields.gross]: typed,
  [fields.tax]: typed,
  [fields.reason]: typed,
});

export interface ManualEntry {
  linkId: string;
  storeId: string;
  name: string;
  currency: string;
  gross: number;
  tax: number;
  reason: string;
}

/** What is wrong, by field, in words. */
export type FieldErrors = Record<string, string>;

/** Reads the form for a figure by hand; every field that will not do is told. Throws a ZodError for what is no such form. */
export async function readManualForm(
  context: Context,
  { values, day, language }: { values: unknown; day: Day; language: Language },
): Promise<{ entry: ManualEntry } | { errors: FieldErrors }> {
  const { manual } = texts(language);
  const read = form.parse(values);
  const value = read[fields.store][actions.input].selected_option.value;
  const chosen = (await enterableStores(context)).find(({ store }) => storeValue(store) === value);
  if (!chosen) return { errors: { [fields.store]: manual.storeGone } };
  if (!isOverIn(context, chosen.store, day)) return { errors: { [fields.store]: manual.notOver } };

  const text = (field: 'gross' | 'tax' | 'reason') => read[fields[field]][actions.input].value ?? '';
  const amounts = readAmounts({ gross: text('gross'), tax: text('tax') }, chosen, language);
  const reason = cut(text('reason').trim(), longestReason);
  const errors = {
    ...('errors' in amounts ? amounts.errors : {}),
    ...(reason === '' ? { [fields.reason]: manual.reasonMissing } : {}),
  };
  if ('errors' in amounts || Object.keys(errors).length > 0) return { errors };
  const { link, store } = chosen;
  const { linkId, storeId, name } = store;
  return { entry: { linkId, storeId, name, currency: link.currency, reason, ...amounts } };
}

function readAmounts(
  typedAmounts: { gross: string; tax: string },
  { link: { currency } }: EnterableStore,
  language: Language,
): { gross: number; tax: number } | { errors: FieldErrors } {
  const { manual } = texts(language);
  const gross = readAmount(typedAmounts.gross, currency);
  const tax = readAmount(typedAmounts.tax, currency);
  if (gross.kind !== 'amount' || tax.kind !== 'amount') {
    return {
      errors: {
        ...wordsFor(fields.gross, gross, { currency, language }),
        ...wordsFor(fields.tax, tax, { currency, language }),
      },
    };
  }
  if (tax.minor !== 0 && Math.sign(tax.minor) !== Math.sign(gross.minor)) {
    return { errors: { [fields.tax]: manual.taxSign } };
  }
  if (Math.abs(tax.minor) > Math.abs(gross.minor)) return { errors: { [fields.tax]: manual.taxTooHigh } };
  return { gross: gross.minor, tax: tax.minor };
}

function wordsFor(
  field: string,
  read: ReturnType<typeof readAmount>,
  { currency, language }: { currency: string; language: Language },
): FieldErrors {
  const { manual } = texts(language);
  if (read.kind === 'amount') return {};
  if (read.kind === 'ambiguous') return { [field]: manual.ambiguous(...read.readings) };
  return { [field]: manual.unreadable(currency) };
}

/** What was saved, in words. */
export function savedText(
  { name, gross, tax, currency }: ManualEntry,
  { day, language }: { day: string; language: Language },
): string {
  const amount = (minor: number) => money(minor, currency, language);
  return texts(language).manual.saved(name, amount(gross), amount(tax), day);
}
