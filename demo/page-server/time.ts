import { acrossWorkspaces } from '../../models/wall.ts';
import type { Engine } from '../../src/context.ts';
import { runDue } from '../../src/run-due.ts';
import { addDays, type Day, dayOf, instantAt } from '../../src/turnover/trading-day.ts';
import type { SimulatedClock } from '../local-workspace.ts';

/** Where the chain of the local workspace is. */
export const zone = 'Europe/Amsterdam';

/** The furthest one jump goes: each night of it is really imported. */
export const mostDays = 62;

const nightHour = 3;
const usualDigestHour = 8;
/** Nights and digests are due at the full hour; a little later they surely are. */
const moment = 10_000;
const hour = 3_600_000;

/** A jump that the bar offers: to the next night, the next digest, an hour on, or the morning of a date. */
export type Jump = { to: 'night' } | { to: 'morning' } | { to: 'hour' } | { to: 'date'; day: Day };

/** The clock cannot go there; the message says why. */
export class JumpError extends Error {
  override readonly name = 'JumpError' as const;
}

/**
 * Moves the clock and lets everything happen that falls due on the way: it stops at each night and at each hour of a
 * digest, in order. `stopped` is told of each stop. Throws a JumpError for the past or too far a future.
 */
export async function jump(
  { engine, clock }: { engine: Engine; clock: SimulatedClock },
  to: Jump,
  stopped: (now: number) => void = () => {},
): Promise<void> {
  const hours = await digestHours(engine);
  const target = targetOf(clock.now(), to, hours);
  const stops = stopsBetween(clock.now(), target, [nightHour, ...hours]);
  for (const at of stops) {
    clock.moveTo(new Date(at).toISOString());
    stopped(at);
    await runDue(engine);
  }
}

/** The hours at which channels expect their digest, or the usual one while there is none. */
async function digestHours({ models }: Engine): Promise<number[]> {
  const hours = await models.channels.distinct('hour', {}, acrossWorkspaces);
  return hours.length > 0 ? hours : [usualDigestHour];
}

function targetOf(now: number, to: Jump, hours: readonly number[]): number {
  if (to.to === 'hour') return now + hour;
  if (to.to === 'night') return nextAt(now, [nightHour]);
  if (to.to === 'morning') return nextAt(now, hours);
  const target = instantAt(to.day, 10, zone);
  const days = (target - now) / (24 * hour);
  if (days <= 0) throw new JumpError('The clock only goes forward. Choose a later date, or start over.');
  if (days > mostDays)
    throw new JumpError(`At most ${mostDays} days at once: each night is really imported.`);
  return target;
}

function nextAt(now: number, hours: readonly number[]): number {
  const today = dayOf(now, { zone, cutOff: 0 });
  const next = stopsOf([today, addDays(today, 1)], hours).find((at) => at > now);
  return next ?? now + 24 * hour;
}

/** Every stop after one instant and not after another, and the end itself; epoch milliseconds, in order. */
export function stopsBetween(from: number, to: number, hours: readonly number[]): number[] {
  const last = dayOf(to, { zone, cutOff: 0 });
  const days: Day[] = [];
  for (let day = dayOf(from, { zone, cutOff: 0 }); day <= last; day = addDays(day, 1)) days.push(day);
  const between = stopsOf(days, hours).filter((at) => at > from && at < to);
  return [...between, to];
}

function stopsOf(days: readonly Day[], hours: readonly number[]): number[] {
  const stops = days.flatMap((day) => hours.map((each) => instantAt(day, each, zone) + moment));
  return [...new Set(stops)].sort((one, other) => one - other);
}
