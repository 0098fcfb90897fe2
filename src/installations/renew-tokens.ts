import { setTimeout as delay } from 'node:timers/promises';
import type { Installation } from '../../models/installation.ts';
import type { Engine } from '../context.ts';
import { DeliveryError } from '../slack/delivery.ts';
import { InstallationLostError, type SlackOAuth } from '../slack/oauth.ts';
import { openTokens, sealTokens } from './tokens.ts';

/** What renewing needs of the engine. */
export type Renewing = Pick<Engine, 'models' | 'vault' | 'clock'> & { oauth: SlackOAuth };

/** How long one process may be at it before another one takes over, milliseconds. */
const leaseLasts = 30_000;

/** How often a process looks whether another one is done, and for how long in all, milliseconds. */
const look = 200;
const patience = 6_000;

/**
 * Renews a workspace's tokens unless somebody did so meanwhile, and returns the installation as it is then; undefined when it
 * is gone. One process is at it at a time, and the tokens are kept before anyone uses them. `until`: epoch milliseconds that
 * the access token has to outlive. Throws an InstallationLostError, a DeliveryError or a VaultError.
 */
export async function renewTokens(
  engine: Renewing,
  { workspaceId, until }: { workspaceId: string; until: number },
): Promise<Installation | undefined> {
  for (let waited = 0; waited < patience; waited += look) {
    const kept = await find(engine, workspaceId);
    if (!kept || outlives(kept, until)) return kept;
    const lease = await claim(engine, workspaceId);
    const renewed = lease === undefined ? undefined : await renewUnder(engine, { workspaceId, until, lease });
    if (renewed) return renewed;
    await delay(look);
  }
  throw new DeliveryError('oauth.v2.access', 'not-done', 'renewal_under_way');
}

/** Whether the access token still lives at an instant, epoch milliseconds. */
export function outlives({ expiresAt }: Pick<Installation, 'expiresAt'>, until: number): boolean {
  return expiresAt === null || expiresAt.getTime() > until;
}

/** Undefined when the lease was lost on the way: what was renewed is not kept and not used. */
async function renewUnder(
  engine: Renewing,
  { workspaceId, until, lease }: { workspaceId: string; until: number; lease: number },
): Promise<Installation | undefined> {
  try {
    // Somebody may have renewed between our look and our claim.
    const kept = await find(engine, workspaceId);
    if (!kept || outlives(kept, until)) return kept;
    const { refreshToken } = await openTokens(engine, kept);
    if (refreshToken === null) throw new InstallationLostError('The token ends and cannot be renewed.');
    const asked = engine.clock();
    const { accessToken, refreshToken: next, livesFor } = await engine.oauth.renew(refreshToken);
    const tokens = await sealTokens(engine, workspaceId, { accessToken, refreshToken: next });
    const changed = { tokens, expiresAt: new Date(asked + livesFor), refusedAt: null };
    return await keep(engine, { workspaceId, lease, changed });
  } catch (error) {
    // Refused because another process, which took our lease over, was quicker: its tokens are the good ones.
    if (error instanceof InstallationLostError && !(await holds(engine, workspaceId, lease)))
      return undefined;
    throw error;
  } finally {
    await release(engine, workspaceId, lease);
  }
}

async function find({ models }: Renewing, workspaceId: string): Promise<Installation | undefined> {
  return (await models.installations.findOne({ workspaceId }).lean()) ?? undefined;
}

/** The fencing token of a fresh lease; undefined while another process holds it, or when the installation is gone. */
async function claim({ models, clock }: Renewing, workspaceId: string): Promise<number | undefined> {
  const now = clock();
  const claimed = await models.installations
    .findOneAndUpdate(
      {
        workspaceId,
        $or: [{ 'renewal.until': null }, { 'renewal.until': { $lte: new Date(now) } }],
      },
      { $set: { 'renewal.until': new Date(now + leaseLasts) }, $inc: { 'renewal.token': 1 } },
      { returnDocument: 'after' },
    )
    .lean();
  return claimed?.renewal.token;
}

/** Keeps tokens for good, unless the lease was lost or Daybook was installed anew meanwhile. */
async function keep(
  { models }: Renewing,
  {
    workspaceId,
    lease,
    changed,
  }: {
    workspaceId: string;
    lease: number;
    changed: Pick<Installation, 'tokens' | 'expiresAt' | 'refusedAt'>;
  },
): Promise<Installation | undefined> {
  const kept = await models.installations
    .findOneAndUpdate(
      { workspaceId, 'renewal.token': lease },
      { $set: changed },
      // A token that is used before a majority has it could be lost with its predecessor dead.
      { returnDocument: 'after', writeConcern: { w: 'majority', j: true } },
    )
    .lean();
  return kept ?? undefined;
}

async function holds({ models }: Renewing, workspaceId: string, lease: number): Promise<boolean> {
  return (await models.installations.countDocuments({ workspaceId, 'renewal.token': lease })) > 0;
}

async function release({ models }: Renewing, workspaceId: string, lease: number): Promise<void> {
  await models.installations.updateOne(
    { workspaceId, 'renewal.token': lease },
    { $set: { 'renewal.until': null }, $inc: { 'renewal.beats': 1 } },
  );
}
