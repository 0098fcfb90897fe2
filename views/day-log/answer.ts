import { dayText, type Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { Message } from '../../src/slack/message.ts';
import type { DayAnswer } from '../../src/turnover/ask-day.ts';
import { asText, section } from '../blocks.ts';
import { dayLogMessage } from './blocks.ts';

/** The answer to `/turnover`, whatever was typed. */
export function dayAnswerMessage(
  answer: DayAnswer,
  { typed, language, zone, sharedBy }: { typed: string; language: Language; zone: string; sharedBy?: string },
): Message {
  if (answer.kind === 'log') {
    const { lastDay, log } = answer;
    return dayLogMessage(log, { language, zone, lastDay, ...(sharedBy === undefined ? {} : { sharedBy }) });
  }
  const text = plainAnswer(answer, typed, language);
  return { text, blocks: [section(text)] };
}

function plainAnswer(answer: Exclude<DayAnswer, { kind: 'log' }>, typed: string, language: Language): string {
  const { dayLog } = texts(language);
  if (answer.kind === 'unreadable') return dayLog.unreadable(asText(typed.trim().slice(0, 60)));
  const day = dayText(answer.day, language);
  if (answer.kind === 'not-over') return dayLog.notOver(day);
  return answer.first === null
    ? dayLog.nothingYet(day)
    : dayLog.unknown(day, dayText(answer.first, language));
}
