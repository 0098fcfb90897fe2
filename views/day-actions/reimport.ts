import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Context, Engine } from '../../src/context.ts';
import { dayText, type Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { requireManager } from '../../src/security/permissions.ts';
import { compareLinks } from '../../src/turnover/compare-links.ts';
import { reimportDay } from '../../src/turnover/reimport-day.ts';
import type { Day } from '../../src/turnover/trading-day.ts';
import { answering } from '../answering.ts';
import { askerOf } from '../bolt-args.ts';
import { noticeModal, noticeThrough, type Words } from '../modal.ts';
import { type Opening, showModal } from '../surface.ts';
import { type Submit, timelyAck } from '../timely-ack.ts';
import { reimportedModal, reimportModal } from './reimport-blocks.ts';

/** Shows a day as it is kept and as Lightspeed has it now, to be saved. */
export async function openReimport(engine: Engine, opening: Opening, asked: string): Promise<void> {
  const reading: Words = (say) => say.dayActions.reading;
  await showModal(engine, opening, reading, async ({ context, userId, language }) => {
    await requireManager(context, userId);
    const day = z.iso.date().parse(asked);
    const comparison = await compareLinks(context, { day });
    if (comparison.kind !== 'compared') return cannotModal(comparison.kind, { day, language });
    return reimportModal(comparison, { day, vat: context.workspace.vat, language });
  });
}

/** Writes what Lightspeed says at the moment of saving, and shows what was written. */
export async function submitReimport(engine: Engine, args: Submit): Promise<void> {
  const { body, view } = args;
  const ack = timelyAck(args, { ...engine, title: (say) => say.reimport.title });
  // Reading takes longer than Slack waits, so this is said before anybody could be asked for the language.
  const atOnce = engine.readers.atOnce(askerOf(body));
  const { title, saving } = texts(atOnce).reimport;
  await ack({ response_action: 'update', view: noticeModal({ title, text: saving }, atOnce) });
  const show = (next: ModalView) => ack({ response_action: 'update', view: next });
  const tell = noticeThrough(show, (say) => say.reimport.title);
  await answering(engine, askerOf(body), tell, async ({ context, userId, language }) => {
    await requireManager(context, userId);
    const day = z.iso.date().parse(view.private_metadata);
    await show(await reimported(context, { day, userId, language }));
  });
}

async function reimported(
  context: Context,
  { day, userId, language }: { day: Day; userId: string; language: Language },
): Promise<ModalView> {
  const result = await reimportDay(context, { day, who: userId });
  if (result.kind !== 'done') return cannotModal(result.kind, { day, language });
  return reimportedModal(result, { day, vat: context.workspace.vat, language });
}

/** Why a day cannot be read at all. */
export function cannotModal(
  kind: 'not-over' | 'no-link',
  { day, language, title }: { day: Day; language: Language; title?: string },
): ModalView {
  const say = texts(language);
  const text = kind === 'no-link' ? say.importNow.noLink : say.dayActions.notOver(dayText(day, language));
  return noticeModal({ title: title ?? say.reimport.title, text }, language);
}
