import { z } from 'zod';
import type { Engine } from '../../src/context.ts';
import { mappingSummary } from '../../src/departments/mapping-summary.ts';
import { chooseChannel } from '../../src/digest/choose-channel.ts';
import { chooseVat } from '../../src/digest/choose-vat.ts';
import { usualHour } from '../../src/digest/save-channel.ts';
import { chooseLanguage } from '../../src/language/choose-language.ts';
import { hourText } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { requireManager } from '../../src/security/permissions.ts';
import { statusOf } from '../../src/turnover/status.ts';
import { answering } from '../answering.ts';
import { askerOf, openingOf } from '../bolt-args.ts';
import { actions, callbacks, fields } from '../ids.ts';
import type { Listeners } from '../listeners-by-name.ts';
import { mappingDoneModal } from '../mapping/done.ts';
import { noticeModal, noticeThrough, type Words } from '../modal.ts';
import { type Opening, showModal } from '../surface.ts';
import { type Submit, timelyAck } from '../timely-ack.ts';
import { registerChannels } from './channel-listeners.ts';
import { settingsView } from './settings-view.ts';

const chosenOption = z.object({
  [actions.input]: z.object({ selected_option: z.object({ value: z.string() }) }),
});
const form = z.object({
  // Only there until the first channel is chosen.
  [fields.channel]: z
    .object({ [actions.input]: z.object({ selected_conversation: z.string().nullish() }) })
    .optional(),
  [fields.hour]: chosenOption.optional(),
  [fields.vat]: chosenOption,
  [fields.language]: chosenOption,
});
const hourOfDay = z.coerce.number().int().min(0).max(23);
const vatChoice = z.enum(['incl', 'excl']);
const languageChoice = z.enum(['en', 'nl']);

const title: Words = (say) => say.settings.title;

export function registerSettings(on: Listeners, engine: Engine): void {
  on.action(actions.openSettings, async ({ ack, ...args }) => {
    await ack();
    await openSettingsModal(engine, openingOf(args, { action: actions.openSettings }));
  });
  on.action(actions.chooseChannel, async ({ ack, body, client }) => {
    await ack();
    const picked = body.actions[0];
    const channelId = picked?.type === 'conversations_select' ? picked.selected_conversation : null;
    const view = body.view;
    if (!channelId || !view) return;
    const show = (next: ReturnType<typeof noticeModal>) =>
      client.views.update({ view_id: view.id, view: next });
    const tell = noticeThrough(show, title);
    await answering(engine, askerOf(body), tell, async ({ context, userId, language }) => {
      await requireManager(context, userId);
      await chooseChannel(context, { channelId, hour: usualHour, userId });
      const linkId = (await statusOf(context)).links[0]?.link._id ?? '';
      await show(mappingDoneModal(await mappingSummary(context, { linkId }), language));
    });
  });
  registerChannels(on, engine);
  on.submit(callbacks.settings, (args) => submitSettings(engine, args));
}

/** Opens the settings as they are. */
export async function openSettingsModal(engine: Engine, opening: Opening): Promise<void> {
  await showModal(engine, opening, title, async ({ context, userId, language }) => {
    await requireManager(context, userId);
    return settingsView(context, language);
  });
}

async function submitSettings(engine: Engine, args: Submit): Promise<void> {
  const { body, view } = args;
  const ack = timelyAck(args, { ...engine, title });
  const tell = noticeThrough((next) => ack({ response_action: 'update', view: next }), title);
  await answering(engine, askerOf(body), tell, async ({ context, userId, language }) => {
    await requireManager(context, userId);
    const values = form.parse(view.state.values);
    const channelId = values[fields.channel]?.[actions.input].selected_conversation;
    const hour = hourOfDay.parse(values[fields.hour]?.[actions.input].selected_option.value ?? usualHour);
    const vat = vatChoice.parse(values[fields.vat][actions.input].selected_option.value);
    const spoken = languageChoice.parse(values[fields.language][actions.input].selected_option.value);
    await chooseVat(context, { vat, userId });
    await chooseLanguage(context, { language: spoken, userId });
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
