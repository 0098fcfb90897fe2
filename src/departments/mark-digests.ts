import type { ClientSession } from 'mongoose';
import type { Context } from '../context.ts';
import { digestsToCheck } from '../digest/digests-to-check.ts';
import { addDays, daysFrom } from '../turnover/trading-day.ts';
import { todayOf } from './today.ts';

/** How many days back a digest is still brought up to date after departments or mappings changed. */
const digestsMended = 14;

/** Has the digests of the last days looked over: what they call things, or count where, has changed. Part of a transaction. */
export async function markRecentDigests(context: Context, session: ClientSession): Promise<void> {
  const today = todayOf(context);
  await digestsToCheck(context, session, daysFrom(addDays(today, -digestsMended), today));
}
