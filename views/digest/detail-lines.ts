import type { Comparison } from '../../src/digest/comparison.ts';
import type { CorrectionData } from '../../src/digest/corrections.ts';
import type { DigestData } from '../../src/digest/digest.ts';
import { changeOf } from '../../src/digest/movers.ts';
import type { ToDate } from '../../src/digest/to-date.ts';
import {
  count,
  dayText,
  list,
  money,
  moneyChange,
  percentChange,
  weekdayText,
} from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { StoreLine } from '../../src/turnover/day-log.ts';
import type { Span } from '../../src/turnover/span.ts';
import { amountsText, changeText } from '../amounts.ts';
import { asText } from '../blocks.ts';
import { storeName } from '../store-name.ts';
import { earlierText, isAllClosed, type Telling } from './compared.ts';
import { correctionLines } from './correction.ts';

/** What the day is held against; nothing where no store was open, for there is nothing to hold. */
export function comparedLines({ log, details }: DigestData, telling: Telling): string[] {
  const { language, day } = telling;
  const say = texts(language).details;
  const { average, lastYear, holiday, holidayThen, week, month } = details;
  const usual = average && earlierText(average, telling);
  const then = lastYear && dayText(lastYear.day, language);
  const thatDay = then && (holidayThen ? say.yearAgoHoliday(then, holidayThen) : say.yearAgo(then));
  const sameHoliday = holiday?.lastYear && say.holiday(holiday.name, dayText(holiday.lastYear.day, language));
  const ofTheDay = isAllClosed(log)
    ? []
    : [
        average && usual
          ? say.line(say.average(average.weeks, weekdayText(day, language)), usual)
          : undefined,
        thatDay && againstText(thatDay, lastYear, telling),
        sameHoliday && holiday.lastYear ? againstText(sameHoliday, holiday.lastYear, telling) : undefined,
      ];
  return [
    ...ofTheDay,
    week ? toDateText(say.week, week, telling) : undefined,
    month ? toDateText(say.month, month, telling) : undefined,
  ].filter((line) => line !== undefined && line !== null);
}

function againstText(what: string, comparison: Comparison, telling: Telling): string | undefined {
  const { details, digestMore } = texts(telling.language);
  const earlier = earlierText({ now: comparison.now, before: comparison.total }, telling);
  if (earlier === undefined) return undefined;
  const line = details.line(what, earlier);
  return comparison.leftOut.length === 0 ? line : digestMore.alike(line, comparison.stores);
}

function toDateText(
  what: (days: string) => string,
  { from, to, total, daysIn, days, before }: ToDate,
  telling: Telling,
): string | undefined {
  const { language, amounts } = telling;
  const say = texts(language).details;
  const change = before ? changeText(before.now, before.before, language) : undefined;
  const parts = [
    ...(amounts === 'money' && total.length > 0 ? [amountsText(total, language)] : []),
    ...(before && change !== undefined ? [say.against(change, daysText(before, telling))] : []),
    ...(daysIn < days ? [say.daysIn(daysIn, days)] : []),
  ];
  return total.length > 0 && parts.length > 0
    ? say.line(what(daysText({ from, to }, telling)), parts.join(', '))
    : undefined;
}

function daysText({ from, to }: Span, { language, day }: Telling): string {
  return texts(language).range.days(dayText(from, language, day), dayText(to, language, day));
}

/** How much was given back. */
export function refundLines({ details: { refunds } }: DigestData, telling: Telling): string[] {
  const { language, amounts } = telling;
  const say = texts(language).details;
  return refunds.map(({ sales, turnover, currency }) =>
    amounts === 'percent'
      ? say.refunds(sales)
      : say.line(say.refunds(sales), money(turnover, currency, language)),
  );
}

/** The stores that moved the day most, and all others together: to the cent the whole change. */
export function moverLines({ details: { movers } }: DigestData, telling: Telling): string[] {
  if (!movers) return [];
  const { language, amounts } = telling;
  const say = texts(language).details;
  if (amounts === 'percent') {
    return movers.stores.flatMap(({ name, now, before }) => {
      const change = percentChange(now, before, language);
      return change === undefined ? [] : [say.line(asText(name), change)];
    });
  }
  const moved = (minor: number) => moneyChange(minor, movers.currency, language);
  return [
    ...movers.stores.map((store) => say.line(asText(store.name), moved(changeOf(store)))),
    ...(movers.others.stores > 0
      ? [say.line(say.others(movers.others.stores), moved(movers.others.change))]
      : []),
    say.together(moved(movers.change)),
  ];
}

/** Each store, under its department where there are several; as many as fit in so many characters, and how many do not. */
export function storeLines(
  { log: { departments } }: DigestData,
  telling: Telling,
  room: number,
): { lines: string[]; left: number } {
  const isByName = departments.length > 1 && departments.some(({ stores }) => stores.length > 1);
  const lines: string[] = [];
  let left = 0;
  let used = 0;
  for (const { name, stores } of departments) {
    let heading = isByName ? [`_${asText(name)}_`] : [];
    for (const line of storesOf(stores, telling)) {
      const said = [...heading, line];
      used += said.reduce((sum, each) => sum + each.length + 1, 0);
      // Once one is left out all are: else it would seem that the others of a department were not there.
      if (left > 0 || used > room) left += 1;
      else lines.push(...said);
      heading = [];
    }
  }
  return { lines, left };
}

function storesOf(stores: readonly StoreLine[], telling: Telling): string[] {
  const { language, amounts } = telling;
  const { details, dayLog, digestMore } = texts(language);
  return stores.flatMap((store) => {
    const { figure, closed } = store;
    const name = storeName(store, language);
    if (!figure) return [dayLog.notRead(name)];
    if (closed) return [details.store(name, digestMore.closedAmount)];
    const sales = dayLog.sales(figure.sales, count(figure.sales, language));
    const amount = money(figure.turnover, figure.currency, language);
    return [details.store(name, amounts === 'percent' ? sales : list([amount, sales], language))];
  });
}

/** What was corrected in the day before since it was told. */
export function dayBeforeLines(data: CorrectionData, { language, amounts }: Telling): string[] {
  const say = texts(language).details;
  return [
    ...correctionLines(data, language, amounts),
    ...(amounts === 'percent' ? [] : [say.dayBeforeTotal(amountsText(data.total, language))]),
  ];
}
