import { type Context, contextOf, type Engine } from '../context.ts';
import { DeliveryError } from '../slack/delivery.ts';
import { readerOf } from '../slack/readers.ts';
import { inTrace } from '../trace.ts';
import { LeaseLostError } from '../turnover/night-lease.ts';
import { claimFile, type MonthlyFileDocument, settleFile } from './file-lease.ts';
import { runFile } from './run-file.ts';

const minute = 60_000;
const hour = 60 * minute;

/** How long a file that Slack refuses is tried again. */
const stubbornness = 108 * hour;

/** Sends every monthly file that is due, one after another. */
export async function drainFiles(engine: Engine): Promise<void> {
  const next = async () => (engine.inFlight.isStopping ? undefined : claimFile(engine));
  for (let file = await next(); file; file = await next()) {
    const claimed = file;
    await inTrace(() => runClaimedFile(engine, claimed));
  }
}

/** Brings one claimed file to its end; never throws for a reason that concerns this file alone. */
async function runClaimedFile(engine: Engine, file: MonthlyFileDocument): Promise<void> {
  const workspace = await engine.models.workspaces.findById(file.workspaceId).lean();
  if (!workspace) return;
  const context = contextOf(engine, workspace);
  const log = engine.logger.child({ workspaceId: workspace._id, userId: file.userId, month: file.month });
  try {
    await runFile(context, file);
    log.info('monthly file done');
  } catch (error) {
    if (error instanceof LeaseLostError) return;
    log.warn({ err: error }, 'monthly file failed');
    await keepFailure(context, file, error);
  }
}

async function keepFailure(context: Context, file: MonthlyFileDocument, error: unknown): Promise<void> {
  const refused = error instanceof DeliveryError && error.outcome === 'refused';
  const isOver = context.clock() - file.dueAt.getTime() > stubbornness;
  try {
    await settleFile(context, file, {
      ...(refused && isOver ? { state: 'dropped' } : {}),
      nextAt: new Date(context.clock() + (refused ? hour : 5 * minute)),
      failure: error instanceof DeliveryError ? error.code : 'internal',
      ...(refused ? { told: true } : {}),
      'lease.until': null,
    });
  } catch (lost) {
    if (lost instanceof LeaseLostError) return;
    throw lost;
  }
  if (refused && !file.told) await tellOrderer(context, file);
}

/** That a file cannot be sent is told once to the person who ordered it. */
async function tellOrderer(context: Context, { userId, month }: MonthlyFileDocument): Promise<void> {
  const { models, workspace, delivery, faces, logger } = context;
  const order = await models.monthlyOrders.findOne({ workspaceId: workspace._id, userId }).lean();
  if (!order) return;
  try {
    const reader = await readerOf(context, order.orderedBy);
    const message = faces.fileNotSent({ userId, month }, reader);
    await delivery.post(workspace._id, { channelId: order.orderedBy, ...message });
  } catch (error) {
    logger.error({ err: error, userId }, 'nobody could be told of a monthly file that was not sent');
  }
}
