import { stringify } from 'csv-stringify/sync';
import type { Context } from '../../context.ts';
import { asCell, marks } from '../../export/csv.ts';
import { type Language, weekdayNames } from '../../language/format.ts';
import { texts } from '../../language/texts.ts';
import { amountText } from '../../turnover/money.ts';
import { listTargets, type TargetList } from '../list-targets.ts';

/** The targets as they are, in the form in which a file is read: a line a department and weekday, empty where there is none (pure). */
export function templateOf({ departments }: Pick<TargetList, 'departments'>, language: Language): string {
  const { delimiter, decimal } = marks[language];
  const { columns } = texts(language).target;
  const weekdays = weekdayNames(language, 'long');
  const rows = departments.flatMap(({ name, week, currency }) =>
    weekdays.map((weekday, index) => {
      const amount = week[index];
      const text = amount && currency ? amountText(amount, currency).replace('.', decimal) : '';
      return [name, weekday, text];
    }),
  );
  const heading = [columns.department, columns.when, columns.amount];
  return stringify([heading, ...rows], { bom: true, delimiter, cast: { string: asCell } });
}

/** Sends a person the targets as a file to fill in. Throws a DeliveryError. */
export async function sendTemplate(
  context: Context,
  { userId, language }: { userId: string; language: Language },
): Promise<void> {
  const { target } = texts(language);
  const csv = templateOf(await listTargets(context), language);
  await context.delivery.sendFile(context.workspace._id, {
    userId,
    name: `${target.fileName}.csv`,
    title: target.title,
    bytes: new TextEncoder().encode(csv),
    comment: target.fileComment,
  });
}
