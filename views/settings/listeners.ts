import type { App, BlockAction, ViewSubmitAction } from '@slack/bolt';
import { z } from 'zod';
import type { Engine } from '../../src/context.ts';
import { mappingSummary } from '../../src/departments/mapping-summary.ts';
import { chooseChannel, usualHour } from '../../src/digest/choose-channel.ts';
import { chooseVat } from '../../src/digest/choose-vat.ts';
import { hourText } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { requireManager } from '../../src/security/permissions.ts';
import { statusOf } from '../../src/turnover/status.ts';
import { answering } from '../answering.ts';
import { askerOf, openingOf } from '../bolt-args.ts';
import { actions, callbacks, fields } from '../ids.ts';
import { mappingDoneModal } from '../mapping/done.ts';
import { noticeModal } from '../modal.ts';
import { type Opening, showModal } from '../surface.ts';
import { type Submit, timelyAck } from '../timely-ack.ts';
import { settingsModal } from './blocks.ts';

const chosenOption = z.object({
  [actions.input]: z.object({ selected_option: z.object({ value: z.string() }) }),
});
const form = z.object({
  [fields.channel]: z.object({
    [actions.input]: z.object({ selected_conversation: z.string().nullish() }),
  }),
  [fields.hour]: chosenOption,
  [fields.vat]: chosenOption,
});
const hourOfDay = z.coerce.number().int().min(0).max(23);
const vatChoice = z.enum(['incl', 'excl']);

export function registerSettings(app: App, engine: Engine): void {
  app.action<BlockAction>(actions.openSettings, async ({ ack, ...args }) => {
    await ack();
    await openSettingsModal(engine, openingOf(args, { action: actions.openSettings }));
  });
  app.action<BlockAction>(actions.chooseChannel, async ({ ack, body, client }) => {
    await ack();
    const picked = body.actions[0];
    const channelId = picked?.type === 'conversations_select' ? picked.selected_conversation : null;
    const view = body.view;
    if (!channelId || !view) return;
    const show = (next: ReturnType<typeof noticeModal>) =>
      client.views.update({ view_id: view.id, view: next });
    const tell = (text: string) => show(noticeModal({ title: texts('en').settings.title, text }, 'en'));
    await answering(engine, askerOf(body), tell, async ({ context, userId, language }) => {
      await requireManager(context, userId);
      await chooseChannel(context, { channelId, hour: usualHour, userId });
      const linkId = (await statusOf(context)).links[0]?.link._id ?? '';
      await show(mappingDoneModal(await mappingSummary(context, { linkId }), language));
    });
  });
  app.view<ViewSubmitAction>(callbacks.settings, (args) => submitSettings(engine, args));
}

/** Opens the settings as they are. */
export async function openSettingsModal(engine: Engine, opening: Opening): Promise<void> {
  await showModal(engine, opening, texts('en').settings.title, async ({ context, userId, language }) => {
    await requireManager(context, userId);
    const { workspace, models } = context;
    const channel = await models.channels
      .findOne({ workspaceId: workspace._id })
      .sort({ chosenAt: 1 })
      .lean();
    return settingsModal({ channel, zone: workspace.zone, vat: workspace.vat }, language);
  });
}

async function submitSettings(engine: Engine, args: Submit): Promise<void> {
  const { body, view } = args;
  const { settings } = texts('en');
  const ack = timelyAck(args, { title: settings.title, logger: engine.logger });
  const tell = (text: string) =>
    ack({ response_action: 'update', view: noticeModal({ title: settings.title, text }, 'en') });
  await answering(engine, askerOf(body), tell, async ({ context, userId, language }) => {
    await requireManager(context, userId);
    const values = form.parse(view.state.values);
    const channelId = values[fields.channel][actions.input].selected_conversation;
    const hour = hourOfDay.parse(values[fields.hour][actions.input].selected_option.value);
    const vat = vatChoice.parse(values[fields.vat][actions.input].selected_option.value);
    await chooseVat(context, { vat, userId });
    if (channelId) await chooseChannel(context, { channelId, hour, userId });
    const say = texts(language);
    const text = channelId
      ? `${say.settings.saved} ${say.mapping.digestGoesTo(channelId, hourText(hour, language))}`
      : say.settings.saved;
    await ack({
      response_action: 'update',
      view: noticeModal({ title: say.settings.savedTitle, text }, language),
    });
  });
}
