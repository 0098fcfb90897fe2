/**
 * Where days start, found on foot: only the clock on the wall as Intl tells it, and a step a minute. Nothing of this uses
 * Temporal or the code under test.
 */
const minute = 60_000;
const day = 86_400_000;

/** A change of a zone's clocks: its instant, epoch milliseconds, and the offsets around it, milliseconds. */
export interface ClockChange {
  at: number;
  before: number;
  after: number;
}

/** Every change of a zone's clocks between two instants. Changes that undo each other within a day are not seen. */
export function clockChanges(zone: string, from: number, to: number): ClockChange[] {
  const offset = offsetIn(zone);
  const changes: ClockChange[] = [];
  let before = offset(from);
  for (let at = from + day; at <= to; at += day) {
    const after = offset(at);
    if (after !== before) changes.push({ at: firstWith(offset, after, at - day, at), before, after });
    before = after;
  }
  return changes;
}

/** The first minute around a change at which the wall shows `wanted` (a wall time as if it were UTC) or later. */
export function firstShowing(wanted: number, { at, before, after }: ClockChange): number {
  let minuteAt = Math.min(at, wanted - Math.max(before, after)) - 2 * 60 * minute;
  while (minuteAt + (minuteAt < at ? before : after) < wanted) minuteAt += minute;
  return minuteAt;
}

function firstWith(offset: (at: number) => number, wanted: number, low: number, high: number): number {
  let [without, having] = [low, high];
  while (having - without > minute) {
    const middle = without + Math.floor((having - without) / 2 / minute) * minute;
    if (offset(middle) === wanted) having = middle;
    else without = middle;
  }
  return having;
}

function offsetIn(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  return (at) => Date.parse(`${format.format(at).replace(' ', 'T')}:00Z`) - at;
}
