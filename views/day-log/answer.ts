import { dayText, type Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { Message } from '../../src/slack/message.ts';
import type { DayAnswer } from '../../src/turnover/ask-day.ts';
import { asText, buttons, cut, section } from '../blocks.ts';
import { dayMenu } from '../day-actions/menu.ts';
import { dayLogMessage } from './blocks.ts';

interface AnswerLook {
  /** What the person typed for a day. */
  typed: string;
  language: Language;
  zone: string;
  sharedBy?: string;
  isManager?: boolean;
}

/** The answer to `/turnover`, whatever was typed. */
export function dayAnswerMessage(
  answer: DayAnswer,
  { typed, language, zone, sharedBy, isManager = false }: AnswerLook,
): Message {
  if (answer.kind === 'log') {
    const { lastDay, log } = answer;
    const shared = sharedBy === undefined ? {} : { sharedBy };
    return dayLogMessage(log, { language, zone, lastDay, isManager, ...shared });
  }
  const text = plainAnswer(answer, typed, language);
  // A day of which nothing is known can still be imported, or entered by hand.
  const menu = isManager && answer.kind === 'unknown' ? [buttons(dayMenu(answer.day, language))] : [];
  return { text, blocks: [section(text), ...menu] };
}

function plainAnswer(answer: Exclude<DayAnswer, { kind: 'log' }>, typed: string, language: Language): string {
  const { dayLog } = texts(language);
  if (answer.kind === 'unreadable') return dayLog.unreadable(asText(cut(typed.trim(), 60)));
  const day = dayText(answer.day, language);
  if (answer.kind === 'not-over') return dayLog.notOver(day);
  return answer.first === null
    ? dayLog.nothingYet(day)
    : dayLog.unknown(day, dayText(answer.first, language));
}
