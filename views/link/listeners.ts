import type { App, BlockAction, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Context, Engine } from '../../src/context.ts';
import type { Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { LightspeedError } from '../../src/lightspeed/errors.ts';
import { type Linked, linkAccount } from '../../src/lightspeed/link-account.ts';
import { requireManager } from '../../src/security/permissions.ts';
import { statusOf } from '../../src/turnover/status.ts';
import { answering } from '../answering.ts';
import { askerOf, openingOf } from '../bolt-args.ts';
import { actions, callbacks, fields } from '../ids.ts';
import { noticeModal } from '../modal.ts';
import { type Opening, showModal } from '../surface.ts';
import { checkingModal, linkedModal, linkFailedModal, linkModal } from './blocks.ts';

/** How long the form is held open while the key is tried: Slack waits three seconds for an answer. */
const holdForm = 2_000;

/** How long the key is tried in all. */
const tryKey = 20_000;

const form = z.object({
  [fields.key]: z.object({ [actions.input]: z.object({ value: z.string().nullish() }) }),
});

export function registerLink(app: App, engine: Engine): void {
  app.action<BlockAction>(actions.openLink, async ({ ack, ...args }) => {
    await ack();
    await openLinkModal(engine, openingOf(args, { action: actions.openLink }));
  });
  app.view<ViewSubmitAction>(callbacks.link, (args) => submitKey(engine, args));
}

/** Opens the form that takes an API key. */
export async function openLinkModal(engine: Engine, opening: Opening): Promise<void> {
  await showModal(engine, opening, texts('en').link.title, async ({ context, userId, language }) => {
    await requireManager(context, userId);
    return linkModal(language);
  });
}

type Submit = SlackViewMiddlewareArgs<ViewSubmitAction> & { client: WebClient };

async function submitKey(engine: Engine, { ack, body, view, client }: Submit): Promise<void> {
  const asker = askerOf(body);
  const say = texts('en').link;
  const typed = form.safeParse(view.state.values);
  const key = (typed.data?.[fields.key][actions.input].value ?? '').trim();
  if (key === '') return ack({ response_action: 'errors', errors: { [fields.key]: say.empty } });

  let acknowledged = false;
  const showLate = (late: ReturnType<typeof linkFailedModal>) =>
    client.views.update({ view_id: view.id, view: late });
  const tell = async (text: string) => {
    const notice = noticeModal({ title: say.title, text }, 'en');
    if (acknowledged) await showLate(notice);
    else await ack({ response_action: 'update', view: notice });
  };
  await answering(engine, asker, tell, async ({ context, userId, language }) => {
    const outcome = tryToLink(context, { key, userId }, language);
    const first = await within(outcome, holdForm);
    acknowledged = true;
    if (!first) {
      await ack({ response_action: 'update', view: checkingModal(language) });
      const late = await outcome;
      await showLate('error' in late ? linkFailedModal({ text: late.error }, language) : late.view);
    } else if ('error' in first) {
      await ack({ response_action: 'errors', errors: { [fields.key]: first.error } });
    } else {
      await ack({ response_action: 'update', view: first.view });
    }
  });
}

type Outcome = { view: ReturnType<typeof linkedModal> } | { error: string };

async function tryToLink(
  context: Context,
  { key, userId }: { key: string; userId: string },
  language: Language,
): Promise<Outcome> {
  await requireManager(context, userId);
  let linked: Linked;
  try {
    linked = await linkAccount(context, { key, userId, deadline: tryKey });
  } catch (error) {
    if (!(error instanceof LightspeedError)) throw error;
    context.logger.info({ err: error }, 'a key did not do');
    return { error: refusalText(error, language) };
  }
  const { links } = await statusOf(context);
  return { view: linkedModal({ ...linked, links }, language) };
}

function refusalText(error: LightspeedError, language: Language): string {
  const { refused, denied, down, unreadable } = texts(language).link;
  const byName: Record<string, string> = {
    KeyRefusedError: refused,
    AccessDeniedError: denied,
    LightspeedDownError: down,
  };
  return byName[error.name] ?? unreadable;
}

/** What a promise gives within a time, or undefined when it takes longer; a late failure is the caller's to await. */
async function within<Result>(work: Promise<Result>, milliseconds: number): Promise<Result | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, milliseconds, undefined);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
