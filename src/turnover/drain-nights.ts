import { leaseLength } from '../../models/lease.ts';
import type { Link } from '../../models/link.ts';
import { type Context, contextOf, type Engine } from '../context.ts';
import { AccessDeniedError, KeyRefusedError } from '../lightspeed/errors.ts';
import type { RefusalFailure } from '../lightspeed/health-notices.ts';
import { linkRefused, linkTroubled, linkWell } from '../lightspeed/link-health.ts';
import type { Logger } from '../logger.ts';
import { announceStores } from '../new-stores/announce-stores.ts';
import { VaultError } from '../security/vault.ts';
import { sideBySide } from '../side-by-side.ts';
import { inTrace } from '../trace.ts';
import {
  beatNight,
  claimNight,
  dropNight,
  LeaseLostError,
  postponeNight,
  releaseNight,
} from './night-lease.ts';
import { nightBegins } from './night-times.ts';
import { type NightDocument, zonesOf } from './nights.ts';
import { type NightRun, runNight } from './run-night.ts';

const minute = 60_000;
const firstWait = 5 * minute;
const longestWait = 60 * minute;

/** How many nights one process runs at a time: they wait for Lightspeed, not for us. */
const atATime = 12;

/** What became of a night. */
export type NightOutcome = 'done' | 'failed' | 'taken-over';

/** Runs every night that is due, some side by side, until none is left. */
export async function drainNights(engine: Engine): Promise<void> {
  const next = async () => (engine.inFlight.isStopping ? undefined : claimNight(engine));
  await sideBySide(atATime, next, (night) => inTrace(() => runClaimed(engine, night, 'night')));
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
  engine.metrics.nightBegan();
  let outcome: NightOutcome = 'failed';
  try {
    outcome = await runToEnd(context, { link, night, source }, log);
    return outcome;
  } finally {
    clearInterval(heart);
    engine.metrics.nightEnded(outcome);
  }
}

async function runToEnd(context: Context, run: NightRun, log: Logger): Promise<NightOutcome> {
  const { link, night, source } = run;
  try {
    const days = await runNight(context, run);
    await linkWell(context, link);
    await lookRound(context, link);
    if (source === 'night') await measureLag(context, { link, night });
    log.info({ days }, 'night done');
    return 'done';
  } catch (error) {
    if (error instanceof LeaseLostError) return 'taken-over';
    if (context.inFlight.giveUp.aborted) {
      await releaseNight(context, night);
      log.info('night handed over, since this process stops');
      return 'taken-over';
    }
    log.warn({ err: error }, 'night failed');
    await keepFailure(context, { link, night, error });
    return 'failed';
  }
}

/** How late the figures are: from when the night was due at first, whatever was tried since. */
async function measureLag(
  context: Context,
  { link, night: { date, zone } }: Pick<NightRun, 'link' | 'night'>,
): Promise<void> {
  const stores = (await zonesOf(context, link)).get(zone);
  if (stores) context.metrics.nightLagged(context.clock() - nightBegins(date, { zone, rules: stores }));
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
