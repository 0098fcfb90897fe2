import type { DigestLook } from '../../models/channel.ts';
import type { Context } from '../context.ts';
import { notesOfDigests } from '../notes/list-notes.ts';
import { attainedOn } from '../targets/attained.ts';
import { readTargets, type Targets } from '../targets/target.ts';
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

/** For whom a digest is; without a channel it is nobody's in particular. */
export interface DigestShown {
  look?: DigestLook;
  channelId?: string;
}

/** A day's digest: its log, held against the same weekday of the week before and what else there is to compare with. */
export async function digestOf(
  context: Context,
  { day, ...shown }: { day: Day } & DigestShown,
): Promise<DigestData> {
  return (await readDigests(context, day))(shown);
}

/**
 * Reads once what all digests of a day tell from; the function it returns makes those of as many channels as there are.
 * Channels that are shown the same share what comes out of the figures.
 */
export async function readDigests(context: Context, day: Day): Promise<(shown: DigestShown) => DigestData> {
  const [logs, notes, targets] = await Promise.all([
    readLogs(context, { days: daysTold(day, context.workspace), withPast: [day, addDays(day, -1)] }),
    notesOfDigests(context, day),
    readTargets(context, oneDay(day)),
  ]);
  const made = new Map<string, ReturnType<typeof figuresOf>>();
  return ({ look = fullLook, channelId }) => {
    const key = JSON.stringify(look.departments);
    const { details, ...figures } = made.get(key) ?? figuresOf(context, logs, { day, look, targets });
    made.set(key, { ...figures, details });
    const own = notes({ look, ...(channelId === undefined ? {} : { channelId }) });
    return { ...figures, look, details: { ...details, notes: own } };
  };
}

/** What of a digest comes out of figures, as far as a look goes. */
function figuresOf(
  { workspace }: Context,
  read: ReadonlyMap<Day, DayLog>,
  { day, look, targets }: { day: Day; look: DigestLook; targets: Targets },
) {
  const logs = new Map([...read].map(([each, log]) => [each, seenBy(look, log)]));
  const log = logs.get(day);
  if (!log) throw new RangeError('the day itself was not read');
  const weekBefore = compareLogs(log, logs.get(addDays(day, -7)) ?? { ...log, departments: [] });
  const details = { ...detailsOf(logs, log, workspace), targets: attainedOn(log, targets) };
  return { log, weekBefore, details };
}
