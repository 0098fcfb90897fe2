import type { Context, Engine } from '../../src/context.ts';
import type { Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { audit } from '../../src/security/audit.ts';
import { requireManager } from '../../src/security/permissions.ts';
import { dayLog } from '../../src/turnover/day-log.ts';
import { importNow } from '../../src/turnover/import-now.ts';
import { answering, type Tell } from '../answering.ts';
import { asText } from '../blocks.ts';
import { askerOf, openingOf, pressedValue } from '../bolt-args.ts';
import { actions } from '../ids.ts';
import { lastingTell } from '../lasting-tell.ts';
import type { Listeners } from '../listeners-by-name.ts';
import { noticeModal, noticeThrough, type Words } from '../modal.ts';
import { showModal } from '../surface.ts';
import { importNowText } from './blocks.ts';

const title: Words = (say) => say.importNow.title;

export function registerImportNow(on: Listeners, engine: Engine): void {
  on.action(actions.importNow, async ({ ack, body, client, respond }) => {
    await ack();
    if (body.view?.type === 'home') {
      const opening = openingOf({ body, client, respond }, { action: actions.importNow });
      await showModal(engine, opening, title, async ({ context, userId, language }) => {
        await requireManager(context, userId);
        const text = await importAndTell(context, { userId, language, linkId: pressedValue(body) });
        return noticeModal({ title: title(texts(language)), text }, language);
      });
      return;
    }
    const viewId = body.view?.type === 'modal' ? body.view.id : undefined;
    const beside: Tell =
      viewId === undefined
        ? (text) => respond({ text, response_type: 'ephemeral', replace_original: false })
        : noticeThrough((view) => client.views.update({ view_id: viewId, view }), title);
    const tell = lastingTell(engine, askerOf(body), beside);
    await answering(engine, askerOf(body), tell, async ({ context, userId, language }) => {
      await requireManager(context, userId);
      await tell(texts(language).importNow.running, language);
      const text = await importAndTell(context, { userId, language, linkId: pressedValue(body) });
      await tell(text, language);
    });
  });
}

/** Imports the last two days of a link (of every link when none is named) and says what came of it. */
export async function importAndTell(
  context: Context,
  { userId, language, linkId }: { userId: string; language: Language; linkId?: string },
): Promise<string> {
  const { models, workspace } = context;
  const links = await models.links
    .find({ workspaceId: workspace._id, state: { $ne: 'unlinked' }, ...(linkId ? { _id: linkId } : {}) })
    .sort({ linkedAt: 1 })
    .lean();
  if (links.length === 0) return texts(language).importNow.noLink;
  const told: string[] = [];
  for (const link of links) {
    await audit(context, { who: userId, action: 'import.asked', details: { linkId: link._id } });
    const result = await importNow(context, { link });
    const logs = await Promise.all((result.days ?? []).map((day) => dayLog(context, { day })));
    const text = importNowText({ result, logs: logs.reverse(), series: link.series }, language);
    told.push(links.length > 1 ? `*${asText(link.name)}*: ${text}` : text);
  }
  return told.join('\n');
}
