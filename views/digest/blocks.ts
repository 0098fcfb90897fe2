import type { KnownBlock } from '@slack/types';
import type { DigestData } from '../../src/digest/digest.ts';
import { dayText, type Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { Message } from '../../src/slack/message.ts';
import type { DayLog, DepartmentLine } from '../../src/turnover/day-log.ts';
import { amountsText, changeText } from '../amounts.ts';
import { asText, button, buttons, context, cut, fitting, header, section, sections } from '../blocks.ts';
import { actions } from '../ids.ts';
import { nameList } from '../name-list.ts';
import { noteButton } from '../notes/blocks.ts';
import { attainedText, attainedTotals } from '../targets/attained-text.ts';
import { comparedText, featText, isAllClosed, type Telling } from './compared.ts';

/** How many characters the departments may take: Slack refuses a message with more than about 13,000 in all. */
const room = 6_000;

/** The morning message of a day; its text is the digest itself, for a glance at a phone. */
export function digestMessage(data: DigestData, language: Language): Message {
  const { log, look } = data;
  const { digest } = texts(language);
  const day = dayText(log.day, language);
  const open = button({
    action: actions.openDay,
    text: digest.openDay,
    value: log.day,
    label: digest.openDayLabel(day),
  });
  const download = button({
    action: actions.rangeXlsx,
    text: digest.download,
    value: log.day,
    label: digest.downloadLabel(day),
  });
  return {
    text: cut(digestText(data, language), 2000),
    blocks: [
      header(digest.title(day)),
      ...(log.storesIn === 0 ? [section(digest.nothingInDetail)] : figures(data, language)),
      ...remarks(log, language),
      // The day itself is told in money, and a file of it too; of no figures there is no file.
      buttons(
        ...(look.amounts === 'money' ? [open] : []),
        ...(look.amounts === 'money' && log.storesIn > 0 ? [download] : []),
        noteButton(log.day, language),
      ),
    ],
  };
}

function digestText(data: DigestData, language: Language): string {
  const { log, details } = data;
  const { digest } = texts(language);
  const telling = tellingOf(data, language);
  const day = dayText(log.day, language, log.day);
  if (log.storesIn === 0) return `${digest.nothingIn(day)}. ${digest.nothingInDetail}`;
  const departments = log.departments.map((line) => {
    const { amount, change } = departmentOf(line, data, language);
    const said = amount === '' || change === '' ? `${amount}${change}` : `${amount} (${change})`;
    return `${asText(line.name)} ${said}`;
  });
  const feat = details.feat ? `. ${featText(details.feat, telling)}` : '';
  return `${headline(data, telling)}; ${departments.join(', ')}${feat}`;
}

function headline(data: DigestData, telling: Telling): string {
  const { log, weekBefore, look } = data;
  const { language } = telling;
  const { digest, digestMore, vat } = texts(language);
  const day = dayText(log.day, language, log.day);
  const compared = isAllClosed(log) ? undefined : comparedText(weekBefore, telling);
  const notAll = [
    ...(log.storesIn < log.storesExpected ? [digest.storesIn(log.storesIn, log.storesExpected)] : []),
    ...(isAllClosed(log) ? [digestMore.allClosed] : []),
  ];
  const attained = attainedTotals(data.details.targets, language, 'percent');
  if (look.amounts === 'percent') {
    const first =
      compared === undefined
        ? digestMore.percentAlone(day)
        : digestMore.percentHeadline(compared, day, vat[log.vat]);
    return [first, ...notAll, ...attained].join(', ');
  }
  const total = digest.headline(amountsText(log.sums, language), vat[log.vat], day);
  return [total, ...notAll, ...(compared === undefined ? [] : [compared]), ...attained].join(', ');
}

function figures(data: DigestData, language: Language): KnownBlock[] {
  const { log, look, details } = data;
  const telling = tellingOf(data, language);
  const lines = log.departments.map((line) => {
    const { amount, change, before } = departmentOf(line, data, language);
    const compared = [change, ...(before === '' ? [] : [`(${before})`])].join(' ').trim();
    const held = details.targets.departments.get(line.departmentId);
    const attained = held ? attainedText(held, language, 'percent') : '';
    return [`*${asText(line.name)}*`, amount, compared, attained].filter((part) => part !== '').join('   ');
  });
  return [
    section(
      [
        ...totalLines(data, telling),
        ...attainedTotals(details.targets, language, look.amounts),
        ...(details.feat ? [featText(details.feat, telling)] : []),
      ].join('\n'),
    ),
    ...sections(fitting(lines, room, texts(language).dayLog.more)),
  ];
}

function totalLines(data: DigestData, telling: Telling): string[] {
  const { log, weekBefore, look } = data;
  const { language } = telling;
  const { vat, digestMore, chart } = texts(language);
  const compared = isAllClosed(log) ? digestMore.allClosed : comparedText(weekBefore, telling);
  if (look.amounts === 'percent') return [`*${compared ?? chart.nothingToCompare}*`];
  const earlier = weekBefore.total.length > 0 ? ` (${amountsText(weekBefore.total, language)})` : '';
  return [
    `*${amountsText(log.sums, language)}* ${vat[log.vat]}`,
    ...(compared === undefined ? [] : [`${compared}${isAllClosed(log) ? '' : earlier}`]),
  ];
}

/** What there is to say of a department; empty where there is nothing, or where no amount may be seen. */
function departmentOf(
  line: DepartmentLine,
  { weekBefore, look }: DigestData,
  language: Language,
): { amount: string; change: string; before: string } {
  const { dayLog, digestMore, chart } = texts(language);
  if (line.sums.length === 0) return { amount: dayLog.notInAmount, change: '', before: '' };
  if (line.stores.every(({ closed }) => closed))
    return { amount: digestMore.closedAmount, change: '', before: '' };
  const before = weekBefore.departments.get(line.departmentId) ?? [];
  const change = changeText(weekBefore.departmentsNow.get(line.departmentId) ?? [], before, language);
  if (look.amounts === 'percent') return { amount: '', change: change ?? chart.nothingToCompare, before: '' };
  return {
    amount: amountsText(line.sums, language),
    change: change ?? '',
    before: change === undefined ? '' : amountsText(before, language),
  };
}

function tellingOf({ log, look }: DigestData, language: Language): Telling {
  return { language, amounts: look.amounts, day: log.day };
}

function remarks(log: DayLog, language: Language): KnownBlock[] {
  const { digest, digestMore } = texts(language);
  const stores = log.departments.flatMap((department) => department.stores);
  const namesOf = (lines: readonly { name: string }[]) =>
    nameList([...new Set(lines.map(({ name }) => name))], language);
  const notIn = stores.filter(({ figure }) => figure === null);
  const closed = stores.filter((store) => store.closed);
  const lines = [
    ...(notIn.length > 0 && log.storesIn > 0
      ? [`${digest.storesIn(log.storesIn, log.storesExpected)}. ${digest.notIn(namesOf(notIn))}`]
      : []),
    ...(closed.length > 0 ? [digestMore.closed(namesOf(closed))] : []),
    ...(log.unmapped.length > 0 ? [digest.unmapped(namesOf(log.unmapped))] : []),
    ...(log.state === 'provisional' ? [digest.provisional] : []),
    ...(log.state === 'final' ? [digest.final] : []),
  ];
  return lines.length > 0 ? [context(...lines)] : [];
}
