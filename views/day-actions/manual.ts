import type { BlockAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Context, Engine } from '../../src/context.ts';
import { dayText } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { requireManager } from '../../src/security/permissions.ts';
import { enterableStores, standingFigures } from '../../src/turnover/figures-by-hand.ts';
import { enterFigure } from '../../src/turnover/manual-figure.ts';
import { reimportDay } from '../../src/turnover/reimport-day.ts';
import type { Day } from '../../src/turnover/trading-day.ts';
import { answering, type Request } from '../answering.ts';
import { asText } from '../blocks.ts';
import { askerOf, pressedValue } from '../bolt-args.ts';
import { fields } from '../ids.ts';
import { noticeModal, noticeThrough, type Words } from '../modal.ts';
import { type Opening, showModal } from '../surface.ts';
import { type Submit, timelyAck } from '../timely-ack.ts';
import { manualModal } from './manual-blocks.ts';
import { readManualForm, savedText } from './manual-form.ts';
import { cannotModal } from './reimport.ts';
import { reimportedModal } from './reimport-blocks.ts';

const title: Words = (say) => say.manual.title;

/** Asks for a figure by hand, and shows those of the day that stand. */
export async function openManual(engine: Engine, opening: Opening, asked: string): Promise<void> {
  await showModal(engine, opening, title, async ({ context, userId, language }) => {
    await requireManager(context, userId);
    const day = z.iso.date().parse(asked);
    const stores = await enterableStores(context);
    const say = texts(language).manual;
    if (stores.length === 0) return noticeModal({ title: say.title, text: say.noStores }, language);
    return manualModal({ day, stores, standing: await standingFigures(context, { day, stores }) }, language);
  });
}

/** Keeps the figure that was entered. */
export async function submitManual(engine: Engine, args: Submit): Promise<void> {
  const { body, view } = args;
  const ack = timelyAck(args, { ...engine, title });
  const tell = noticeThrough((next) => ack({ response_action: 'update', view: next }), title);
  await answering(engine, askerOf(body), tell, async ({ context, userId, language }) => {
    await requireManager(context, userId);
    const day = z.iso.date().parse(view.private_metadata);
    const read = await readManualForm(context, { values: view.state.values, day, language });
    if ('errors' in read) return ack({ response_action: 'errors', errors: read.errors });
    const { linkId, storeId, gross, tax, reason, name } = read.entry;
    const entered = await enterFigure(context, { linkId, storeId, day, gross, tax, reason, userId });
    if (!entered) {
      const { storeGone } = texts(language).manual;
      return ack({ response_action: 'errors', errors: { [fields.store]: storeGone } });
    }
    const text = savedText({ ...read.entry, name: asText(name) }, { day: dayText(day, language), language });
    await tell(text, language);
  });
}

const released = z
  .string()
  .transform((value) => value.split(' '))
  .pipe(z.tuple([z.iso.date(), z.string().min(1), z.string().min(1)]));

/** Gives up a figure that was entered by hand and reads its store's day from Lightspeed again. */
export async function releaseFigure(
  engine: Engine,
  { body, client }: { body: BlockAction; client: WebClient },
): Promise<void> {
  const { view } = body;
  if (!view) return;
  const show = (next: ModalView) => client.views.update({ view_id: view.id, view: next });
  const tell = noticeThrough(show, title);
  await answering(engine, askerOf(body), tell, async (request) => {
    await requireManager(request.context, request.userId);
    const [day, linkId, storeId] = released.parse(pressedValue(body));
    await tell(texts(request.language).dayActions.reading, request.language);
    await show(await releasedModal(request, { day, linkId, storeId }));
  });
}

async function releasedModal(
  { context, userId, language }: Request,
  { day, linkId, storeId }: { day: Day; linkId: string; storeId: string },
): Promise<ModalView> {
  const { manual } = texts(language);
  const say = { title: manual.title };
  const place = { day, linkId, storeId };
  if (!(await stands(context, place))) return noticeModal({ ...say, text: manual.releasedAlready }, language);
  const result = await reimportDay(context, { day, who: userId, released: { linkId, storeId } });
  if (result.kind !== 'done') return cannotModal(result.kind, { day, language, ...say });
  if (result.unread.length === 0 && (await stands(context, place))) {
    return noticeModal({ ...say, text: manual.notReleased }, language);
  }
  const headline = manual.released(dayText(day, language));
  return reimportedModal(result, { day, vat: context.workspace.vat, language, headline });
}

async function stands(
  { models, workspace }: Context,
  place: { day: Day; linkId: string; storeId: string },
): Promise<boolean> {
  const figure = await models.figures.findOne({ workspaceId: workspace._id, ...place }).lean();
  return figure?.state === 'manual';
}
