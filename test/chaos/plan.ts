import { type Random, randomOf } from '../../demo/lightspeed/generate/random.ts';
import type { Deed } from '../turnover/model/plans.ts';
import { firstInstant, later } from '../turnover/model/wall.ts';
import type { Moment } from './gate.ts';

const amsterdam = 'Europe/Amsterdam';
const newYork = 'America/New_York';

/** The hour of the digest in Amsterdam: before the night of New York. */
export const digestHour = 6;

/** What happens at an instant (epoch milliseconds) before everybody does what is due by then. */
export interface Phase {
  at: number;
  /** At the till. */
  deeds: Deed[];
  /** A manager opens Home, or asks for older days. */
  asks: 'home' | 'older-days' | undefined;
  /** Everybody has been gone since the phase before, and comes back. */
  afterOutage: boolean;
  /** When each process dies meanwhile: the first one, the one that takes its place, and so on. */
  deaths: Moment[][];
}

export interface Plan {
  /** Of the stores. */
  zones: string[];
  processes: number;
  /** Whether digests have a picture, which takes most of the time. */
  hasPictures: boolean;
  /** When the account is linked, epoch milliseconds. */
  linkedAt: number;
  /** What was sold until then. */
  before: Deed[];
  /** Older days that a manager asks for. */
  older: { from: string; to: string };
  phases: Phase[];
}

/** The whole plan of a run; the same for the same seed. */
export function planOf(seed: number): Plan {
  const random = randomOf(seed);
  const start = pick(random, ['2025-11-10', '2026-03-27', '2025-10-24', '2026-01-30']);
  const zones = [amsterdam, pick(random, [amsterdam, amsterdam, newYork])];
  const processes = random.whole(1, 2);
  return {
    zones,
    processes,
    hasPictures: random.whole(0, 4) === 0,
    linkedAt: firstInstant(start, 10, amsterdam),
    before: [...many(12, () => sale(random, 2 * 1440)), ...many(20, () => oldSale(random))],
    older: { from: later(start, -19), to: later(start, -10) },
    phases: withDeaths(random, phasesOf(random, start, zones), processes),
  };
}

/** Two whole days and the night after them; in between now and then a day on which nobody runs. */
function phasesOf(random: Random, start: string, zones: readonly string[]): Phase[] {
  const hasOtherZone = zones.includes(newYork);
  // With one zone only: of two, the one may be made up for before a digest is posted and the other after it.
  const hasOutage = !hasOtherZone && random.whole(0, 2) === 0;
  const dates = (hasOutage ? [1, 3, 4] : [1, 2, 3]).map((count) => later(start, count));
  const olderOn = random.whole(0, 1);
  const phases = dates.flatMap((date, index) => {
    const at = (hour: number, zone: string, more: Partial<Phase> = {}): Phase => ({
      at: firstInstant(date, hour, zone) + 30_000,
      deeds: [],
      asks: undefined,
      afterOutage: false,
      deaths: [],
      ...more,
    });
    const isLast = index === dates.length - 1;
    const asks: Phase['asks'] = isLast || random.whole(0, 1) === 0 ? 'home' : undefined;
    const night = at(3, amsterdam, { asks, afterOutage: hasOutage && index === 1 });
    const otherNight = hasOtherZone ? [at(3, newYork, isLast ? { asks } : {})] : [];
    const morning = at(digestHour, amsterdam);
    if (isLast) return [night, ...(hasOtherZone ? [morning] : []), ...otherNight];
    const noon = at(13, amsterdam, {
      deeds: [...salesOfDay(random, zones), ...changes(random)],
      asks: index === olderOn ? 'older-days' : undefined,
    });
    return [night, morning, ...otherNight, noon];
  });
  return phases.sort((one, other) => one.at - other.at);
}

function withDeaths(random: Random, phases: readonly Phase[], processes: number): Phase[] {
  const dying = phases.map((phase) => ({ ...phase, deaths: many(processes, (): Moment[] => []) }));
  for (const moment of many(random.whole(2, 5), () => momentOf(random))) {
    const { deaths } = dying[random.whole(0, dying.length - 1)] ?? { deaths: [] };
    deaths[random.whole(0, processes - 1)]?.push(moment);
  }
  return dying;
}

/** Most work is done within a few hundred steps; the first ones are as likely as all others together. */
function momentOf(random: Random): Moment {
  const step = random.whole(0, 1) === 0 ? random.whole(1, 50) : random.whole(50, 250);
  return { step, side: pick(random, ['before', 'after']) };
}

/** Each store sells something every day, after midnight wherever it is. */
function salesOfDay(random: Random, zones: readonly string[]): Deed[] {
  return zones.flatMap((_zone, store) => many(random.whole(2, 7), () => ({ ...sale(random, 300), store })));
}

/** What happens to the sales of these two days, and to those of the days before, which must not move any more. */
function changes(random: Random): Deed[] {
  const kinds = ['void', 'void', 'edit', 'refund', 'sale', 'move', 'archive'] as const;
  return many(random.whole(0, 4), () => ({ ...sale(random, 2 * 1440), kind: pick(random, kinds) }));
}

function sale(random: Random, longestAgo: number): Deed {
  const gross = random.whole(100, 50_000);
  return {
    kind: 'sale',
    pick: random.whole(0, 1000),
    store: random.whole(0, 1),
    back: random.whole(1, longestAgo),
    edge: null,
    gross,
    tax: random.whole(0, Math.floor(gross / 5)),
  };
}

/** Ten to twenty days ago. */
const oldSale = (random: Random): Deed => ({ ...sale(random, 1), back: random.whole(10 * 1440, 20 * 1440) });

function pick<Item>(random: Random, items: readonly [Item, ...Item[]]): Item {
  return items[random.whole(0, items.length - 1)] ?? items[0];
}

function many<Item>(count: number, make: () => Item): Item[] {
  return Array.from({ length: count }, make);
}
