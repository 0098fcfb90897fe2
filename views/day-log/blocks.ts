import type { KnownBlock } from '@slack/types';
import type { Note } from '../../models/note.ts';
import { count, dayText, type Language, list, money, timeText } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { Message } from '../../src/slack/message.ts';
import { noTargets, type TargetResult } from '../../src/targets/attained.ts';
import type { DayLog, DepartmentLine, StoreLine } from '../../src/turnover/day-log.ts';
import type { Named } from '../../src/turnover/read-question.ts';
import { oneDay } from '../../src/turnover/span.ts';
import { addDays, type Day } from '../../src/turnover/trading-day.ts';
import { narrowedNote, withNarrowedNote } from '../access/narrowed.ts';
import { amountsText } from '../amounts.ts';
import { asText, button, buttons, context, fitting, header, section, sections } from '../blocks.ts';
import { dayMenu } from '../day-actions/menu.ts';
import { actions } from '../ids.ts';
import { nameList } from '../name-list.ts';
import { noteButton, notesBlocks, notesText } from '../notes/blocks.ts';
import { lookValue } from '../range/look.ts';
import { enteredText, whyText } from '../reasons.ts';
import { storeName } from '../store-name.ts';
import { attainedText, attainedTotals } from '../targets/attained-text.ts';

/** Above this many characters Slack refuses a message; store lines give way first. */
const room = 8_000;

/** What a day log is shown with. */
export interface DayLogLook {
  language: Language;
  /** The zone in which times are told. */
  zone: string;
  /** The last day that may have figures: no button leads beyond it. */
  lastDay: Day;
  /** Set when it was shared in a channel: by whom; buttons are left out. */
  sharedBy?: string;
  /** Whether the reader may do more with the day than look at it. */
  isManager?: boolean;
  /** The only department it tells of. */
  department?: Named;
  /** Departments are left out that the person who asked may not see. */
  isNarrowed?: boolean;
  /** What people said of the day. */
  notes?: readonly Note[];
  targets?: TargetResult;
  /** Nothing reads what is not in any more, until somebody asks for it. */
  isLeftAlone?: boolean;
}

/** A day's log: per department its turnover, its stores, their state, and how figures changed. */
export function dayLogMessage(log: DayLog, look: DayLogLook): Message {
  const { dayLog, range, vat } = texts(look.language);
  const day = dayText(log.day, look.language);
  const total =
    log.sums.length > 0 ? `${amountsText(log.sums, look.language)} ${vat[log.vat]}` : dayLog.notInAmount;
  const departments = log.departments
    .map((line) => `${asText(line.name)}: ${amountOf(line, look.language)}`)
    .join('; ');
  const held = attainedTotals(targetsOf(look), look.language, 'money');
  const fallback = [
    dayLog.fallback(log.day, day, [total, ...held].join(', '), departments),
    ...notesText(look.notes ?? [], look.language),
  ].join('. ');
  return {
    text: withNarrowedNote(fallback, look, 3900),
    blocks: [
      header(look.department ? range.titleOf(look.department.name, day) : dayLog.title(day)),
      section([`*${total}*`, ...held].join('\n')),
      ...departmentBlocks(log, look),
      ...narrowedNote(look),
      ...notesBlocks(look.notes ?? [], look),
      ...remarks(log, look),
      ...otherVatNote(look),
      ...(look.sharedBy === undefined
        ? [navigation(log.day, look), ...files(log, look)]
        : [context(dayLog.sharedBy(look.sharedBy))]),
    ],
  };
}

function departmentBlocks(log: DayLog, look: DayLogLook): KnownBlock[] {
  const full = log.departments.map((line) => departmentText(line, look));
  if (full.join('\n').length <= room) return sections(full);
  const short = log.departments.map((line) => headText(line, look));
  return sections(fitting(short, room, texts(look.language).dayLog.more));
}

function departmentText(line: DepartmentLine, look: DayLogLook): string {
  const stores = line.stores.flatMap((store) => storeTexts(store, look));
  return [headText(line, look), ...stores].join('\n');
}

/** A department with its turnover, and how much of its target that is. */
function headText(line: DepartmentLine, look: DayLogLook): string {
  const attained = targetsOf(look).departments.get(line.departmentId);
  return [
    `*${asText(line.name)}*`,
    amountOf(line, look.language),
    ...(attained ? [attainedText(attained, look.language, 'money')] : []),
  ].join('   ');
}

const targetsOf = ({ targets = noTargets }: DayLogLook) => targets;

/** Managers are told why nothing is held against targets. */
function otherVatNote({ targets, isManager, language }: DayLogLook): KnownBlock[] {
  const { target, vat } = texts(language);
  if (!isManager || !targets?.otherVat) return [];
  return [context(target.otherWay(vat[targets.otherVat]))];
}

function storeTexts(store: StoreLine, { language, zone }: DayLogLook): string[] {
  const { dayLog, details, digestMore } = texts(language);
  const { figure } = store;
  if (!figure) return [`• ${dayLog.notRead(storeName(store, language))}`];
  const amount = money(figure.turnover, figure.currency, language);
  const sales = dayLog.sales(figure.sales, count(figure.sales, language));
  const changes = figure.changes.map((change, index) => {
    const isStanding = figure.entered !== undefined && index === figure.changes.length - 1;
    const before = money(change.before, figure.currency, language);
    const after = money(change.after, figure.currency, language);
    const why =
      change.entered && isStanding ? dayLog.figureState.manual : whyText(change, figure.currency, language);
    return `      _${dayLog.changed(timeText(change.at, zone, language), before, after, why)}_`;
  });
  const state = figure.entered ? enteredText(figure.entered, language) : dayLog.figureState[figure.state];
  const line = store.closed
    ? details.store(storeName(store, language), digestMore.closedAmount)
    : dayLog.storeLine(storeName(store, language), amount, sales);
  return [`• ${line}, ${state}`, ...changes];
}

function amountOf(line: DepartmentLine, language: Language): string {
  return line.sums.length > 0 ? amountsText(line.sums, language) : texts(language).dayLog.notInAmount;
}

/** What there is to know of a day's figures: their state, when they were read, and what is in no total. */
export function remarks(
  log: DayLog,
  { language, zone, isLeftAlone = false }: Pick<DayLogLook, 'language' | 'zone' | 'isLeftAlone'>,
): KnownBlock[] {
  const { dayLog } = texts(language);
  const states: Partial<Record<DayLog['state'], string>> = {
    provisional: dayLog.state.provisional,
    final: dayLog.state.final,
    missing: isLeftAlone ? dayLog.state.missingLeft(log.day) : dayLog.state.missing,
    partial: isLeftAlone
      ? dayLog.state.partialLeft(log.storesIn, log.storesExpected, log.day)
      : dayLog.state.partial(log.storesIn, log.storesExpected),
  };
  const state = states[log.state];
  const latest = latestImport(log);
  const unmapped = log.unmapped.map((store) => namedAmount(store, language));
  const lines = [
    ...(state === undefined ? [] : [state]),
    ...(latest === undefined ? [] : [dayLog.importedAt(timeText(latest, zone, language))]),
    ...(unmapped.length > 0
      ? [
          dayLog.unmapped(
            list(
              fitting(unmapped, 1_500, (left) => `+${left}`),
              language,
            ),
          ),
        ]
      : []),
    ...(log.ignored.length > 0
      ? [
          dayLog.ignored(
            nameList(
              log.ignored.map(({ name }) => name),
              language,
            ),
          ),
        ]
      : []),
  ];
  return lines.length > 0 ? [context(...lines)] : [];
}

function latestImport(log: DayLog): Date | undefined {
  return log.departments
    .flatMap(({ stores }) => stores.flatMap(({ figure }) => (figure ? [figure.importedAt] : [])))
    .sort((a, b) => b.getTime() - a.getTime())[0];
}

function namedAmount({ name, figure }: StoreLine, language: Language): string {
  const { dayLog } = texts(language);
  if (!figure) return dayLog.notRead(asText(name));
  return `${asText(name)} (${money(figure.turnover, figure.currency, language)})`;
}

/** The day as a file: not of a day without figures, for such a file would be empty. */
function files(
  { day, storesIn, unmapped, ignored }: DayLog,
  { language, department }: DayLogLook,
): KnownBlock[] {
  const { range } = texts(language);
  if (storesIn === 0 && [...unmapped, ...ignored].every(({ figure }) => figure === null)) return [];
  const here = lookValue({ span: oneDay(day), ...(department ? { departmentId: department._id } : {}) });
  return [
    buttons(
      button({ action: actions.rangeCsv, text: range.csv, value: here, label: range.csvLabel }),
      button({ action: actions.rangeXlsx, text: range.xlsx, value: here, label: range.xlsxLabel }),
    ),
  ];
}

function navigation(day: Day, { language, lastDay, isManager, department }: DayLogLook): KnownBlock {
  const { dayLog } = texts(language);
  const before = addDays(day, -1);
  const after = addDays(day, 1);
  const back = dayLog.previous(dayText(before, language, day));
  const on = dayLog.next(dayText(after, language, day));
  const to = (there: Day) =>
    lookValue({ span: oneDay(there), ...(department ? { departmentId: department._id } : {}) });
  return buttons(
    button({ action: actions.showDay, text: back, value: to(before), label: dayLog.previousLabel(back) }),
    ...(after <= lastDay
      ? [button({ action: actions.showNextDay, text: on, value: to(after), label: dayLog.nextLabel(on) })]
      : []),
    button({ action: actions.shareDay, text: dayLog.share, value: to(day) }),
    noteButton(day, language),
    ...(isManager ? [dayMenu(day, language)] : []),
  );
}
