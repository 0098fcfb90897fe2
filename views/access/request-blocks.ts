import type { Button } from '@slack/types';
import type { AccessRequest } from '../../models/access-request.ts';
import type { AskOutcome } from '../../src/access/ask-access.ts';
import { type Language, list } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { Message } from '../../src/slack/message.ts';
import { asText, button, buttons, section } from '../blocks.ts';
import { actions } from '../ids.ts';

/** Asks the managers to let a person see the turnover, or that of one department. */
export function askButton(language: Language, departmentId = ''): Button {
  return button({ action: actions.askAccess, text: texts(language).access.ask, value: departmentId });
}

/** Asks the managers to let a person manage too. */
export function askToManageButton(language: Language): Button {
  return button({ action: actions.askToManage, text: texts(language).access.askToManage });
}

/** What became of asking, for who asked. */
export function askedText(outcome: AskOutcome, language: Language): string {
  const { access } = texts(language);
  switch (outcome.kind) {
    case 'asked':
      return access.asked(
        list(
          outcome.managers.map((userId) => `<@${userId}>`),
          language,
        ),
      );
    case 'may':
      return access.may[outcome.wish];
    case 'declined':
      return access.declinedLately(outcome.by);
    default:
      return access[outcome.kind];
  }
}

/** Told to managers: who asks for what, with the answers, or what was answered. */
export function accessAskedMessage(request: AccessRequest, language: Language): Message {
  const { access } = texts(language);
  const { _id: value, userId, wish, departmentName } = request;
  const question =
    departmentName === null
      ? access.wishes[wish](userId)
      : access.wishes.department(userId, asText(departmentName));
  if (request.state !== 'open') {
    const text = `${question} ${answerText(request, language)}`;
    return { text, blocks: [section(text)] };
  }
  const text = `${question} ${access.meaning[departmentName === null ? wish : 'department']}`;
  return {
    text,
    blocks: [
      section(text),
      buttons(
        button({ action: actions.allowAccess, text: access.allow, value, style: 'primary' }),
        button({ action: actions.declineAccess, text: access.decline, value }),
      ),
    ],
  };
}

/** What a manager answered, for all of them. */
export function answerText({ state, answeredBy }: AccessRequest, language: Language): string {
  const { access } = texts(language);
  const by = answeredBy ?? '';
  return state === 'allowed' ? access.allowed(by) : access.declined(by);
}

/** Told to who asked. */
export function accessAnsweredMessage(request: AccessRequest, language: Language): Message {
  const { access } = texts(language);
  const { state, answeredBy, wish, departmentName } = request;
  const by = answeredBy ?? '';
  const say = state === 'allowed' ? access.given : access.notGiven;
  const text = departmentName === null ? say[wish](by) : say.department(by, asText(departmentName));
  return { text, blocks: [section(text)] };
}
