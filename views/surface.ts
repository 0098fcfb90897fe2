import type { RespondFn } from '@slack/bolt';
import type { KnownBlock, ModalView } from '@slack/types';
import { WebAPIPlatformError, WebAPIRateLimitedError, type WebClient } from '@slack/web-api';
import type { Engine } from '../src/context.ts';
import type { Language } from '../src/language/format.ts';
import { texts } from '../src/language/texts.ts';
import { type Asker, answering, type Request } from './answering.ts';
import { button, buttons, section } from './blocks.ts';
import { loadingModal, noticeThrough, type Words } from './modal.ts';

/** A click or a command that may open a modal. */
export interface Opening {
  client: WebClient;
  asker: Asker;
  triggerId: string;
  /** The modal in which the click was made: it is filled anew instead of opening another. */
  viewId?: string;
  /** Lay the modal on top of that one instead, from which one comes back to it. */
  isOnTop?: boolean;
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
  title: Words,
  fill: (request: Request) => Promise<ModalView>,
): Promise<void> {
  const { client, asker } = opening;
  const viewId = (opening.isOnTop ? undefined : opening.viewId) ?? (await openEmpty(engine, opening, title));
  if (viewId === undefined) return;
  const show = async (view: ModalView) => {
    try {
      await client.views.update({ view_id: viewId, view });
    } catch (error) {
      // Closed, or another one was opened in its place: nobody waits for what would stand in it.
      if (!(error instanceof WebAPIPlatformError && error.data.error === 'not_found')) throw error;
      engine.logger.debug({ ...asker }, 'a modal was closed before it was filled');
    }
  };
  await answering(engine, asker, noticeThrough(show, title), async (request) => {
    await show(await fill(request));
  });
}

async function openEmpty(engine: Engine, opening: Opening, title: Words): Promise<string | undefined> {
  const { client, triggerId, respond, reopen, isOnTop } = opening;
  const name = engine.newId();
  // Nobody is asked which language it is: there are three seconds, and what is filled in comes in the right one.
  const language = engine.readers.atOnce(opening.asker);
  const view = { ...loadingModal(title(texts(language)), language), external_id: name };
  try {
    const look = { trigger_id: triggerId, view };
    const opened = await (isOnTop ? client.views.push(look) : client.views.open(look));
    return opened.view?.id;
  } catch (error) {
    const code = error instanceof WebAPIPlatformError ? error.data.error : 'no_answer';
    if (mayBeOpen(error)) {
      const found = await client.views.update({ external_id: name, view }).catch(() => undefined);
      if (found?.view?.id !== undefined) return found.view.id;
    }
    engine.logger.warn({ code }, 'a modal could not be opened');
    await respond?.({
      text: texts(language).trouble.slackSlow,
      blocks: tryAgain(reopen, language),
      response_type: 'ephemeral',
    });
    return undefined;
  }
}

/** Slack did not say, or a second try met the first: the form may be there, and is found by its own name. */
function mayBeOpen(error: unknown): boolean {
  if (error instanceof WebAPIRateLimitedError) return false;
  if (!(error instanceof WebAPIPlatformError)) return true;
  return ['exchanged_trigger_id', 'duplicate_external_id'].includes(error.data.error);
}

function tryAgain({ action, value }: Opening['reopen'], language: Language): KnownBlock[] {
  const { trouble } = texts(language);
  return [
    section(trouble.slackSlow),
    buttons(button({ action, text: trouble.openAgain, ...(value === undefined ? {} : { value }) })),
  ];
}
