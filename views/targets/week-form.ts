import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { Vat } from '../../models/workspace.ts';
import { type Language, weekdayNames } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { DepartmentWeek } from '../../src/targets/list-targets.ts';
import type { Week } from '../../src/targets/target.ts';
import { amountText } from '../../src/turnover/money.ts';
import { readAmount } from '../../src/turnover/read-amount.ts';
import type { Day } from '../../src/turnover/trading-day.ts';
import { asText, plain, section } from '../blocks.ts';
import { actions, callbacks, fields } from '../ids.ts';
import { modal } from '../modal.ts';
import { currencyInput, fromInput } from './blocks.ts';

const weekdayBlock = (weekday: number) => `weekday:${weekday}`;
const weekdays = [1, 2, 3, 4, 5, 6, 7];

export interface WeekFormData {
  department: DepartmentWeek;
  currencies: readonly string[];
  vat: Vat;
  today: Day;
  /** What another manager did while the form was open. */
  changed?: string | undefined;
}

/** What the form carries along: whose targets they are, and since when they are as it shows them. */
const carried = z.tuple([z.string(), z.coerce.number().int()]);

const setAt = ({ lastSet }: DepartmentWeek) => lastSet?.at.getTime() ?? 0;

/** The department of a form that was sent. Throws a ZodError for what no form carries. */
export function departmentOfForm(metadata: string): string {
  return carried.parse(metadata.split(' '))[0];
}

/** Whether somebody set targets of the department since the form was filled. */
export function isOvertaken(metadata: string, department: DepartmentWeek): boolean {
  return carried.parse(metadata.split(' '))[1] !== setAt(department);
}

/** Seven amounts for one department, as they are now. */
export function weekModal(
  { department, currencies, vat, today, changed }: WeekFormData,
  language: Language,
): ModalView {
  const { target, common, vat: vats } = texts(language);
  const currency = department.currency ?? currencies[0] ?? '';
  // Amounts told the other way round are no starting point.
  const isUsable = department.vat === vat;
  const names = weekdayNames(language, 'long');
  return modal(
    {
      callback: callbacks.targetWeek,
      title: target.weekTitle,
      submit: common.save,
      metadata: `${department.departmentId} ${setAt(department)}`,
      blocks: [
        ...(changed === undefined ? [] : [section(changed)]),
        section(target.weekIntro(asText(department.name), vats[vat])),
        ...currencyInput(currencies, currency, language),
        ...weekdays.map((weekday): KnownBlock => {
          const amount = isUsable ? (department.week[weekday - 1] ?? null) : null;
          return {
            type: 'input',
            block_id: weekdayBlock(weekday),
            optional: true,
            label: plain(names[weekday - 1] ?? ''),
            ...(weekday === 1 ? { hint: plain(target.amountHint(currency)) } : {}),
            element: {
              type: 'plain_text_input',
              action_id: actions.input,
              max_length: 40,
              ...(amount === null ? {} : { initial_value: plainAmount(amount, currency, language) }),
            },
          };
        }),
        fromInput(target.from, today, target.fromHint),
      ],
    },
    language,
  );
}

/** As it is typed, without an end of zeros. */
function plainAmount(amount: number, currency: string, language: Language): string {
  const text = amountText(amount, currency).replace(/\.0+$/, '');
  return language === 'nl' ? text.replace('.', ',') : text;
}

const typed = z.object({ [actions.input]: z.object({ value: z.string().nullish() }) });
const form = z
  .object({
    [fields.from]: z.object({ [actions.input]: z.object({ selected_date: z.iso.date() }) }),
    [fields.currency]: z
      .object({ [actions.input]: z.object({ selected_option: z.object({ value: z.string() }) }) })
      .optional(),
  })
  .catchall(z.unknown());

/** What was typed; every field that will not do is told. Throws a ZodError for what the form cannot hold. */
export function readWeekForm(
  values: unknown,
  { currencies, language }: { currencies: readonly string[]; language: Language },
): { from: Day; currency: string; week: Week } | { errors: Record<string, string> } {
  const read = form.parse(values);
  const chosen = read[fields.currency]?.[actions.input].selected_option.value;
  const currency = z.enum(currencies).parse(chosen ?? currencies[0]);
  const amounts = weekdays.map((weekday) => {
    const block = weekdayBlock(weekday);
    return { block, ...readField(typed.parse(read[block])[actions.input].value ?? '', currency, language) };
  });
  const errors = amounts.flatMap(({ block, error }) =>
    error === undefined ? [] : [[block, error] as const],
  );
  if (errors.length > 0) return { errors: Object.fromEntries(errors) };
  return {
    from: read[fields.from][actions.input].selected_date,
    currency,
    week: amounts.map(({ amount }) => amount),
  };
}

function readField(
  text: string,
  currency: string,
  language: Language,
): { amount: number | null; error?: string } {
  const { target } = texts(language);
  if (text.trim() === '') return { amount: null };
  const read = readAmount(text, currency);
  if (read.kind === 'ambiguous') return { amount: null, error: target.ambiguous(...read.readings) };
  if (read.kind === 'unreadable' || read.minor <= 0) {
    return { amount: null, error: target.unreadable(currency) };
  }
  return { amount: read.minor };
}
