import type { KnownBlock } from '@slack/types';
import { count, dayText, type Language, list, money, timeText } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { Message } from '../../src/slack/message.ts';
import type { DayLog, DepartmentLine, StoreLine } from '../../src/turnover/day-log.ts';
import { addDays, type Day } from '../../src/turnover/trading-day.ts';
import { amountsText } from '../amounts.ts';
import { asText, button, buttons, context, cut, fitting, header, section, sections } from '../blocks.ts';
import { dayMenu } from '../day-actions/menu.ts';
import { actions } from '../ids.ts';
import { nameList } from '../name-list.ts';
import { enteredText, whyText } from '../reasons.ts';

/** Above this many characters Slack refuses a message; store lines give way first. */
const room = 9_000;

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
}

/** A day's log: per department its turnover, its stores, their state, and how figures changed. */
export function dayLogMessage(log: DayLog, look: DayLogLook): Message {
  const { dayLog, vat } = texts(look.language);
  const day = dayText(log.day, look.language);
  const total =
    log.sums.length > 0 ? `${amountsText(log.sums, look.language)} ${vat[log.vat]}` : dayLog.notInAmount;
  const departments = log.departments
    .map((line) => `${asText(line.name)}: ${amountOf(line, look.language)}`)
    .join('; ');
  return {
    text: cut(dayLog.fallback(log.day, day, total, departments), 3900),
    blocks: [
      header(dayLog.title(day)),
      section(`*${total}*`),
      ...departmentBlocks(log, look),
      ...remarks(log, look),
      ...(look.sharedBy === undefined
        ? [navigation(log.day, look)]
        : [context(dayLog.sharedBy(look.sharedBy))]),
    ],
  };
}

function departmentBlocks(log: DayLog, look: DayLogLook): KnownBlock[] {
  const full = log.departments.map((line) => departmentText(line, look));
  if (full.join('\n').length <= room) return sections(full);
  const short = log.departments.map((line) => `*${asText(line.name)}*   ${amountOf(line, look.language)}`);
  return sections(fitting(short, room, texts(look.language).dayLog.more));
}

function departmentText(line: DepartmentLine, look: DayLogLook): string {
  const stores = line.stores.flatMap((store) => storeTexts(store, look));
  return [`*${asText(line.name)}*   ${amountOf(line, look.language)}`, ...stores].join('\n');
}

function storeTexts(store: StoreLine, { language, zone }: DayLogLook): string[] {
  const { dayLog } = texts(language);
  const { figure } = store;
  if (!figure) return [`• ${dayLog.notRead(storeName(store))}`];
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
  return [`• ${dayLog.storeLine(storeName(store), amount, sales)}, ${state}`, ...changes];
}

/** A store's name, with the department's part of it where others share it. */
function storeName({ name, percent }: StoreLine): string {
  return percent === undefined ? asText(name) : `${asText(name)} (${percent}%)`;
}

function amountOf(line: DepartmentLine, language: Language): string {
  return line.sums.length > 0 ? amountsText(line.sums, language) : texts(language).dayLog.notInAmount;
}

function remarks(log: DayLog, { language, zone }: DayLogLook): KnownBlock[] {
  const { dayLog } = texts(language);
  const states: Partial<Record<DayLog['state'], string>> = {
    provisional: dayLog.state.provisional,
    final: dayLog.state.final,
    missing: dayLog.state.missing,
    partial: dayLog.state.partial(log.storesIn, log.storesExpected),
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

function navigation(day: Day, { language, lastDay, isManager }: DayLogLook): KnownBlock {
  const { dayLog } = texts(language);
  const before = addDays(day, -1);
  const after = addDays(day, 1);
  const back = dayLog.previous(dayText(before, language, day));
  const on = dayLog.next(dayText(after, language, day));
  return buttons(
    button({ action: actions.showDay, text: back, value: before, label: dayLog.previousLabel(back) }),
    ...(after <= lastDay
      ? [button({ action: actions.showNextDay, text: on, value: after, label: dayLog.nextLabel(on) })]
      : []),
    button({ action: actions.shareDay, text: dayLog.share, value: day }),
    ...(isManager ? [dayMenu(day, language)] : []),
  );
}
