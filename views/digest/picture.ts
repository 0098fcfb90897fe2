import { mostBars, type TurnoverBars } from '../../src/charts/turnover-bars.ts';
import type { DigestData } from '../../src/digest/digest.ts';
import type { DigestPicture } from '../../src/digest/picture.ts';
import { count, dayText, type Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { amountsText } from '../amounts.ts';
import { cut } from '../blocks.ts';
import { comparedText, isAllClosed } from './compared.ts';
import { type PictureRow, pictureRows } from './picture-rows.ts';

/** What Slack keeps of an alternative text. */
const longestAltText = 2_000;

/** The picture of a digest: a bar a department, and last week's mark; undefined where none is wanted, or there is nothing to see. */
export function digestPicture(data: DigestData, language: Language): DigestPicture | undefined {
  const { log, look } = data;
  if (!look.picture || log.storesIn === 0 || isAllClosed(log)) return undefined;
  const { chart, digest } = texts(language);
  const rows = pictureRows(data, language);
  const day = dayText(log.day, language);
  const departments = rows.map(({ alt }) => `${alt}.`).join(' ');
  return {
    bars: barsOf(data, rows, language),
    name: `turnover-${log.day}.png`,
    title: digest.title(day),
    altText: cut(
      [chart.barsAlt(day), `${totalText(data, language)}.`, departments].join(' '),
      longestAltText,
    ),
  };
}

function barsOf(data: DigestData, rows: readonly PictureRow[], language: Language): TurnoverBars {
  const { log, look, weekBefore } = data;
  const { chart } = texts(language);
  const drawn = biggest(rows);
  const hidden = rows.length - drawn.length;
  const notes = [
    ...(hidden > 0 ? [chart.more(hidden, count(hidden, language))] : []),
    ...(look.amounts === 'percent' ? [chart.noAmounts] : []),
    ...(log.sums.length > 1 ? [chart.ownScales] : []),
  ];
  const hasMarks = drawn.some(({ bar }) => bar.before !== null);
  return {
    title: dayText(log.day, language),
    subtitle: totalText(data, language),
    markText: hasMarks ? dayText(weekBefore.day, language, log.day) : null,
    rows: drawn.map(({ bar }) => bar),
    note: notes.length > 0 ? notes.join(' ') : null,
  };
}

/** The day's total and how it compares; no amount where the channel sees none. */
function totalText({ log, look, weekBefore }: DigestData, language: Language): string {
  const { chart, digest, vat } = texts(language);
  const compared = comparedText(weekBefore, { language, amounts: look.amounts, day: log.day });
  const parts = [
    ...(look.amounts === 'money' ? [`${amountsText(log.sums, language)} ${vat[log.vat]}`] : []),
    ...(compared === undefined ? [] : [compared]),
    ...(log.storesIn < log.storesExpected ? [digest.storesIn(log.storesIn, log.storesExpected)] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : chart.nothingToCompare;
}

/** As many rows as there is room for, in their order; where there are more, those with the largest amounts. */
function biggest(rows: readonly PictureRow[]): readonly PictureRow[] {
  if (rows.length <= mostBars) return rows;
  const size = ({ bar }: PictureRow) => Math.abs(bar.turnover ?? 0);
  const kept = new Set(rows.toSorted((a, b) => size(b) - size(a)).slice(0, mostBars));
  return rows.filter((row) => kept.has(row));
}
