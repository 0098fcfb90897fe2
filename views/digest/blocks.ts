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

/** How many characters the departments may take: Slack refuses a message with more than about 13,000 in all. */
const room = 6_000;

/** The morning message of a day; its text is the digest itself, for a glance at a phone. */
export function digestMessage(data: DigestData, language: Language): Message {
  const { log } = data;
  const { digest } = texts(language);
  const day = dayText(log.day, language);
  return {
    text: cut(digestText(data, language), 2000),
    blocks: [
      header(digest.title(day)),
      ...(log.storesIn === 0 ? [section(digest.nothingInDetail)] : figures(data, language)),
      ...remarks(log, language),
      buttons(
        button({
          action: actions.openDay,
          text: digest.openDay,
          value: log.day,
          label: digest.openDayLabel(day),
        }),
      ),
    ],
  };
}

function digestText(data: DigestData, language: Language): string {
  const { log, weekBefore } = data;
  const { digest, vat } = texts(language);
  const day = dayText(log.day, language, log.day);
  if (log.storesIn === 0) return `${digest.nothingIn(day)}. ${digest.nothingInDetail}`;
  const change = changeText(log.sums, weekBefore.total, language);
  const headline = [
    digest.headline(amountsText(log.sums, language), vat[log.vat], day),
    ...(log.storesIn < log.storesExpected ? [digest.storesIn(log.storesIn, log.storesExpected)] : []),
    ...(change === undefined
      ? []
      : [digest.comparedWith(change, dayText(weekBefore.day, language, log.day))]),
  ].join(', ');
  const departments = log.departments.map((line) => {
    const moved = changeText(line.sums, weekBefore.departments.get(line.departmentId) ?? [], language);
    return `${asText(line.name)} ${amountOf(line, language)}${moved === undefined ? '' : ` (${moved})`}`;
  });
  return `${headline}; ${departments.join(', ')}`;
}

function figures({ log, weekBefore }: DigestData, language: Language): KnownBlock[] {
  const { digest, vat } = texts(language);
  const change = changeText(log.sums, weekBefore.total, language);
  const earlier = dayText(weekBefore.day, language, log.day);
  const total = [
    `*${amountsText(log.sums, language)}* ${vat[log.vat]}`,
    ...(change === undefined
      ? []
      : [`${digest.comparedWith(change, earlier)} (${amountsText(weekBefore.total, language)})`]),
  ].join('\n');
  const lines = log.departments.map((line) => {
    const before = weekBefore.departments.get(line.departmentId) ?? [];
    const moved = changeText(line.sums, before, language);
    const compared = moved === undefined ? '' : `   ${moved} (${amountsText(before, language)})`;
    return `*${asText(line.name)}*   ${amountOf(line, language)}${compared}`;
  });
  return [section(total), ...sections(fitting(lines, room, texts(language).dayLog.more))];
}

function amountOf(line: DepartmentLine, language: Language): string {
  const { dayLog } = texts(language);
  return line.sums.length > 0 ? amountsText(line.sums, language) : dayLog.notInAmount;
}

function remarks(log: DayLog, language: Language): KnownBlock[] {
  const { digest } = texts(language);
  const notIn = log.departments.flatMap(({ stores }) =>
    stores.filter(({ figure }) => figure === null).map(({ name }) => name),
  );
  const lines = [
    ...(notIn.length > 0 && log.storesIn > 0
      ? [`${digest.storesIn(log.storesIn, log.storesExpected)}. ${digest.notIn(nameList(notIn, language))}`]
      : []),
    ...(log.unmapped.length > 0
      ? [
          digest.unmapped(
            nameList(
              log.unmapped.map(({ name }) => name),
              language,
            ),
          ),
        ]
      : []),
    ...(log.state === 'provisional' ? [digest.provisional] : []),
    ...(log.state === 'final' ? [digest.final] : []),
  ];
  return lines.length > 0 ? [context(...lines)] : [];
}
