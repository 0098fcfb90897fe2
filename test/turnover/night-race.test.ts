import { describe, expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world.ts';
import type { Engine } from '../../src/context.ts';
import { runDue } from '../../src/run-due.ts';
import { runClaimed } from '../../src/turnover/drain-nights.ts';
import { claimNight } from '../../src/turnover/night-lease.ts';
import type { NightDocument } from '../../src/turnover/nights.ts';
import { daysFrom } from '../../src/turnover/trading-day.ts';
import { type Bench, startBench, workspaceId } from '../support/engine.ts';
import { amsterdam, everythingStored, rotterdam, salesChannel, setUpShop } from '../support/shop.ts';

const tokyo = { shopID: '5', name: 'Tokyo', timeZone: 'Asia/Tokyo' };
const days = daysFrom('2024-06-04', '2024-06-07');
const leaseLength = 120_000;

/** Two zones, with sales on every day. */
function busyWorld() {
  return worldOf({
    shops: [amsterdam, rotterdam, tokyo],
    sales: daysFrom('2024-06-01', '2024-06-12').flatMap((day) =>
      ['1', '2', '5'].map((shopID) => ({ at: `${day}T03:00:00Z`, gross: 100 * Number(shopID), shopID })),
    ),
  });
}

async function busyBench() {
  const bench = await startBench({ world: busyWorld(), at: '2024-06-03T10:00:00Z' });
  await setUpShop(bench, { departments: { All: ['1', '2', '5'] }, digestHour: 8 });
  bench.lightspeed.requests.length = 0;
  return bench;
}

/** Lets engines do what is due at the same time, twice over, at every hour that something is due. */
async function raceThrough({ clock }: Bench, engines: readonly Engine[]): Promise<void> {
  for (const day of days) {
    for (const hour of ['01:00:30', '06:00:00', '18:00:30']) {
      clock.moveTo(`${day}T${hour}Z`);
      await Promise.all([...engines, ...engines].map(runDue));
    }
  }
}

describe('two processes on one database', () => {
  test('run each night once and post each digest once, however they race', async () => {
    const alone = await busyBench();
    await raceThrough(alone, [alone.engine]);
    const raced = await busyBench();

    await raceThrough(raced, [raced.engine, await raced.anotherEngine()]);

    const paths = (bench: Bench) =>
      bench.lightspeed.requests.map(({ path, query }) => `${path} ${query['completeTime'] ?? ''}`).sort();
    const posts = (bench: Bench) => bench.delivery.inChannel(salesChannel).map(({ text }) => text);
    expect(paths(raced)).toEqual(paths(alone));
    expect(posts(raced)).toEqual(posts(alone));
    expect(posts(raced)).toHaveLength(days.length);
    const nights = await raced.engine.models.nights.find({ workspaceId }).lean();
    expect(nights.map(({ state, tries }) => [state, tries])).toEqual(nights.map(() => ['done', 1]));
    expect(withoutLinks(await everythingStored(raced))).toEqual(withoutLinks(await everythingStored(alone)));
  });

  test('never both claim the same night', async () => {
    const bench = await busyBench();
    const other = await bench.anotherEngine();
    await bench.engine.models.nights.insertMany(
      days.map((date) => ({
        workspaceId,
        linkId: 'l1',
        zone: 'UTC',
        date,
        state: 'waiting',
        dueAt: new Date(bench.clock.now()),
        lease: { token: 0, until: null, beats: 0 },
        tries: 0,
        failure: null,
        doneAt: null,
      })),
    );

    const claims = await Promise.all(
      Array.from({ length: 40 }, (_, index) => claimNight(index % 2 === 0 ? bench.engine : other)),
    );

    const dates = claims.flatMap((night) => (night ? [night.date] : []));
    expect(dates.sort()).toEqual(days);
  });
});

/** An engine that hangs for longer than its lease, when it has read its first night whole and before it writes. */
function hanging({ engine, clock }: Bench, meanwhile: () => Promise<void>): Engine {
  let isFirst = true;
  return {
    ...engine,
    connect: (input) => {
      const connector = engine.connect(input);
      return {
        account: () => connector.account(),
        stores: () => connector.stores(),
        async *sales(window) {
          yield* connector.sales(window);
          if (!isFirst) return;
          isFirst = false;
          clock.pass(leaseLength + 1);
          await meanwhile();
        },
      };
    },
  };
}

describe('a lease that is lost', () => {
  test('writes nothing while another process is at the night', async () => {
    const bench = await busyBench();
    const other = await bench.anotherEngine();
    let taken: NightDocument | undefined;
    const slow = hanging(bench, async () => {
      taken = await claimNight(other);
    });
    bench.clock.moveTo('2024-06-04T01:00:30Z');

    await runDue(slow);

    const zone = taken?.zone ?? '';
    const storeIds = zone === 'Asia/Tokyo' ? ['5'] : ['1', '2'];
    expect(await bench.engine.models.nights.findOne({ workspaceId, zone }).lean()).toMatchObject({
      state: 'waiting',
      tries: 2,
      failure: null,
    });
    expect(
      await bench.engine.models.figures.countDocuments({ workspaceId, storeId: { $in: storeIds } }),
    ).toBe(0);

    if (taken) await runClaimed(other, taken, 'night');
    expect(
      await bench.engine.models.figures.countDocuments({ workspaceId, storeId: { $in: storeIds } }),
    ).toBe(2 * storeIds.length);
  });

  test('writes nothing after another process has finished the night', async () => {
    const bench = await busyBench();
    const other = await bench.anotherEngine();
    const slow = hanging(bench, async () => {
      bench.world.voidSale(1, bench.clock.now());
      await runDue(other);
    });
    bench.clock.moveTo('2024-06-04T01:00:30Z');

    await runDue(slow);

    const nights = await bench.engine.models.nights.find({ workspaceId, date: '2024-06-04' }).lean();
    expect(nights.map(({ state }) => state)).toEqual(nights.map(() => 'done'));
    // The one that hung was taken over; the other zone's night may have been under way, too, when the leases ran out.
    expect(Math.max(...nights.map(({ tries }) => tries))).toBe(2);
    const figures = await bench.engine.models.figures.find({ workspaceId }).lean();
    expect(figures.map(({ revisions }) => revisions.length)).toEqual(figures.map(() => 1));
  });
});

/** Ids of links differ between benches. */
function withoutLinks({ figures, ledgers }: Awaited<ReturnType<typeof everythingStored>>) {
  return {
    figures: figures.map((figure) => ({ ...figure, linkId: '' })),
    ledgers: ledgers.map((ledger) => ({ ...ledger, linkId: '' })),
  };
}
