import type { Engine } from '../../src/context.ts';
import { texts } from '../../src/language/texts.ts';
import { endLink } from '../../src/lightspeed/end-link.ts';
import { requireManager } from '../../src/security/permissions.ts';
import { statusOf } from '../../src/turnover/status.ts';
import { answering } from '../answering.ts';
import { asText } from '../blocks.ts';
import { askerOf, openingOf, pressedValue } from '../bolt-args.ts';
import { actions, callbacks, fields } from '../ids.ts';
import type { Listeners } from '../listeners-by-name.ts';
import { noticeModal, noticeThrough, type Words } from '../modal.ts';
import { type Opening, showModal } from '../surface.ts';
import { type Submit, timelyAck } from '../timely-ack.ts';
import { unlinkModal } from './blocks.ts';

const title: Words = (say) => say.unlink.title;

export function registerUnlink(on: Listeners, engine: Engine): void {
  on.action(actions.openUnlink, async ({ ack, ...args }) => {
    await ack();
    const linkId = pressedValue(args.body);
    await openUnlinkModal(engine, openingOf(args, { action: actions.openUnlink, value: linkId }), linkId);
  });
  on.submit(callbacks.unlink, (args) => submitUnlink(engine, args));
}

/** Asks whether a link is to be ended: the one that is named, else which. */
export async function openUnlinkModal(engine: Engine, opening: Opening, linkId?: string): Promise<void> {
  await showModal(engine, opening, title, async ({ context, userId, language }) => {
    await requireManager(context, userId);
    const links = (await statusOf(context)).links.map(({ link }) => link);
    if (!linkId) return unlinkModal(links, language);
    const named = links.filter(({ _id }) => _id === linkId);
    const say = texts(language).unlink;
    return named.length > 0
      ? unlinkModal(named, language)
      : noticeModal({ title: say.title, text: say.gone }, language);
  });
}

async function submitUnlink(engine: Engine, args: Submit): Promise<void> {
  const { body, view } = args;
  const ack = timelyAck(args, { ...engine, title });
  const tell = noticeThrough((next) => ack({ response_action: 'update', view: next }), title);
  await answering(engine, askerOf(body), tell, async ({ context, userId, language }) => {
    await requireManager(context, userId);
    const chosen = view.state.values[fields.account]?.[actions.input]?.selected_option?.value;
    const link = await endLink(context, { linkId: chosen ?? view.private_metadata, userId });
    const say = texts(language).unlink;
    await tell(link ? say.done(asText(link.name)) : say.gone, language);
  });
}
