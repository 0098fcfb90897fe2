import type { App, BlockAction, ViewSubmitAction } from '@slack/bolt';
import type { Engine } from '../../src/context.ts';
import { texts } from '../../src/language/texts.ts';
import { endLink } from '../../src/lightspeed/end-link.ts';
import { requireManager } from '../../src/security/permissions.ts';
import { statusOf } from '../../src/turnover/status.ts';
import { answering } from '../answering.ts';
import { asText } from '../blocks.ts';
import { askerOf, openingOf } from '../bolt-args.ts';
import { actions, callbacks, fields } from '../ids.ts';
import { noticeModal } from '../modal.ts';
import { type Opening, showModal } from '../surface.ts';
import { type Submit, timelyAck } from '../timely-ack.ts';
import { unlinkModal } from './blocks.ts';

export function registerUnlink(app: App, engine: Engine): void {
  app.action<BlockAction>(actions.openUnlink, async ({ ack, ...args }) => {
    await ack();
    await openUnlinkModal(engine, openingOf(args, { action: actions.openUnlink }));
  });
  app.view<ViewSubmitAction>(callbacks.unlink, (args) => submitUnlink(engine, args));
}

/** Asks whether a link is to be ended. */
export async function openUnlinkModal(engine: Engine, opening: Opening): Promise<void> {
  const { title } = texts('en').unlink;
  await showModal(engine, opening, title, async ({ context, userId, language }) => {
    await requireManager(context, userId);
    const { links } = await statusOf(context);
    return unlinkModal(
      links.map(({ link }) => link),
      language,
    );
  });
}

async function submitUnlink(engine: Engine, args: Submit): Promise<void> {
  const { body, view } = args;
  const { title } = texts('en').unlink;
  const ack = timelyAck(args, { title, logger: engine.logger });
  const show = (text: string) => ack({ response_action: 'update', view: noticeModal({ title, text }, 'en') });
  await answering(engine, askerOf(body), show, async ({ context, userId, language }) => {
    await requireManager(context, userId);
    const chosen = view.state.values[fields.account]?.[actions.input]?.selected_option?.value;
    const link = await endLink(context, { linkId: chosen ?? view.private_metadata, userId });
    const say = texts(language).unlink;
    await show(link ? say.done(asText(link.name)) : say.gone);
  });
}
