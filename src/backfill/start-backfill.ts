import type { Backfill } from '../../models/backfill.ts';
import type { Link } from '../../models/link.ts';
import type { Context } from '../context.ts';
import { isDuplicateKey } from '../database/duplicate-key.ts';
import { audit } from '../security/audit.ts';
import { latestPossibleNight } from '../turnover/night-times.ts';
import { zonesOf } from '../turnover/nights.ts';
import { addDays, type Day } from '../turnover/trading-day.ts';

/** How far back a backfill may reach, months. */
export const mostMonths = 25;

/**
 * `under-way`: another one of the link is not done; `future`, `too-far`, `backwards`: the days will not do; `no-stores`;
 * `paused`: the account is not read for now.
 */
export type BackfillRefusal = 'under-way' | 'future' | 'too-far' | 'backwards' | 'no-stores' | 'paused';

/**
 * Starts reading older days of a link, both ends included, newest first. Days that the nights are to read are left to
 * them. Returns the backfill, or why there is none.
 */
export async function startBackfill(
  context: Context,
  { link, from, to, userId }: { link: Link; from: Day; to: Day; userId: string },
): Promise<{ backfill: Backfill } | { refused: BackfillRefusal }> {
  const { models, workspace, clock, newId } = context;
  if (link.state === 'paused') return { refused: 'paused' };
  const last = await lastWholeDay(context, link);
  if (last === undefined) return { refused: 'no-stores' };
  if (from > to) return { refused: 'backwards' };
  if (to > last) return { refused: 'future' };
  if (from < earliest(last)) return { refused: 'too-far' };

  const backfill: Backfill = {
    _id: newId(),
    workspaceId: workspace._id,
    linkId: link._id,
    from,
    to,
    next: to,
    state: 'running',
    dueAt: new Date(clock()),
    lease: { token: 0, until: null, beats: 0 },
    tries: 0,
    failure: null,
    askedBy: userId,
    askedAt: new Date(clock()),
    progress: null,
  };
  try {
    await models.backfills.create(backfill);
  } catch (error) {
    if (isDuplicateKey(error)) return { refused: 'under-way' };
    throw error;
  }
  await audit(context, { who: userId, action: 'backfill.asked', details: { linkId: link._id, from, to } });
  return { backfill };
}

/** The last day that is over in every store of a link. */
export async function lastWholeDay(context: Context, link: Link): Promise<Day | undefined> {
  const days = [...(await zonesOf(context, link))].map(([zone, stores]) =>
    addDays(latestPossibleNight(context.clock(), { zone, rules: stores }), -1),
  );
  return days.sort()[0];
}

function earliest(last: Day): Day {
  return Temporal.PlainDate.from(last).subtract({ months: mostMonths }).toString();
}
