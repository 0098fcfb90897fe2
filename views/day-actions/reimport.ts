import type { SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
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
import { noticeModal } from '../modal.ts';
import { type Opening, showModal } from '../surface.ts';
import { reimportedModal, reimportModal } from './reimport-blocks.ts';

/** Shows a day as it is kept and as Lightspeed has it now, to be saved. */
export async function openReimport(engine: Engine, opening: Opening, asked: string): Promise<void> {
  const { reading } = texts('en').dayActions;
  await showModal(engine, opening, reading, async ({ context, userId, language }) => {
    await requireManager(context, userId);
    const day = z.iso.date().parse(asked);
    const comparison = await compareLinks(context, { day });
    if (comparison.kind !== 'compared') return cannotModal(comparison.kind, { day, language });
    return reimportModal(comparison, { day, vat: context.workspace.vat, language });
  });
}

/** Writes what Lightspeed says at the moment of saving, and shows what was written. */
export async function submitReimport(
  engine: Engine,
  { ack, body, view, client }: SlackViewMiddlewareArgs<ViewSubmitAction> & { client: WebClient },
): Promise<void> {
  const { title, saving } = texts('en').reimport;
  await ack({ response_action: 'update', view: noticeModal({ title, text: saving }, 'en') });
  const show = (next: ModalView) => client.views.update({ view_id: view.id, view: next });
  const tell = (text: string) => show(noticeModal({ title, text }, 'en'));
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
