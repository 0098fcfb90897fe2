import type { DigestLook } from '../../models/channel.ts';
import type { Context } from '../context.ts';
import { notesOfDigest } from '../notes/list-notes.ts';
import { attainedOn } from '../targets/attained.ts';
import { readTargets } from '../targets/target.ts';
import type { DayLog } from '../turnover/day-log.ts';
import { readLogs } from '../turnover/read-logs.ts';
import { oneDay } from '../turnover/span.ts';
import { addDays, type Day } from '../turnover/trading-day.ts';
import { type Comparison, compareLogs } from './comparison.ts';
import { type DigestDetails, daysTold, detailsOf } from './details.ts';
import { fullLook, seenBy } from './look.ts';

/** What a digest says. */
export interface DigestData {
  log: DayLog;
  /** What of it is shown. */
  look: DigestLook;
  /** The same weekday a week before. */
  weekBefore: Comparison;
  /** What is said in its thread. */
  details: DigestDetails;
}

/** A day's digest: its log, held against the same weekday of the week before and what else there is to compare with. */
export async function digestOf(
  context: Context,
  { day, look = fullLook, channelId }: { day: Day; look?: DigestLook; channelId?: string },
): Promise<DigestData> {
  const [read, notes, targets] = await Promise.all([
    readLogs(context, { days: daysTold(day, context.workspace), withPast: [day, addDays(day, -1)] }),
    notesOfDigest(context, { day, look, ...(channelId === undefined ? {} : { channelId }) }),
    readTargets(context, oneDay(day)),
  ]);
  const logs = new Map([...read].map(([each, log]) => [each, seenBy(look, log)]));
  const log = logs.get(day);
  if (!log) throw new RangeError('the day itself was not read');
  const weekBefore = compareLogs(log, logs.get(addDays(day, -7)) ?? { ...log, departments: [] });
  const details = {
    ...detailsOf(logs, log, context.workspace),
    notes,
    targets: attainedOn(log, targets),
  };
  return { log, look, weekBefore, details };
}
