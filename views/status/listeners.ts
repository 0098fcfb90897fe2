import type { BlockAction, RespondFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Engine } from '../../src/context.ts';
import { showHome } from '../../src/home/show-home.ts';
import { texts } from '../../src/language/texts.ts';
import { pauseLink, resumeLink } from '../../src/lightspeed/pause-link.ts';
import { takeOverLink } from '../../src/lightspeed/take-over.ts';
import { requireManager } from '../../src/security/permissions.ts';
import { statusOf } from '../../src/turnover/status.ts';
import { type Asker, answering, type Request, type Tell } from '../answering.ts';
import { asText, section } from '../blocks.ts';
import { askerOf, pressedValue } from '../bolt-args.ts';
import { actions } from '../ids.ts';
import type { Listeners } from '../listeners-by-name.ts';
import { respondTell } from '../respond-tell.ts';
import { statusMessage } from './blocks.ts';

const changes = { [actions.pauseLink]: pauseLink, [actions.resumeLink]: resumeLink };

/** Pause, resume and take over: in the status, in Home and in notices. */
export function registerLinkCare(on: Listeners, engine: Engine): void {
  for (const [action, change] of Object.entries(changes)) {
    on.action(action, async ({ ack, ...click }) => {
      await ack();
      await answerClick(engine, click, async ({ context, userId, language }, tell) => {
        const done = await change(context, { linkId: pressedValue(click.body), userId });
        if (!done) return void (await tell(texts(language).linkStatus.gonePause));
        await showStatus(click, { context, userId, language });
      });
    });
  }
  on.action(actions.takeOver, async ({ ack, ...click }) => {
    await ack();
    await answerClick(engine, click, async ({ context, userId, language }, tell) => {
      const link = await takeOverLink(context, { linkId: pressedValue(click.body), userId });
      const say = texts(language).linkNotices;
      await tell(link ? say.takenOver(asText(link.name)) : say.notTaken);
    });
  });
}

interface Click {
  body: BlockAction;
  client: WebClient;
  /** Slack gives none for clicks in Home. */
  respond?: RespondFn;
}

async function answerClick(
  engine: Engine,
  { body, client, respond }: Click,
  work: (request: Pick<Request, 'context' | 'userId' | 'language'>, tell: Say) => Promise<void>,
): Promise<void> {
  const asker = askerOf(body);
  const tell = body.view || !respond ? messageTell(client, asker) : respondTell(respond);
  await answering(engine, asker, tell, async (request) => {
    await requireManager(request.context, request.userId);
    await work(request, (text) => tell(text, request.language));
  });
}

type Say = (text: string) => Promise<unknown>;

/** A click in Home has no place to answer in: it is told by direct message. */
function messageTell(client: WebClient, { userId }: Asker): Tell {
  return (text, _language, more = []) =>
    client.chat.postMessage({
      channel: userId,
      text,
      ...(more.length > 0 ? { blocks: [section(text), ...more] } : {}),
    });
}

/** How things are after the click: in place of what was clicked, or beside a notice, which stays. */
async function showStatus(
  { body, respond }: Click,
  { context, userId, language }: Pick<Request, 'context' | 'userId' | 'language'>,
): Promise<void> {
  if (body.view) {
    await showHome(context, { userId });
  } else {
    const status = await statusOf(context);
    const isStatus = 'is_ephemeral' in body.container && body.container['is_ephemeral'] === true;
    const message = statusMessage(status, { language, isManager: true });
    await respond?.({ ...message, response_type: 'ephemeral', replace_original: isStatus });
  }
}
