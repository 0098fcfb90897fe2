import { leaseLength } from '../../models/lease.ts';
import type { Link } from '../../models/link.ts';
import { type Context, contextOf, type Engine } from '../context.ts';
import { AccessDeniedError, KeyRefusedError } from '../lightspeed/errors.ts';
import type { RefusalFailure } from '../lightspeed/health-notices.ts';
import { linkRefused, linkTroubled, linkWell } from '../lightspeed/link-health.ts';
import { announceStores } from '../new-stores/announce-stores.ts';
import { VaultError } from '../security/vault.ts';
import { beatNight, claimNight, dropNight, LeaseLostError, postponeNight } from './night-lease.ts';
import type { NightDocument } from './nights.ts';
import { runNight } from './run-night.ts';

const minute = 60_000;
const firstWait = 5 * minute;
const longestWait = 60 * minute;

/** How many nights one process runs at a time: they wait for Lightspeed, not for us. */
const sideBySide = 4;

/** What became of a night. */
export type NightOutcome = 'done' | 'failed' | 'taken-over';

/** Runs every night that is due, some side by side, until none is left. */
export async function drainNights(engine: Engine): Promise<void> {
  const worker = async () => {
    for (let night = await claimNight(engine); night; night = await claimNight(engine)) {
      await runClaimed(engine, night, 'night');
    }
  };
  await Promise.all(Array.from({ length: sideBySide }, worker));
}

/** Runs one claimed night to its end and keeps its outcome; never throws for a reason that concerns this night alone. */
export async function runClaimed(
  engine: Engine,
  night: NightDocument,
  source: 'night' | 'import-now',
): Promise<NightOutcome> {
  const { models, logger } = engine;
  const workspace = await models.workspaces.findById(night.workspaceId).lean();
  const link = await models.links.findOne({ workspaceId: night.workspaceId, _id: night.linkId }).lean();
  if (!workspace || !link || link.state === 'unlinked' || link.state === 'paused') {
    await dropNight(engine, night);
    return 'taken-over';
  }
  const context = contextOf(engine, workspace);
  const log = logger.child({
    workspaceId: workspace._id,
    linkId: link._id,
    night: night.date,
    zone: night.zone,
  });
  const heart = setInterval(() => {
    beatNight(engine, night).catch((error) => log.warn({ err: error }, 'night lease not kept up'));
  }, leaseLength / 4);
  try {
    const days = await runNight(context, { link, night, source });
    await linkWell(context, link);
    await lookRound(context, link);
    log.info({ days }, 'night done');
    return 'done';
  } catch (error) {
    if (error instanceof LeaseLostError) return 'taken-over';
    log.warn({ err: error }, 'night failed');
    await keepFailure(context, { link, night, error });
    return 'failed';
  } finally {
    clearInterval(heart);
  }
}

/** What a night notices beside figures; that it could not be told must not fail the night. */
async function lookRound(context: Context, link: Link): Promise<void> {
  try {
    await announceStores(context, link);
  } catch (error) {
    context.logger.error({ err: error, linkId: link._id }, 'what a night noticed could not be told');
  }
}

async function keepFailure(
  context: Context,
  { link, night, error }: { link: Link; night: NightDocument; error: unknown },
): Promise<void> {
  const wait = Math.min(longestWait, firstWait * 2 ** Math.min(night.tries - 1, 10));
  const failure = error instanceof Error ? error.name : 'Error';
  try {
    await postponeNight(context, night, { failure, wait });
  } catch (lost) {
    if (lost instanceof LeaseLostError) return;
    throw lost;
  }
  const refusal = refusalOf(error);
  if (refusal) await linkRefused(context, link, refusal);
  else await linkTroubled(context, link);
}

/** Why somebody must act, or undefined where only time helps. */
function refusalOf(error: unknown): RefusalFailure | undefined {
  const isRefusal =
    error instanceof KeyRefusedError || error instanceof AccessDeniedError || error instanceof VaultError;
  return isRefusal ? error.name : undefined;
}
