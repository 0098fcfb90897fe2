import { dayText, type Language } from '../../src/language/format.ts';
import { spanText } from '../../src/language/span-text.ts';
import { texts } from '../../src/language/texts.ts';
import type { Message } from '../../src/slack/message.ts';
import type { QuestionAnswer, TurnoverAnswer } from '../../src/turnover/ask-turnover.ts';
import type { Span } from '../../src/turnover/span.ts';
import { asText, button, buttons, context, cut, section } from '../blocks.ts';
import { dayMenu } from '../day-actions/menu.ts';
import { actions } from '../ids.ts';
import { nameList } from '../name-list.ts';
import { lookValue } from './look.ts';

/** How many characters the names of departments may take behind an answer that is about days. */
const roomForNames = 200;

type Misread = Extract<TurnoverAnswer, { kind: 'which-department' | 'no-days' }>;
type Nothing = Exclude<QuestionAnswer, { kind: 'day' | 'range' }>;

/** What was typed could not be understood: which part, and how to write it. */
export function misreadMessage(answer: Misread, language: Language): Message {
  const { range, dayLog } = texts(language);
  if (answer.kind === 'no-days') {
    const bad = asText(cut(answer.bad, 60));
    const names = answer.all.map(({ name }) => name);
    const text = [
      answer.isImpossible ? range.noSuchDays(bad) : dayLog.unreadable(bad),
      range.examples,
      ...(names.length > 0 ? [range.departments(nameList(names, language, roomForNames))] : []),
    ].join(' ');
    return { text, blocks: [section(text)] };
  }
  const { near, all, question } = answer;
  const asked = range.noDepartment(asText(cut(answer.typed, 60)));
  if (near.length === 0) {
    const names = all.map(({ name }) => name);
    const others = names.length > 0 ? range.departmentsAre(nameList(names, language)) : range.noDepartments;
    return { text: `${asked} ${others}`, blocks: [section(`${asked} ${others}`)] };
  }
  const text = `${asked} ${range.didYouMean} ${nameList(
    near.map(({ name }) => name),
    language,
  )}`;
  const choices = near.map(({ _id, name }, index) =>
    button({
      action: `${actions.askDepartment}_${index}`,
      text: name,
      value: lookValue({ span: question.span, departmentId: _id }),
      label: range.departmentLabel(name),
    }),
  );
  return { text, blocks: [section(`${asked} ${range.didYouMean}`), buttons(...choices)] };
}

/** The days are understood, and there is nothing to tell of them: why, and what to do. */
export function nothingMessage(
  answer: Nothing,
  { language, isManager }: { language: Language; isManager: boolean },
): Message {
  const text = nothingText(answer, language);
  // A day of which nothing is known can still be imported, or entered by hand.
  if (!isManager || answer.kind !== 'unknown') return { text, blocks: [section(text)] };
  // Without an account there is nothing to do with a day: linking comes first.
  if (!answer.isLinked && answer.first === null) {
    const link = button({ action: actions.openLink, text: texts(language).status.link, style: 'primary' });
    return { text, blocks: [section(text), buttons(link)] };
  }
  const { from, to } = answer.span;
  return { text, blocks: [section(text), ...(from === to ? [buttons(dayMenu(from, language))] : [])] };
}

/** Said under an answer whose days are also the name of a department. */
export function namesakeNote(name: string, language: Language) {
  return context(texts(language).range.namesake(asText(name)));
}

function nothingText(answer: Nothing, language: Language): string {
  const { range } = texts(language);
  switch (answer.kind) {
    case 'too-long':
      return range.tooLong;
    case 'not-over':
      return notOverText(answer.span, language);
    case 'no-stores':
      return answer.department
        ? range.noStores(asText(answer.department.name), spanText(answer.span, language))
        : texts(language).access.noneOfYours(spanText(answer.span, language));
    case 'unknown':
      return unknownText(answer, language);
  }
}

/** None of the days is over. */
export function notOverText(span: Span, language: Language): string {
  const { range, dayLog } = texts(language);
  const days = spanText(span, language);
  return span.from === span.to ? dayLog.notOver(days) : range.notOver(days);
}

function unknownText({ span, first }: { span: Span; first: string | null }, language: Language): string {
  const { range, dayLog } = texts(language);
  const days = spanText(span, language);
  const say = span.from === span.to ? dayLog : range;
  return first === null ? say.nothingYet(days) : say.unknown(days, dayText(first, language));
}
