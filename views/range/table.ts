import type { TableBlock } from '@slack/types';
import { count, type Language, percent } from '../../src/language/format.ts';
import { bucketText } from '../../src/language/span-text.ts';
import { texts } from '../../src/language/texts.ts';
import { type Attained, percentOf, type TargetResult } from '../../src/targets/attained.ts';
import type { Pair } from '../../src/turnover/compare-ranges.ts';
import type { Bucket, RangeDepartment, RangeLog, RangeStore } from '../../src/turnover/range-log.ts';
import type { Sum } from '../../src/turnover/sums.ts';
import { amountsText, changeText } from '../amounts.ts';
import { cut } from '../blocks.ts';
import { isYearEarlier } from './comparison.ts';
import type { RangeView } from './look.ts';

/** A month by day fits on one page; with more lines Slack would refuse the message for its size. */
export const linesPerPage = 31;

/** Rows of words: the first cell names the line, all others are amounts and the like. */
export interface Lines {
  head: string[];
  rows: string[][];
}

/** What stands in the table of a range: its departments, the stores of its only department, or its days, weeks or months. */
export function linesOf(
  log: RangeLog,
  view: RangeView,
  { isOne, language, targets }: { isOne: boolean; language: Language; targets: TargetResult },
): Lines {
  if (view !== 'parts') return bucketLines(log, language);
  return isOne ? storeLines(log, language) : departmentLines(log, targets, language);
}

/** One page of the lines as a table; undefined where there is none to show. */
export function tableOf({ head, rows }: Lines, page: number): TableBlock | undefined {
  const shown = rows.slice(page * linesPerPage, (page + 1) * linesPerPage);
  if (shown.length === 0) return undefined;
  return {
    type: 'table',
    column_settings: head.map((_, column) => (column === 0 ? { is_wrapped: true } : { align: 'right' })),
    rows: [head, ...shown].map((row) => row.map((text) => ({ type: 'raw_text', text: cell(text) }))),
  };
}

/** How many pages the lines need; at least one. */
export function pagesOf({ rows }: Lines): number {
  return Math.max(1, Math.ceil(rows.length / linesPerPage));
}

/** Slack refuses an empty cell, and the whole message with it. */
function cell(text: string): string {
  return text.trim() === '' ? '–' : cut(text, 100);
}

/** Where a department has a target, a column says how much of it was attained. */
function departmentLines(log: RangeLog, targets: TargetResult, language: Language): Lines {
  const { range, target } = texts(language);
  const { columns } = range;
  const hasTargets = targets.departments.size > 0;
  const isOnce = isYearEarlier(log);
  return {
    head: [
      columns.department,
      columns.turnover,
      ...(hasTargets ? [target.column] : []),
      ...(isOnce ? [] : [columns.before]),
      columns.yearEarlier,
    ],
    rows: log.departments.map(({ departmentId, name, sums, before, yearEarlier }: RangeDepartment) => [
      name,
      amount(sums, language),
      ...(hasTargets ? [attained(targets.departments.get(departmentId), language)] : []),
      ...(isOnce ? [] : [change(before, language)]),
      change(yearEarlier, language),
    ]),
  };
}

function storeLines({ departments }: RangeLog, language: Language): Lines {
  const { columns, daysIn } = texts(language).range;
  const stores = departments.flatMap((department) => department.stores);
  return {
    head: [columns.store, columns.turnover, columns.sales, columns.daysIn],
    rows: stores.map((store: RangeStore) => [
      store.percent === undefined ? store.name : `${store.name} (${store.percent}%)`,
      amount(store.sums, language),
      sales(store.sums, language),
      daysIn(store.daysIn, store.daysExpected),
    ]),
  };
}

function bucketLines({ buckets, unit }: RangeLog, language: Language): Lines {
  const { columns, incomplete } = texts(language).range;
  const label = (bucket: Bucket) => {
    const text = bucketText(bucket, unit, language);
    return bucket.isComplete ? text : incomplete(text);
  };
  return {
    head: [columns[unit], columns.turnover, columns.sales],
    rows: buckets.map((bucket) => [
      label(bucket),
      amount(bucket.sums, language),
      sales(bucket.sums, language),
    ]),
  };
}

/** How much of a target was attained, and over how many days where some could not be held against it. */
function attained(held: Attained | undefined, language: Language): string {
  if (!held) return '–';
  const share = percent(percentOf(held), language);
  return held.held < held.of ? `${share} (${texts(language).range.daysIn(held.held, held.of)})` : share;
}

/** Nothing in is not zero. */
function amount(sums: readonly Sum[], language: Language): string {
  return sums.length === 0 ? texts(language).dayLog.notInAmount : amountsText(sums, language);
}

function sales(sums: readonly Sum[], language: Language): string {
  if (sums.length === 0) return '–';
  const all = sums.reduce((total, sum) => total + sum.sales, 0);
  return count(all, language);
}

function change(pair: Pair | null, language: Language): string {
  return (pair && changeText(pair.now, pair.earlier, language)) ?? '–';
}
