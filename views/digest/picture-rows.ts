import type { TurnoverBar } from '../../src/charts/turnover-bars.ts';
import type { DigestData } from '../../src/digest/digest.ts';
import { count, dayText, type Language, money } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { DepartmentLine } from '../../src/turnover/day-log.ts';
import type { Sum } from '../../src/turnover/sums.ts';
import { changeText } from '../amounts.ts';

/** A bar of a digest's picture, and the same in words. */
export interface PictureRow {
  bar: TurnoverBar;
  alt: string;
}

/** A row a department, in their order; one a currency where a department has several. */
export function pictureRows(data: DigestData, language: Language): PictureRow[] {
  return data.log.departments.flatMap((line, index) => {
    const named = { name: line.name, standIn: texts(language).chart.department(count(index + 1, language)) };
    return line.sums.length > 0
      ? line.sums.map((sum) => rowOf(named, sum, { line, data, language }))
      : [missingRow(named, data, language)];
  });
}

type Named = Pick<TurnoverBar, 'name' | 'standIn'>;

function missingRow(named: Named, { log }: DigestData, language: Language): PictureRow {
  const { chart, dayLog } = texts(language);
  return {
    bar: {
      ...named,
      currency: log.sums[0]?.currency ?? '',
      turnover: null,
      before: null,
      amountText: dayLog.notInAmount,
      changeText: '',
    },
    alt: chart.barAlt(named.name, dayLog.notInAmount),
  };
}

function rowOf(
  named: Named,
  { currency, turnover }: Sum,
  { line, data, language }: { line: DepartmentLine; data: DigestData; language: Language },
): PictureRow {
  const { log, look, weekBefore } = data;
  const now = weekBefore.departmentsNow.get(line.departmentId) ?? [];
  const before = weekBefore.departments.get(line.departmentId) ?? [];
  const change = changeText(now, before, language);
  // The mark belongs to the whole bar: it is left out where only some of the stores can be held against themselves.
  const isWhole = now.find((sum) => sum.currency === currency)?.turnover === turnover;
  const earlier = isWhole ? before.find((sum) => sum.currency === currency)?.turnover : undefined;
  const { chart, digestMore } = texts(language);
  const day = dayText(weekBefore.day, language, log.day);
  const amount = line.stores.every(({ closed }) => closed)
    ? digestMore.closedAmount
    : money(turnover, currency, language);
  const amounts = look.amounts === 'money' ? [amount] : [];
  const said = [
    ...amounts,
    ...(change === undefined ? [] : [chart.changed(change, day)]),
    ...(earlier === undefined || look.amounts === 'percent'
      ? []
      : [chart.was(money(earlier, currency, language), day)]),
  ];
  return {
    bar: {
      ...named,
      currency,
      turnover,
      before: earlier ?? null,
      amountText: amounts.join(''),
      changeText: change ?? '',
    },
    alt: chart.barAlt(named.name, said.length > 0 ? said.join(', ') : chart.nothingToCompare),
  };
}
