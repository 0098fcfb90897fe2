import type { ActionsBlock, KnownBlock } from '@slack/types';
import type { Language } from '../../src/language/format.ts';
import { spanText } from '../../src/language/span-text.ts';
import { texts } from '../../src/language/texts.ts';
import { isCut } from '../../src/turnover/bucket.ts';
import type { RangeLog } from '../../src/turnover/range-log.ts';
import { neighbour, type Span, spanCode } from '../../src/turnover/span.ts';
import type { Day } from '../../src/turnover/trading-day.ts';
import { button, buttons, context, option, plain } from '../blocks.ts';
import { actions } from '../ids.ts';
import { lookValue, type RangeLook, type RangeView } from './look.ts';

/** So many options a menu may have. */
const mostOptions = 100;

export interface ButtonsLook {
  language: Language;
  /** The last day that is over: no button leads to a range that begins after it. */
  lastDay: Day;
  view: RangeView;
  page: number;
  pages: number;
  departmentId?: string;
  /** What can be chosen instead. */
  choice: readonly { _id: string; name: string }[];
}

/** Everything that leads on from a range: other cuts of it, its neighbours, the channel, files, one department. */
export function rangeButtons(log: RangeLog, look: ButtonsLook): KnownBlock[] {
  const choice = departmentChoice(log, look);
  return [
    buttons(...tabs(log, look), ...paging(log, look)),
    buttons(...ways(log, look)),
    ...(choice ? [choice] : []),
    ...(look.choice.length > mostOptions ? [context(othersText(log, look))] : []),
  ];
}

function othersText({ asked }: RangeLog, { language }: ButtonsLook): string {
  return texts(language).range.otherDepartments(mostOptions, spanCode(asked));
}

function tabs(log: RangeLog, { language, view, departmentId }: ButtonsLook): ActionsBlock['elements'] {
  const { tabs } = texts(language).range;
  const all = [
    { action: actions.rangeParts, view: 'parts', text: departmentId ? tabs.stores : tabs.departments },
    { action: actions.rangeByDay, view: 'day', text: tabs.day },
    { action: actions.rangeByWeek, view: 'week', text: tabs.week },
    { action: actions.rangeByMonth, view: 'month', text: tabs.month },
  ] as const;
  return all
    .filter((tab) => tab.view !== view && (tab.view === 'parts' || isCut(log.span, tab.view)))
    .map((tab) =>
      button({ action: tab.action, text: tab.text, value: valueFor(log, { view: tab.view, departmentId }) }),
    );
}

function paging(
  log: RangeLog,
  { language, view, page, pages, departmentId }: ButtonsLook,
): ActionsBlock['elements'] {
  const { previousPage, nextPage } = texts(language).range;
  const to = (next: number) => valueFor(log, { view, departmentId, page: next });
  return [
    ...(page > 0
      ? [button({ action: actions.rangePreviousPage, text: previousPage, value: to(page - 1) })]
      : []),
    ...(page < pages - 1
      ? [button({ action: actions.rangeNextPage, text: nextPage, value: to(page + 1) })]
      : []),
  ];
}

function ways(
  log: RangeLog,
  { language, lastDay, view, page, departmentId }: ButtonsLook,
): ActionsBlock['elements'] {
  const { range, dayLog } = texts(language);
  const [before, after] = [neighbour(log.asked, -1), neighbour(log.asked, 1)];
  const here = valueFor(log, { view, departmentId, page });
  const there = (span: Span) => valueFor({ asked: span }, { departmentId });
  return [
    button({
      action: actions.previousRange,
      text: range.previousRange,
      value: there(before),
      label: range.previousRangeLabel(spanText(before, language)),
    }),
    ...(after.from <= lastDay
      ? [
          button({
            action: actions.nextRange,
            text: range.nextRange,
            value: there(after),
            label: range.nextRangeLabel(spanText(after, language)),
          }),
        ]
      : []),
    button({ action: actions.shareRange, text: dayLog.share, value: here }),
    button({ action: actions.rangeCsv, text: range.csv, value: here, label: range.csvLabel }),
    button({ action: actions.rangeXlsx, text: range.xlsx, value: here, label: range.xlsxLabel }),
  ];
}

/** A menu of the departments in the range, and back to all of them from one. */
function departmentChoice(
  log: RangeLog,
  { language, departmentId, choice }: ButtonsLook,
): KnownBlock | undefined {
  const { range } = texts(language);
  const options = [
    ...(departmentId === undefined ? [] : [option(range.allDepartments, valueFor(log, {}))]),
    ...choice
      .filter(({ _id }) => _id !== departmentId)
      .map(({ _id, name }) => option(name, valueFor(log, { departmentId: _id }))),
  ].slice(0, mostOptions);
  if (options.length < 2 && departmentId === undefined) return undefined;
  return buttons({
    type: 'static_select',
    action_id: actions.pickRangeDepartment,
    placeholder: plain(range.pickDepartment),
    options,
  });
}

function valueFor({ asked }: Pick<RangeLog, 'asked'>, { departmentId, ...look }: Looked): string {
  return lookValue({ span: asked, ...look, ...(departmentId === undefined ? {} : { departmentId }) });
}

type Looked = Pick<RangeLook, 'view' | 'page'> & { departmentId?: string | undefined };
