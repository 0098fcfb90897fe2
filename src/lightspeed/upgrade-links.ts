import { nothingTold } from '../../models/link.ts';
import { acrossAllWorkspaces } from '../../models/wall.ts';
import type { Engine } from '../context.ts';

/** Gives links of an earlier version, which knew API keys only, what this version keeps beside. */
export async function upgradeLinks({ models }: Pick<Engine, 'models'>): Promise<void> {
  await models.links.updateMany(
    { told: { $exists: false } },
    {
      $set: {
        credential: 'key',
        prefix: null,
        gaps: [],
        pastTrouble: null,
        told: nothingTold,
        renewedAt: null,
        renewal: { token: 0, until: null, beats: 0 },
      },
    },
    { upsert: false, ...acrossAllWorkspaces },
  );
}
