import type { KnownBlock } from '@slack/types';
import type { Note } from '../../models/note.ts';
import { dayText, type Language, list, money } from '../../src/language/format.ts';
import { bucketText, spanText } from '../../src/language/span-text.ts';
import { texts } from '../../src/language/texts.ts';
import type { Message } from '../../src/slack/message.ts';
import { noTargets, type TargetResult } from '../../src/targets/attained.ts';
import { isWhole } from '../../src/turnover/bucket.ts';
import type { RangeLog } from '../../src/turnover/range-log.ts';
import type { Named } from '../../src/turnover/read-question.ts';
import { spanCode } from '../../src/turnover/span.ts';
import type { Day } from '../../src/turnover/trading-day.ts';
import { narrowedNote, withNarrowedNote } from '../access/narrowed.ts';
import { amountsText } from '../amounts.ts';
import { asText, context, header, section } from '../blocks.ts';
import { nameList } from '../name-list.ts';
import { rangeNotesBlocks, rangeNotesText } from '../notes/blocks.ts';
import { attainedTotals } from '../targets/attained-text.ts';
import { rangeButtons } from './buttons.ts';
import { comparisonLines, comparisonText } from './comparison.ts';
import type { RangeView } from './look.ts';
import { linesOf, pagesOf, tableOf } from './table.ts';

/** What a range is shown with. */
export interface RangeShown {
  language: Language;
  lastDay: Day;
  view?: RangeView;
  /** From 0; beyond the last one it is the last. */
  page?: number;
  department?: Named;
  /** Departments are left out that the person who asked may not see. */
  isNarrowed?: boolean;
  targets?: TargetResult;
  /** What people said of the days. */
  notes?: readonly Note[];
  /** The departments that can be chosen. */
  choice?: readonly Named[];
  /** The chart, as a block. */
  picture?: KnownBlock;
  /** Set when it was shared in a channel: by whom; buttons are left out. */
  sharedBy?: string;
}

/** A range of days: its total, what it is held against, a picture, and a table that can be turned. */
export function rangeMessage(log: RangeLog, shown: RangeShown): Message {
  const { language, department, lastDay, sharedBy } = shown;
  const { range, dayLog } = texts(language);
  const view = viewOf(log, shown);
  const { targets = noTargets, notes = [] } = shown;
  const lines = linesOf(log, view, { isOne: department !== undefined, language, targets });
  const pages = pagesOf(lines);
  const page = Math.min(shown.page ?? 0, pages - 1);
  const table = tableOf(lines, page);
  const title = titleOf(log, shown);
  const remarks = remarksOf(log, language);
  return {
    text: withNarrowedNote(fallback(log, shown), shown, 3900),
    blocks: [
      header(title),
      section(
        [
          `*${totalText(log, language)}*`,
          ...attainedTotals(targets, language, 'money'),
          ...comparisonLines(log, language),
        ].join('\n'),
      ),
      ...(shown.picture ? [shown.picture] : []),
      ...(table ? [table] : []),
      ...narrowedNote(shown),
      ...rangeNotesBlocks(notes, { language, lastDay: log.span.to }),
      context(...(pages > 1 ? [range.page(page + 1, pages)] : []), ...remarks),
      ...(sharedBy === undefined
        ? rangeButtons(log, {
            language,
            lastDay,
            view,
            page,
            pages,
            choice: shown.choice ?? [],
            ...(department ? { departmentId: department._id } : {}),
          })
        : [context(dayLog.sharedBy(sharedBy))]),
    ],
  };
}

/** Departments side by side, or, of one or none to choose from, how it went over time. */
export function viewOf(
  log: RangeLog,
  { view, department }: Pick<RangeShown, 'view' | 'department'>,
): RangeView {
  if (view === undefined) return department || log.departments.length < 2 ? log.unit : 'parts';
  return view === 'parts' ? 'parts' : log.unit;
}

/** The name of the range, and of the department where it is of one. */
export function titleOf(
  log: RangeLog,
  { language, department }: Pick<RangeShown, 'language' | 'department'>,
  write = spanText,
): string {
  const { range } = texts(language);
  const days = write(log.asked, language);
  return department ? range.titleOf(department.name, days) : range.title(days);
}

export function totalText({ sums, vat }: RangeLog, language: Language): string {
  const say = texts(language);
  return sums.length > 0 ? `${amountsText(sums, language)} ${say.vat[vat]}` : say.dayLog.notInAmount;
}

/** What a screen reader and a notification say: the range, its total and growth, and each department with its amount. */
function fallback(log: RangeLog, { language, targets = noTargets, notes = [] }: RangeShown): string {
  const { range, dayLog } = texts(language);
  const departments = log.departments
    .map(({ name, sums }) => {
      const amount = sums.length > 0 ? amountsText(sums, language) : dayLog.notInAmount;
      return `${asText(name)}: ${amount}`;
    })
    .join('; ');
  const total = [
    totalText(log, language),
    ...attainedTotals(targets, language, 'money'),
    ...comparisonText(log, language),
  ].join(', ');
  return [
    range.fallback(spanCode(log.span), spanText(log.span, language), total, departments),
    ...rangeNotesText(notes, { language, lastDay: log.span.to }),
  ].join('. ');
}

/** Whatever keeps the total from being the whole truth. */
function remarksOf(log: RangeLog, language: Language): string[] {
  const { range, dayLog } = texts(language);
  const { all, complete, unknown, provisional } = log.days;
  const missing = log.missing.map(({ name, days }) => range.storeDays(name, days));
  const unmapped = log.unmapped.map(({ name, sums }) => outsideText(name, sums, language));
  const short = log.buckets
    .filter((bucket) => !isWhole(bucket, log.unit))
    .map((bucket) => bucketText(bucket, log.unit, language));
  return [
    ...(log.span.to < log.asked.to ? [range.upTo(dayText(log.span.to, language))] : []),
    complete === all ? range.allIn(all) : range.someIn(complete, all),
    ...(short.length > 0 && log.buckets.length > 1 ? [range.cutShort(list(short, language))] : []),
    ...(missing.length > 0 ? [range.notIn(nameList(missing, language))] : []),
    ...(unknown > 0 ? [range.unknownDays(unknown)] : []),
    ...(provisional > 0 ? [range.provisional(provisional)] : []),
    ...(unmapped.length > 0 ? [range.unmapped(nameList(unmapped, language))] : []),
    ...(log.ignored.length > 0 ? [dayLog.ignored(nameList(log.ignored, language))] : []),
  ];
}

function outsideText(name: string, sums: RangeLog['sums'], language: Language): string {
  if (sums.length === 0) return name;
  return `${name} (${sums.map(({ turnover, currency }) => money(turnover, currency, language)).join(', ')})`;
}
