import type { BlockAction, RespondFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { answerAccess } from '../../src/access/answer-access.ts';
import { type Asked, askAccess } from '../../src/access/ask-access.ts';
import type { Engine } from '../../src/context.ts';
import { texts } from '../../src/language/texts.ts';
import { requireManager } from '../../src/security/permissions.ts';
import { answering, type Tell } from '../answering.ts';
import { askerOf, pressedValue } from '../bolt-args.ts';
import { actions } from '../ids.ts';
import type { Listeners } from '../listeners-by-name.ts';
import { noticeThrough, type Words } from '../modal.ts';
import { answerText, askedText } from './request-blocks.ts';

const title: Words = (say) => say.access.title;

const answers = { [actions.allowAccess]: true, [actions.declineAccess]: false };

interface Click {
  body: BlockAction;
  client: WebClient;
  /** Slack gives none for clicks in Home and modals. */
  respond?: RespondFn;
}

/** A person asks for what they may not do, and a manager answers. */
export function registerAccessRequests(on: Listeners, engine: Engine): void {
  on.action(actions.askAccess, async ({ ack, ...click }) => {
    await ack();
    await ask(engine, click, { wish: 'see', departmentId: pressedValue(click.body) || null });
  });
  on.action(actions.askToManage, async ({ ack, ...click }) => {
    await ack();
    await ask(engine, click, { wish: 'manage' });
  });
  for (const [action, isAllowed] of Object.entries(answers)) {
    on.action(action, async ({ ack, ...click }) => {
      await ack();
      const tell = tellFor(click);
      await answering(engine, askerOf(click.body), tell, async ({ context, userId, language }) => {
        await requireManager(context, userId);
        const answer = { requestId: pressedValue(click.body), isAllowed, userId };
        const request = await answerAccess(context, answer);
        await tell(request ? answerText(request, language) : texts(language).access.goneQuestion, language);
      });
    });
  }
}

async function ask(engine: Engine, click: Click, asked: Asked): Promise<void> {
  const tell = tellFor(click);
  await answering(engine, askerOf(click.body), tell, async ({ context, userId, language }) => {
    await tell(askedText(await askAccess(context, { userId, asked }), language), language);
  });
}

/** Beside the message that was clicked in, in the modal, or, from Home, where nothing can be said, as a direct message. */
function tellFor({ body, client, respond }: Click): Tell {
  const { view, user } = body;
  if (view?.type === 'modal')
    return noticeThrough((next) => client.views.update({ view_id: view.id, view: next }), title);
  if (view || !respond) return (text) => client.chat.postMessage({ channel: user.id, text });
  return (text) => respond({ text, response_type: 'ephemeral', replace_original: false });
}
