import { setTimeout as pause } from 'node:timers/promises';
import type { SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Logger } from '../src/logger.ts';
import { loadingModal, noticeModal } from './modal.ts';

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
  { ack, view, client }: Pick<Submit, 'ack' | 'view' | 'client'>,
  { title, logger }: { title: string; logger: Logger },
): Submit['ack'] {
  let first: Promise<void> | undefined;
  const timer = setTimeout(() => {
    first = ack({ response_action: 'update', view: loadingModal(title, 'en') });
    first.catch((error) => logger.error({ err: error }, 'a submit could not be acknowledged'));
  }, inTime);
  return async (answer) => {
    clearTimeout(timer);
    if (!first) {
      first = ack(answer);
      return first;
    }
    const late = lateView(answer, title);
    if (!late) return;
    await first;
    await pause(settled);
    await client.views.update({ view_id: view.id, view: late });
  };
}

function lateView(answer: Answer, title: string): ModalView | undefined {
  if (!answer || answer.response_action === 'clear') return undefined;
  if (answer.response_action !== 'errors') return answer.view.type === 'modal' ? answer.view : undefined;
  return noticeModal({ title, text: Object.values(answer.errors).join('\n') }, 'en');
}
