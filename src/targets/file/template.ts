import { stringify } from 'csv-stringify/sync';
import type { Vat } from '../../../models/workspace.ts';
import type { Context } from '../../context.ts';
import { asCell, marks } from '../../export/csv.ts';
import { type Language, weekdayNames } from '../../language/format.ts';
import { texts } from '../../language/texts.ts';
import { amountText } from '../../turnover/money.ts';
import { listTargets, type TargetList } from '../list-targets.ts';

/**
 * The targets as they are, in the form in which a file is read: a line a department and weekday, empty where there is none, or
 * one that was set for turnover told the other way round: read back, it would count for what it is not (pure).
 */
export function templateOf(
  { departments }: Pick<TargetList, 'departments'>,
  { language, vat }: { language: Language; vat: Vat },
): string {
  const { delimiter, decimal } = marks[language];
  const { columns } = texts(language).target;
  const weekdays = weekdayNames(language, 'long');
  const rows = departments.flatMap(({ name, week, currency, vat: own }) =>
    weekdays.map((weekday, index) => {
      const amount = week[index];
      const text =
        amount && currency && own === vat ? amountText(amount, currency).replace('.', decimal) : '';
      return [asCell(name), weekday, text];
    }),
  );
  const heading = [columns.department, columns.when, columns.amount];
  return stringify([heading, ...rows], { bom: true, delimiter });
}

/** Sends a person the targets as a file to fill in. Throws a DeliveryError. */
export async function sendTemplate(
  context: Context,
  { userId, language }: { userId: string; language: Language },
): Promise<void> {
  const { target } = texts(language);
  const csv = templateOf(await listTargets(context), { language, vat: context.workspace.vat });
  await context.delivery.sendFile(context.workspace._id, {
    userId,
    name: `${target.fileName}.csv`,
    title: target.title,
    bytes: new TextEncoder().encode(csv),
    comment: target.fileComment,
  });
}
