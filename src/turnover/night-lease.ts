import type { ClientSession } from 'mongoose';
import { leaseLength } from '../../models/lease.ts';
import { acrossWorkspaces } from '../../models/wall.ts';
import type { Engine } from '../context.ts';
import type { NightDocument } from './nights.ts';

/** Another process took the work over: what this one has in hand is thrown away. */
export class LeaseLostError extends Error {
  override readonly name = 'LeaseLostError' as const;
}

/**
 * Takes one night that is due (or that very one), the workspaces in turns, so that one with a thousand links does not hold up
 * one with a single link; for as long as the lease is kept up; undefined when there is none. */
export async function claimNight(
  { models, clock }: Engine,
  only: { _id?: NightDocument['_id'] } = {},
): Promise<NightDocument | undefined> {
  const now = new Date(clock());
  const night = await models.nights.findOneAndUpdate(
    {
      ...only,
      state: 'waiting',
      dueAt: { $lte: now },
      $or: [{ 'lease.until': null }, { 'lease.until': { $lte: now } }],
    },
    {
      $set: { 'lease.until': new Date(now.getTime() + leaseLength) },
      $inc: { 'lease.token': 1, tries: 1 },
    },
    { sort: { turn: 1, dueAt: 1 }, returnDocument: 'after', ...acrossWorkspaces },
  );
  return night ?? undefined;
}

/** Keeps a night up for another while; with a session, as the fence of what is written in it. Throws a LeaseLostError. */
export async function beatNight(
  engine: Engine,
  night: NightDocument,
  session?: ClientSession,
): Promise<void> {
  await settle(engine, night, { 'lease.until': new Date(engine.clock() + leaseLength) }, session);
}

/** Every day of the night is written. Throws a LeaseLostError. */
export async function finishNight(engine: Engine, night: NightDocument): Promise<void> {
  await settle(engine, night, {
    state: 'done',
    doneAt: new Date(engine.clock()),
    failure: null,
    'lease.until': null,
  });
}

/** Nobody wants the night any more: the link was paused or unlinked. */
export async function dropNight({ models }: Engine, night: NightDocument): Promise<void> {
  await models.nights.updateOne(
    { _id: night._id, workspaceId: night.workspaceId, state: 'waiting' },
    { $set: { state: 'superseded', 'lease.until': null } },
  );
}

/** This process stops: another one may have the night at once. */
export async function releaseNight(engine: Engine, night: NightDocument): Promise<void> {
  try {
    await settle(engine, night, { 'lease.until': null });
  } catch (lost) {
    if (!(lost instanceof LeaseLostError)) throw lost;
  }
}

/** The night failed and is tried again after a while (milliseconds). Throws a LeaseLostError. */
export async function postponeNight(
  engine: Engine,
  night: NightDocument,
  { failure, wait }: { failure: string; wait: number },
): Promise<void> {
  await settle(engine, night, {
    dueAt: new Date(engine.clock() + wait),
    failure,
    'lease.until': null,
  });
}

async function settle(
  { models }: Engine,
  night: NightDocument,
  change: Record<string, unknown>,
  session?: ClientSession,
): Promise<void> {
  const { matchedCount } = await models.nights.updateOne(
    {
      _id: night._id,
      workspaceId: night.workspaceId,
      state: 'waiting',
      'lease.token': night.lease.token,
    },
    { $set: change, $inc: { 'lease.beats': 1 } },
    session ? { session } : {},
  );
  if (matchedCount === 0) throw new LeaseLostError('the night was taken over by another process');
}
