import { leaseLength } from '../../models/lease.ts';
import { type Context, contextOf, type Engine } from '../context.ts';
import { readerOf } from '../slack/readers.ts';
import { inTrace } from '../trace.ts';
import { LeaseLostError } from '../turnover/night-lease.ts';
import { progressOf } from './progress.ts';
import {
  type BackfillDocument,
  beatBackfill,
  claimBackfill,
  runSlice,
  settleBackfill,
} from './run-backfill.ts';

const minute = 60_000;
const longestWait = 60 * minute;

/** Reads one slice of a backfill that is due; false when none is. Whatever is more pressing is done between slices. */
export async function runNextSlice(engine: Engine): Promise<boolean> {
  if (engine.inFlight.isStopping) return false;
  const backfill = await claimBackfill(engine);
  if (backfill) await inTrace(() => runClaimedSlice(engine, backfill));
  return backfill !== undefined;
}

async function runClaimedSlice(engine: Engine, backfill: BackfillDocument): Promise<void> {
  const { models, logger } = engine;
  const { workspaceId, linkId } = backfill;
  const workspace = await models.workspaces.findById(workspaceId).lean();
  const link = await models.links.findOne({ workspaceId, _id: linkId }).lean();
  if (!workspace) return;
  const context = contextOf(engine, workspace);
  if (!link || link.state === 'unlinked') {
    await models.backfills.updateOne({ workspaceId, _id: backfill._id }, { $set: { state: 'stopped' } });
    return showProgress(context, { backfillId: backfill._id });
  }
  if (link.state === 'paused') return letGo(context, backfill);
  const heart = setInterval(() => {
    beatBackfill(engine, backfill).catch((error) =>
      logger.warn({ err: error }, 'backfill lease not kept up'),
    );
  }, leaseLength / 4);
  try {
    await runSlice(context, { backfill, link });
  } catch (error) {
    // This process stops: another one may go on at once.
    if (engine.inFlight.giveUp.aborted) return settleUnlessLost(context, backfill, { 'lease.until': null });
    if (!(error instanceof LeaseLostError)) {
      logger.warn({ err: error, backfill: backfill._id, linkId }, 'a slice of a backfill failed');
      await keepFailure(context, backfill, error);
    }
  } finally {
    clearInterval(heart);
  }
  await showProgress(context, { backfillId: backfill._id });
}

/** Its account was paused: it waits for someone to resume that, and is only looked at now and then. */
async function letGo(context: Context, backfill: BackfillDocument): Promise<void> {
  const dueAt = new Date(context.clock() + longestWait);
  await settleUnlessLost(context, backfill, { dueAt, tries: 0, 'lease.until': null });
}

async function keepFailure(context: Context, backfill: BackfillDocument, error: unknown): Promise<void> {
  const wait = Math.min(longestWait, minute * 2 ** Math.min(backfill.tries, 10));
  await settleUnlessLost(context, backfill, {
    dueAt: new Date(context.clock() + wait),
    failure: error instanceof Error ? error.name : 'Error',
    'lease.until': null,
  });
}

async function settleUnlessLost(
  context: Context,
  backfill: BackfillDocument,
  change: Record<string, unknown>,
): Promise<void> {
  try {
    await settleBackfill(context, backfill, change);
  } catch (lost) {
    if (!(lost instanceof LeaseLostError)) throw lost;
  }
}

/** Edits the one message that shows how far a backfill is; posts it the first time. */
export async function showProgress(context: Context, { backfillId }: { backfillId: string }): Promise<void> {
  const { models, workspace, delivery, faces, logger } = context;
  const own = { workspaceId: workspace._id, _id: backfillId };
  const backfill = await models.backfills.findOne(own).lean();
  if (!backfill) return;
  const link = await models.links.findOne({ workspaceId: workspace._id, _id: backfill.linkId }).lean();
  const reader = await readerOf(context, backfill.askedBy);
  const message = faces.backfill(progressOf(backfill, link), reader);
  try {
    if (backfill.progress) {
      await delivery.update(workspace._id, { ...message, ...backfill.progress });
    } else {
      const posted = await delivery.post(workspace._id, { ...message, channelId: backfill.askedBy });
      await models.backfills.updateOne(own, { $set: { progress: posted } });
    }
    if (backfill.showUntil) await models.backfills.updateOne(own, { $set: { showUntil: null } });
  } catch (error) {
    // The figures are what matters; the bar catches up with the next slice, its end when all is looked over again.
    logger.warn({ err: error, backfill: backfillId }, 'the progress of a backfill could not be shown');
  }
}
