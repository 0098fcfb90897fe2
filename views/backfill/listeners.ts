import { z } from 'zod';
import { type BackfillChange, changeBackfill } from '../../src/backfill/change-backfill.ts';
import { showProgress } from '../../src/backfill/run-next-slice.ts';
import { lastWholeDay, startBackfill } from '../../src/backfill/start-backfill.ts';
import type { Engine } from '../../src/context.ts';
import { dayText } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { runDue } from '../../src/run-due.ts';
import { requireManager } from '../../src/security/permissions.ts';
import { statusOf } from '../../src/turnover/status.ts';
import { addDays } from '../../src/turnover/trading-day.ts';
import { answering } from '../answering.ts';
import { askerOf, openingOf, pressedValue } from '../bolt-args.ts';
import { actions, callbacks, fields } from '../ids.ts';
import type { Listeners } from '../listeners-by-name.ts';
import { noticeModal, noticeThrough, type Words } from '../modal.ts';
import { type Opening, showModal } from '../surface.ts';
import { type Submit, timelyAck } from '../timely-ack.ts';
import { backfillModal } from './blocks.ts';

const picked = z.object({ [actions.input]: z.object({ selected_date: z.iso.date() }) });
const account = z.object({
  [actions.input]: z.object({ selected_option: z.object({ value: z.string() }) }),
});
const form = z.object({
  [fields.account]: account.optional(),
  [fields.from]: picked,
  [fields.to]: picked,
});

const changes: Record<string, BackfillChange> = {
  [actions.pauseBackfill]: 'pause',
  [actions.resumeBackfill]: 'resume',
  [actions.stopBackfill]: 'stop',
};

const title: Words = (say) => say.backfill.title;

export function registerBackfill(on: Listeners, engine: Engine): void {
  on.action(actions.openBackfill, async ({ ack, ...args }) => {
    await ack();
    const value = pressedValue(args.body);
    await openBackfillModal(engine, openingOf(args, { action: actions.openBackfill, value }), value);
  });
  for (const [action, change] of Object.entries(changes)) {
    on.action(action, async ({ ack, body, respond }) => {
      await ack();
      const tell = (text: string) => respond({ text, response_type: 'ephemeral', replace_original: false });
      await answering(engine, askerOf(body), tell, async ({ context, userId }) => {
        await requireManager(context, userId);
        const backfillId = pressedValue(body);
        await changeBackfill(context, { backfillId, change, userId });
        await showProgress(context, { backfillId });
        if (change === 'resume') await runDue(engine);
      });
    });
  }
  on.submit(callbacks.backfill, (args) => submitBackfill(engine, args));
}

/** Asks which older days of a link (of the first one when none is named) are to be read; a year is proposed. */
export async function openBackfillModal(engine: Engine, opening: Opening, linkId?: string): Promise<void> {
  await showModal(engine, opening, title, async ({ context, userId, language }) => {
    await requireManager(context, userId);
    const { links } = await statusOf(context);
    const link = (links.find((status) => status.link._id === linkId) ?? links[0])?.link;
    const say = texts(language);
    const notice = (text: string) => noticeModal({ title: say.backfill.title, text }, language);
    if (!link) return notice(say.importNow.noLink);
    const to = await lastWholeDay(context, link);
    if (to === undefined) return notice(say.backfill.refused['no-stores']);
    const accounts = links.map((status) => status.link);
    return backfillModal({ linkId: link._id, accounts, from: addDays(to, -364), to }, language);
  });
}

async function submitBackfill(engine: Engine, args: Submit): Promise<void> {
  const { body, view } = args;
  const ack = timelyAck(args, { ...engine, title });
  const tell = noticeThrough((next) => ack({ response_action: 'update', view: next }), title);
  await answering(engine, askerOf(body), tell, async ({ context, userId, language }) => {
    await requireManager(context, userId);
    const values = form.parse(view.state.values);
    const from = values[fields.from][actions.input].selected_date;
    const to = values[fields.to][actions.input].selected_date;
    const say = texts(language).backfill;
    const linkId = values[fields.account]?.[actions.input].selected_option.value ?? view.private_metadata;
    const link = await context.models.links
      .findOne({ workspaceId: context.workspace._id, _id: linkId, state: { $ne: 'unlinked' } })
      .lean();
    if (!link) return void (await tell(texts(language).importNow.noLink, language));
    const started = await startBackfill(context, { link, from, to, userId });
    if ('refused' in started) {
      await ack({ response_action: 'errors', errors: { [fields.to]: say.refused[started.refused] } });
      return;
    }
    await tell(say.started(dayText(from, language), dayText(to, language)), language);
    await showProgress(context, { backfillId: started.backfill._id });
    await runDue(engine);
  });
}
