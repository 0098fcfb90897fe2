import { describe, expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world.ts';
import { changeDayRule } from '../../src/stores/change-day-rule.ts';
import { addDays, daysFrom } from '../../src/turnover/trading-day.ts';
import { type Bench, startBench, workspaceId } from '../support/engine.ts';
import { manager, setUpShop } from '../support/shop.ts';

const hour = 3_600_000;

interface Place {
  zone: string;
  cutOff: number;
  /** The days that do not last 24 hours, and how many they last. */
  odd: Record<string, number>;
}

/** An account with one store a place, each of which sells once an hour on the hour, for a cent more each time. */
async function openAround(from: string, to: string, places: readonly Place[]): Promise<Bench> {
  const [start, end] = [Date.parse(`${from}T00:00:00Z`), Date.parse(`${to}T00:00:00Z`)];
  const shops = places.map(({ zone }, index) => ({ shopID: String(index + 1), name: zone, timeZone: zone }));
  const sales = shops.flatMap(({ shopID }) =>
    Array.from({ length: (end - start) / hour + 1 }, (_, index) => ({
      at: new Date(start + index * hour).toISOString(),
      gross: 1 + index,
      tax: 0,
      shopID,
    })),
  );
  const bench = await startBench({ world: worldOf({ shops, sales }), at: `${from}T12:00:00Z` });
  const { link } = await setUpShop(bench);
  for (const [index, { cutOff }] of places.entries()) {
    const rule = { storeId: String(index + 1), from: '2000-01-01', cutOff, zone: null };
    await changeDayRule(await bench.context(), { linkId: link._id, userId: manager, ...rule });
  }
  return bench;
}

/** How many sales each day of a store has, days of 24 left out. */
async function oddDays({ engine }: Bench, storeId: string, days: readonly string[]) {
  const figures = await engine.models.figures
    .find({ workspaceId, storeId, day: { $in: [...days] } })
    .sort({ day: 1 })
    .lean();
  const odd = figures.filter(({ sales }) => sales !== 24).map(({ day, sales }) => [day, sales]);
  return { days: figures.length, odd: Object.fromEntries(odd) };
}

/** What a store has over days in all. */
async function centsOf({ engine }: Bench, storeId: string, days: readonly string[]) {
  const figures = await engine.models.figures.find({ workspaceId, storeId, day: { $in: [...days] } }).lean();
  return {
    cents: figures.reduce((sum, { gross }) => sum + gross, 0),
    sales: figures.reduce((sum, { sales }) => sum + sales, 0),
  };
}

const spring: Place[] = [
  { zone: 'Europe/Amsterdam', cutOff: 0, odd: { '2024-03-31': 23 } },
  { zone: 'Europe/Amsterdam', cutOff: 2, odd: { '2024-03-31': 23 } },
  { zone: 'Europe/Amsterdam', cutOff: 4, odd: { '2024-03-30': 23 } },
  { zone: 'Asia/Beirut', cutOff: 0, odd: { '2024-03-31': 23 } },
  { zone: 'Pacific/Auckland', cutOff: 3, odd: { '2024-04-06': 25 } },
  { zone: 'Pacific/Kiritimati', cutOff: 6, odd: {} },
  { zone: 'Pacific/Pago_Pago', cutOff: 6, odd: {} },
];
const autumn: Place[] = [
  { zone: 'Europe/Amsterdam', cutOff: 0, odd: { '2024-10-27': 25 } },
  { zone: 'Europe/Amsterdam', cutOff: 3, odd: { '2024-10-26': 25 } },
  { zone: 'America/New_York', cutOff: 0, odd: { '2024-11-03': 25 } },
  { zone: 'America/New_York', cutOff: 6, odd: { '2024-11-02': 25 } },
  { zone: 'America/Havana', cutOff: 0, odd: { '2024-11-03': 25 } },
];
const dateLine: Place[] = [
  { zone: 'Pacific/Apia', cutOff: 0, odd: { '2011-12-30': 0 } },
  { zone: 'Pacific/Apia', cutOff: 4, odd: { '2011-12-29': 20, '2011-12-30': 4 } },
];

describe.each([
  ['night after night', false],
  ['after an outage all through it', true],
])('%s', (_how, isOutage) => {
  test.each([
    ['in spring', '2024-03-27', '2024-04-10', spring],
    ['in autumn', '2024-10-24', '2024-11-07', autumn],
    ['where a date was skipped', '2011-12-26', '2012-01-04', dateLine],
  ])(
    'every sale %s counts on one day, however long it lasts',
    async (_when, from, to, places) => {
      const bench = await openAround(from, to, places);
      const mornings = daysFrom(addDays(from, 1), to);
      if (isOutage) bench.lightspeed.faults.add({ kind: 'unavailable', times: 'always' });

      for (const [index, morning] of mornings.entries()) {
        if (index === mornings.length - 1) bench.lightspeed.faults.clear();
        // Every zone's night of the date has begun at one of these.
        for (const time of ['06:00', '18:00']) await bench.runAt(`${morning}T${time}:00Z`);
      }

      const days = daysFrom(addDays(from, 1), addDays(to, -3));
      for (const [index, { zone, cutOff, odd }] of places.entries()) {
        const storeId = String(index + 1);
        const name = `${zone} from ${cutOff}:00`;
        expect(await oddDays(bench, storeId, days), name).toEqual({ days: days.length, odd });
        const { cents, sales } = await centsOf(bench, storeId, days);
        // Hours that follow one another, each with its own cents: none is left out and none counts twice.
        const least = Math.round(cents / sales - (sales - 1) / 2);
        expect(cents, name).toBe(sales * least + (sales * (sales - 1)) / 2);
      }
      const states = await bench.engine.models.figures.distinct('state', { workspaceId, day: { $in: days } });
      expect(states).toEqual(['final']);
    },
    120_000,
  );
});
