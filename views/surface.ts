import type { RespondFn } from '@slack/bolt';
import type { KnownBlock, ModalView } from '@slack/types';
import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import type { Engine } from '../src/context.ts';
import { texts } from '../src/language/texts.ts';
import { type Asker, answering, type Request } from './answering.ts';
import { button, buttons, section } from './blocks.ts';
import { loadingModal, noticeModal } from './modal.ts';

/** A click or a command that may open a modal. */
export interface Opening {
  client: WebClient;
  asker: Asker;
  triggerId: string;
  /** The modal in which the click was made: it is filled anew instead of opening another. */
  viewId?: string;
  /** How to answer when Slack was too slow for a modal. */
  respond?: RespondFn;
  /** The action that opens the same modal again, and its value. */
  reopen: { action: string; value?: string };
}

/**
 * Opens a modal at once, empty, and fills it when what it shows has been looked up: Slack gives three seconds to open, and
 * none of them are spent on a database. What fails is told in the modal itself.
 */
export async function showModal(
  engine: Engine,
  opening: Opening,
  title: string,
  fill: (request: Request) => Promise<ModalView>,
): Promise<void> {
  const { client, asker } = opening;
  const viewId = opening.viewId ?? (await openEmpty(engine, opening, title));
  if (viewId === undefined) return;
  const show = (view: ModalView) => client.views.update({ view_id: viewId, view });
  await answering(
    engine,
    asker,
    (text) => show(noticeModal({ title, text }, 'en')),
    async (request) => {
      await show(await fill(request));
    },
  );
}

async function openEmpty(engine: Engine, opening: Opening, title: string): Promise<string | undefined> {
  const { client, triggerId, respond, reopen } = opening;
  try {
    const { view } = await client.views.open({ trigger_id: triggerId, view: loadingModal(title, 'en') });
    return view?.id;
  } catch (error) {
    const code = error instanceof WebAPIPlatformError ? error.data.error : 'no_answer';
    engine.logger.warn({ code }, 'a modal could not be opened');
    await respond?.({
      text: texts('en').trouble.slackSlow,
      blocks: tryAgain(reopen),
      response_type: 'ephemeral',
    });
    return undefined;
  }
}

function tryAgain({ action, value }: Opening['reopen']): KnownBlock[] {
  const { trouble } = texts('en');
  return [
    section(trouble.slackSlow),
    buttons(button({ action, text: trouble.openAgain, ...(value === undefined ? {} : { value }) })),
  ];
}
