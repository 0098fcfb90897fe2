import type { BlockAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Context, Engine } from '../../src/context.ts';
import type { Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { beginKeyPage, type KeyPurpose } from '../../src/lightspeed/key-page/begin-key-page.ts';
import { beginConsent } from '../../src/lightspeed/oauth/begin-consent.ts';
import { requireManager } from '../../src/security/permissions.ts';
import { within } from '../../src/within.ts';
import { answering } from '../answering.ts';
import { askerOf, openingOf, pressedValue } from '../bolt-args.ts';
import { actions, callbacks, fields } from '../ids.ts';
import type { Listeners } from '../listeners-by-name.ts';
import { noticeThrough, type Words } from '../modal.ts';
import { type Opening, showModal } from '../surface.ts';
import { type Submit, timelyAck } from '../timely-ack.ts';
import { checkingModal, linkFailedModal } from './blocks.ts';
import { linkModal } from './form.ts';
import { type FilledLinkForm, readLinkForm } from './read-form.ts';
import { tryToLink } from './try-to-link.ts';

/** How long the form is held open while the key is tried: Slack waits three seconds for an answer. */
const holdForm = 2_000;

const title: Words = (say) => say.link.title;

export function registerLink(on: Listeners, engine: Engine): void {
  on.action(actions.openLink, async ({ ack, ...args }) => {
    await ack();
    const linkId = pressedValue(args.body);
    await openLinkModal(engine, openingOf(args, { action: actions.openLink, value: linkId }), linkId);
  });
  on.action(actions.pickSeries, async ({ ack, body, client }) => {
    await ack();
    await changeSeries(engine, { body, client });
  });
  // The browser does the rest.
  on.action(actions.connect, async ({ ack }) => ack());
  on.action(actions.openKeyPage, async ({ ack }) => ack());
  on.submit(callbacks.link, (args) => submitKey(engine, args));
}

/** Opens the form that takes a key, set to what a link needs when one is named. */
export async function openLinkModal(engine: Engine, opening: Opening, linkId?: string): Promise<void> {
  await showModal(engine, opening, title, async ({ context, userId, language }) => {
    await requireManager(context, userId);
    const place = { workspaceId: context.workspace._id };
    const link = linkId ? await context.models.links.findOne({ ...place, _id: linkId }).lean() : null;
    const series = link?.series ?? 'r';
    const prefix = link?.prefix ?? undefined;
    const ways = await waysAround(context, { series, userId, prefix, account: link?.name });
    return linkModal({ series, prefix, ...ways }, language);
  });
}

/** Shows the fields of the series that was chosen; what is typed already stays, Slack keeps it by block. */
async function changeSeries(
  engine: Engine,
  { body, client }: { body: BlockAction; client: WebClient },
): Promise<void> {
  const { view } = body;
  if (!view) return;
  const show = (next: ModalView) => client.views.update({ view_id: view.id, hash: view.hash, view: next });
  const tell = noticeThrough(show, title);
  await answering(engine, askerOf(body), tell, async ({ context, userId, language }) => {
    await requireManager(context, userId);
    const { series } = readLinkForm(view.state.values);
    await show(linkModal({ series, ...(await waysAround(context, { series, userId })) }, language));
  });
}

/** The ways to link that need no key typed into Slack, as far as they are open here. */
async function waysAround(context: Context, asked: { userId: string } & KeyPurpose) {
  const consentUrl = asked.series === 'r' ? await beginConsent(context, asked) : undefined;
  return { consentUrl, keyPageUrl: await beginKeyPage(context, asked) };
}

async function submitKey(engine: Engine, args: Submit): Promise<void> {
  const { body, view, client } = args;
  const ack = timelyAck(args, { ...engine, title });
  // What is wrong with the form is said before anybody could be asked for the language.
  const atOnce = engine.readers.atOnce(askerOf(body));
  const form = readLinkForm(view.state.values);
  if (form.series === 'x' && form.prefix === undefined) {
    // The client did not tell of the choice of series, so the form has no box for the prefix yet.
    const next = linkModal({ series: 'x', remark: texts(atOnce).link.prefixMissing }, atOnce);
    return ack({ response_action: 'update', view: next });
  }
  const errors = emptyFields(form, atOnce);
  if (Object.keys(errors).length > 0) return ack({ response_action: 'errors', errors });

  let acknowledged = false;
  const showLate = (late: ModalView) => client.views.update({ view_id: view.id, view: late });
  const tell = noticeThrough(
    (notice) => (acknowledged ? showLate(notice) : ack({ response_action: 'update', view: notice })),
    title,
  );
  await answering(engine, askerOf(body), tell, async ({ context, userId, language }) => {
    const outcome = tryToLink(context, { form, userId }, language);
    const first = await within(outcome, holdForm);
    acknowledged = true;
    if (!first) {
      await ack({ response_action: 'update', view: checkingModal(language) });
      const late = await outcome;
      await showLate('error' in late ? linkFailedModal({ text: late.error }, language) : late.view);
    } else if ('error' in first) {
      await ack({ response_action: 'errors', errors: { [first.field]: first.error } });
    } else {
      await ack({ response_action: 'update', view: first.view });
    }
  });
}

function emptyFields({ series, prefix, key }: FilledLinkForm, language: Language): Record<string, string> {
  const say = texts(language).link;
  return {
    ...(prefix === '' ? { [fields.prefix]: say.prefixEmpty } : {}),
    ...(key === '' ? { [fields.key]: say.empty[series] } : {}),
  };
}
