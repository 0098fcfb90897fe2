import { setTimeout as pause } from 'node:timers/promises';
import type { SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Engine } from '../src/context.ts';
import type { Language } from '../src/language/format.ts';
import { texts } from '../src/language/texts.ts';
import { askerOf } from './bolt-args.ts';
import { loadingModal, noticeModal, type Words } from './modal.ts';

export type Submit = SlackViewMiddlewareArgs<ViewSubmitAction> & { client: WebClient };
type Answer = Parameters<Submit['ack']>[0];

/** How long the answer to a submit may take, milliseconds: Slack waits for three seconds, and then shows an error of its own. */
const inTime = 2_200;

/** So long after a late acknowledgement Slack has certainly shown it, and an update is not overtaken. */
const settled = 400;

/**
 * The `ack` of a submit that is always in time: what is not there by then is shown in the form afterwards, field errors as
 * a plain text, and so is whatever is said after a first answer.
 */
export function timelyAck(
  { ack, body, view, client }: Pick<Submit, 'ack' | 'body' | 'view' | 'client'>,
  { title, logger, readers }: Pick<Engine, 'logger' | 'readers'> & { title: Words },
): Submit['ack'] {
  const language = () => readers.atOnce(askerOf(body));
  const titleIn = (read: Language) => title(texts(read));
  let first: Promise<void> | undefined;
  const timer = setTimeout(() => {
    first = ack({ response_action: 'update', view: loadingModal(titleIn(language()), language()) });
    first.catch((error) => logger.error({ err: error }, 'a submit could not be acknowledged'));
  }, inTime);
  return async (answer) => {
    clearTimeout(timer);
    if (!first) {
      first = ack(inPlainWords(answer));
      return first;
    }
    const late = lateView(answer, { title: titleIn(language()), language: language() });
    if (!late) return;
    await first;
    await pause(settled);
    await client.views.update({ view_id: view.id, view: late });
  };
}

/** Slack shows what stands at a field as it is: the marks of code would be read as part of what is to be typed. */
function inPlainWords(answer: Answer): Answer {
  if (answer?.response_action !== 'errors') return answer;
  const errors = Object.entries(answer.errors).map(([field, text]) => [field, text.replaceAll('`', '')]);
  return { ...answer, errors: Object.fromEntries(errors) };
}

function lateView(
  answer: Answer,
  { title, language }: { title: string; language: Language },
): ModalView | undefined {
  // The form was to close, which only an acknowledgement in time can do: it says instead that it is done.
  if (!answer) return noticeModal({ title, text: texts(language).settings.saved }, language);
  if (answer.response_action === 'clear') return undefined;
  if (answer.response_action !== 'errors') return answer.view.type === 'modal' ? answer.view : undefined;
  return noticeModal({ title, text: Object.values(answer.errors).join('\n') }, language);
}
