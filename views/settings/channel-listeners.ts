import type { BlockAction } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Department } from '../../models/department.ts';
import type { Context, Engine } from '../../src/context.ts';
import { allDepartments, isActive } from '../../src/departments/in-order.ts';
import { type ChannelRow, findChannel } from '../../src/digest/list-channels.ts';
import { lookOf } from '../../src/digest/look.ts';
import { removeChannel } from '../../src/digest/remove-channel.ts';
import { sampleDigest, sendTestDigest } from '../../src/digest/sample.ts';
import {
  type ChannelSettings,
  mostChannels,
  saveChannel,
  usualSettings,
} from '../../src/digest/save-channel.ts';
import { hourText, type Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { requireManager } from '../../src/security/permissions.ts';
import { zonesLike } from '../../src/stores/zones.ts';
import { answering } from '../answering.ts';
import { option } from '../blocks.ts';
import { askerOf, openingOf, pressedValue } from '../bolt-args.ts';
import { actions, callbacks, fields } from '../ids.ts';
import type { Listeners } from '../listeners-by-name.ts';
import { noticeModal, noticeThrough, type Words } from '../modal.ts';
import { type Opening, showModal } from '../surface.ts';
import { type Submit, timelyAck } from '../timely-ack.ts';
import { channelModal } from './channel-form.ts';
import { previewModal } from './preview.ts';
import { readChannel } from './read-channel.ts';
import { settingsView } from './settings-view.ts';

const title: Words = (say) => say.channels.formTitle;

/** What can be done about the channels that get the digest. */
export function registerChannels(on: Listeners, engine: Engine): void {
  for (const action of [actions.addChannel, actions.editChannel]) {
    on.action(action, async ({ ack, ...args }) => {
      await ack();
      const value = pressedValue(args.body);
      await openChannelForm(engine, onTop(openingOf(args, { action, value })), value);
    });
  }
  on.action(actions.previewChannel, async ({ ack, ...args }) => {
    await ack();
    const value = pressedValue(args.body);
    const opening = onTop(openingOf(args, { action: actions.previewChannel, value }));
    await showPreview(engine, opening, value);
  });
  on.action(actions.testChannel, async ({ ack, ...args }) => {
    await ack();
    await changeAndShow(engine, args, sendTest);
  });
  on.action(actions.removeChannel, async ({ ack, ...args }) => {
    await ack();
    await changeAndShow(engine, args, remove);
  });
  on.options(actions.pickChannelZone, async ({ ack, body }) => {
    await ack({ options: zonesLike(body.value).map((zone) => option(zone, zone)) });
  });
  on.submit(callbacks.channel, (args) => submitChannel(engine, args));
}

/** From the settings a form is laid on top, to come back from; anywhere else it is a modal of its own. */
const onTop = (opening: Opening): Opening => ({ ...opening, isOnTop: opening.viewId !== undefined });

/** Opens the form of a channel, or of a new one for an empty id. */
export async function openChannelForm(engine: Engine, opening: Opening, channelId = ''): Promise<void> {
  await showModal(engine, opening, title, async ({ context, userId, language }) => {
    await requireManager(context, userId);
    const row = channelId === '' ? undefined : await findChannel(context, channelId);
    if (channelId !== '' && !row) return goneModal(language);
    const settings = row ?? usualSettings(context);
    const departments = await choosable(context, row);
    return channelModal({ channelId: row?.channelId ?? null, settings, departments }, language);
  });
}

async function showPreview(engine: Engine, opening: Opening, channelId: string): Promise<void> {
  const named: Words = (say) => say.channels.previewTitle;
  await showModal(engine, opening, named, async ({ context, userId, language }) => {
    await requireManager(context, userId);
    const row = await findChannel(context, channelId);
    if (!row) return goneModal(language);
    const data = await sampleDigest(context, { look: lookOf(row), zone: row.zone });
    return previewModal({ channelId, data, spoken: context.workspace.language }, language);
  });
}

function goneModal(language: Language) {
  const { channels } = texts(language);
  return noticeModal({ title: channels.formTitle, text: channels.gone }, language);
}

type Deed = (
  context: Context,
  about: { channelId: string; userId: string; language: Language },
) => Promise<string>;

const sendTest: Deed = async (context, { channelId, userId, language }) => {
  const { channels } = texts(language);
  const row = await findChannel(context, channelId);
  if (!row) return channels.gone;
  const isSent = await sendTestDigest(context, { channelId, look: lookOf(row), zone: row.zone, userId });
  return isSent ? channels.tested : channels.nothingToShow;
};

const remove: Deed = async (context, { channelId, userId, language }) => {
  const { channels } = texts(language);
  const isRemoved = await removeChannel(context, { channelId, userId });
  return isRemoved ? channels.removed(channelId) : channels.gone;
};

/** Does what a button of the settings asks for, and shows them as they are then, with what was done on top. */
async function changeAndShow(
  engine: Engine,
  { body, client }: { body: BlockAction; client: WebClient },
  deed: Deed,
): Promise<void> {
  const viewId = body.view?.id;
  if (viewId === undefined) return;
  const show = (view: Awaited<ReturnType<typeof settingsView>>) =>
    client.views.update({ view_id: viewId, view });
  await answering(engine, askerOf(body), noticeThrough(show, title), async (request) => {
    const { context, userId, language } = request;
    await requireManager(context, userId);
    const done = await deed(context, { channelId: pressedValue(body), userId, language });
    await show(await settingsView(context, language, done));
  });
}

async function submitChannel(engine: Engine, args: Submit): Promise<void> {
  const { body, view, client } = args;
  const ack = timelyAck(args, { ...engine, title });
  const tell = noticeThrough((next) => ack({ response_action: 'update', view: next }), title);
  await answering(engine, askerOf(body), tell, async ({ context, userId, language }) => {
    await requireManager(context, userId);
    const { channels } = texts(language);
    const { channelId, ...settings } = readChannel(view.state.values);
    const edited = view.private_metadata;
    const row = edited === '' ? undefined : await findChannel(context, edited);
    const known = await choosable(context, row);
    if (edited !== '' && !row) {
      await tell(channels.gone, language);
      return;
    }
    const problem = await problemOf(context, { channelId, edited, settings, known, language });
    if (problem) return ack({ response_action: 'errors', errors: problem });
    const instead = edited === '' ? {} : { insteadOf: edited };
    const isSaved = await saveChannel(context, { channelId, ...settings, ...instead, userId });
    const said = isSaved
      ? channels.saved(channelId, hourText(settings.hour, language))
      : channels.tooMany(mostChannels);
    const below = view.previous_view_id;
    if (below) {
      await ack();
      await client.views.update({ view_id: below, view: await settingsView(context, language, said) });
    } else {
      await tell(said, language);
    }
  });
}

/**
 * The departments a channel can be shown: those in use, and those it is shown already. Were an archived one left out, a form
 * saved for its hour alone would show the channel all there are.
 */
async function choosable(context: Context, row: ChannelRow | undefined): Promise<Department[]> {
  const chosen = new Set(row?.departments ?? []);
  return (await allDepartments(context)).filter(
    (department) => isActive(department) || chosen.has(department._id),
  );
}

async function problemOf(
  context: Context,
  about: {
    channelId: string;
    edited: string;
    settings: Pick<ChannelSettings, 'weekdays' | 'departments'>;
    known: readonly Department[];
    language: Language;
  },
): Promise<Record<string, string> | undefined> {
  const { channelId, edited, settings, known, language } = about;
  const { channels } = texts(language);
  if (settings.weekdays.length === 0) return { [fields.weekdays]: channels.noDay };
  // Merged away since the form was opened: leaving it out would show the channel less, or all there is.
  const isGone = settings.departments?.some((id) => !known.some(({ _id }) => _id === id));
  if (isGone) return { [fields.departments]: channels.departmentGone };
  const isTaken = channelId !== edited && (await findChannel(context, channelId)) !== undefined;
  return isTaken ? { [fields.channel]: channels.taken } : undefined;
}
