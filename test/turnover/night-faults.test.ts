import { describe, expect, test } from 'vitest';
import type { Fault, FaultKind } from '../../demo/lightspeed/faults.ts';
import { worldOf } from '../../demo/lightspeed/world.ts';
import { type Bench, startBench, workspaceId } from '../support/engine.ts';
import {
  amsterdam,
  everythingStored,
  manager,
  rotterdam,
  setUpShop,
  storedFigures,
} from '../support/shop.ts';

const linkedAt = '2024-06-03T10:00:00+02:00';
const firstNight = '2024-06-04T03:00:30+02:00';
const secondNight = '2024-06-05T03:00:30+02:00';

/** Two stores with three pages of sales on the third of June. */
function busyWorld() {
  return worldOf({
    shops: [amsterdam, rotterdam],
    sales: Array.from({ length: 250 }, (_, index) => ({
      at: '2024-06-03T12:00:00+02:00',
      gross: 100,
      shopID: index % 2 === 0 ? '1' : '2',
    })),
  });
}

async function linkNow({ engine }: Bench) {
  return engine.models.links.findOne({ workspaceId }).lean();
}

async function nightNow({ engine }: Bench) {
  return engine.models.nights.findOne({ workspaceId }).sort({ date: -1 }).lean();
}

/** A bench after its first night, with sales voided since on the first and on the last page. */
async function benchBeforeSecondNight() {
  const bench = await startBench({ world: busyWorld(), at: linkedAt });
  await setUpShop(bench);
  await bench.runAt(firstNight);
  for (const saleID of [1, 250]) bench.world.voidSale(saleID, Date.parse('2024-06-04T11:00:00+02:00'));
  return bench;
}

describe('a night that cannot read the last page', () => {
  test.each<FaultKind>([
    'server-error',
    'unavailable',
    'bad-gateway',
    'rate-limited',
    'unauthorized',
    'drop',
    'drop-midway',
    'truncated',
    'duplicate-page',
    'foreign-next',
    'repeated-cursor',
    'forbidden',
  ])('changes nothing that is stored (%s), and succeeds later', async (kind) => {
    const bench = await benchBeforeSecondNight();
    const stored = await everythingStored(bench);
    bench.lightspeed.faults.add({
      kind,
      path: 'Sale.json',
      skip: 2,
      times: 'always',
      to: 'http://127.0.0.2:9',
    });

    await bench.runAt(secondNight);

    expect(await everythingStored(bench)).toEqual(stored);
    expect(await nightNow(bench)).toMatchObject({ state: 'waiting', tries: 1, date: '2024-06-05' });

    bench.lightspeed.faults.clear();
    await bench.runAt('2024-06-05T03:10:00+02:00');

    expect(await nightNow(bench)).toMatchObject({ state: 'done', tries: 2, failure: null });
    expect(await storedFigures(bench, '2024-06-03')).toMatchObject({
      1: { gross: 12_400, sales: 124, state: 'final' },
      2: { gross: 12_400, sales: 124, state: 'final' },
    });
  });
});

describe('trouble that passes while a night reads', () => {
  test.each<Omit<Fault, 'path'>>([
    { kind: 'rate-limited', times: 4 },
    { kind: 'server-error', times: 2 },
    { kind: 'unavailable', times: 2 },
    { kind: 'bad-gateway', times: 2 },
    { kind: 'drop', times: 2 },
    { kind: 'drop-midway' },
    { kind: 'truncated' },
    { kind: 'slow', ms: 200 },
  ])('is not even seen: $kind', async (fault) => {
    const bench = await startBench({ world: busyWorld(), at: linkedAt });
    await setUpShop(bench);
    bench.lightspeed.faults.add({ ...fault, path: 'Sale.json', skip: 1 });

    await bench.runAt(firstNight);

    expect(bench.lightspeed.faults.waiting).toEqual([]);
    expect(await nightNow(bench)).toMatchObject({ state: 'done', tries: 1, failure: null });
    expect(await storedFigures(bench, '2024-06-03')).toMatchObject({
      1: { gross: 12_500, sales: 125, state: 'provisional' },
      2: { gross: 12_500, sales: 125, state: 'provisional' },
    });
  });

  test.each([1, 250])(
    'a sale that is voided between two pages (%i) is in or out, and out the next night',
    async (saleID) => {
      const bench = await startBench({ world: busyWorld(), at: linkedAt });
      await setUpShop(bench);
      bench.lightspeed.faults.add({ kind: 'changed-after', path: 'Sale.json', saleID });

      await bench.runAt(firstNight);
      const first = await storedFigures(bench, '2024-06-03');
      await bench.runAt(secondNight);

      const voidedIn = saleID === 1 ? '1' : '2';
      expect([12_400, 12_500]).toContain(first[voidedIn]?.gross);
      expect((await storedFigures(bench, '2024-06-03'))[voidedIn]).toMatchObject({
        gross: 12_400,
        sales: 124,
      });
    },
  );
});

describe('an outage', () => {
  test('is waited out, longer after each try, and told to nobody', async () => {
    const bench = await startBench({ world: busyWorld(), at: linkedAt });
    await setUpShop(bench);
    bench.lightspeed.faults.add({ kind: 'unavailable', times: 'always' });
    const waits: number[] = [];

    await bench.runAt(firstNight);
    for (let round = 0; round < 6; round += 1) {
      const due = (await nightNow(bench))?.dueAt.getTime() ?? 0;
      waits.push((due - bench.clock.now()) / 60_000);
      await bench.runAt(new Date(due).toISOString());
    }

    expect(waits).toEqual([5, 10, 20, 40, 60, 60]);
    expect(bench.delivery.messages).toEqual([]);
    expect(await linkNow(bench)).toMatchObject({ state: 'active', troubleSince: new Date(firstNight) });
  });

  test('that ends leaves no trouble behind', async () => {
    const bench = await startBench({ world: busyWorld(), at: linkedAt });
    await setUpShop(bench);
    bench.lightspeed.faults.add({ kind: 'drop', times: 'always' });
    await bench.runAt(firstNight);
    bench.lightspeed.faults.clear();

    await bench.runAt('2024-06-04T03:06:00+02:00');

    expect(await linkNow(bench)).toMatchObject({ state: 'active', troubleSince: null });
    expect(await storedFigures(bench, '2024-06-03')).toMatchObject({ 1: { sales: 125 } });
  });

  test('of a moment is not even seen', async () => {
    const bench = await startBench({ world: busyWorld(), at: linkedAt });
    await setUpShop(bench);
    bench.lightspeed.faults.add(
      { kind: 'rate-limited', path: 'Sale.json', skip: 1 },
      { kind: 'bad-gateway' },
    );

    await bench.runAt(firstNight);

    expect(await nightNow(bench)).toMatchObject({ state: 'done', tries: 1 });
  });

  test('of one account does not hold up another', async () => {
    const other = worldOf({
      account: { accountID: '777', name: 'Other' },
      shops: [{ ...amsterdam, shopID: '9' }],
      sales: [{ at: '2024-06-03T12:00:00+02:00', gross: 700 }],
      keys: ['key-2'],
    });
    const bench = await startBench({ world: [busyWorld(), other], at: linkedAt });
    await setUpShop(bench);
    await setUpShop(bench, { key: 'key-2' });
    bench.lightspeed.faults.add({ kind: 'server-error', path: '/Account/83050/', times: 'always' });

    await bench.runAt(firstNight);

    expect(await storedFigures(bench, '2024-06-03')).toMatchObject({ 9: { gross: 700 } });
    expect(Object.keys(await storedFigures(bench, '2024-06-03'))).toEqual(['9']);
  });
});

describe('a key that is refused', () => {
  test('is told once to the person who linked, however often the night is tried', async () => {
    const bench = await startBench({ world: busyWorld(), at: linkedAt });
    await setUpShop(bench);
    bench.world.revokeKey('key-1');

    await bench.runAt(firstNight);
    await bench.runAt('2024-06-04T04:00:00+02:00');
    await bench.runAt(secondNight);

    expect(await linkNow(bench)).toMatchObject({ state: 'refused' });
    expect(await nightNow(bench)).toMatchObject({ failure: 'KeyRefusedError' });
    expect(bench.delivery.messages.map(({ channelId, text }) => [channelId, text])).toEqual([
      [manager, 'key refused Hand-made shops'],
    ]);
  });

  test('is no word about others: nothing stored changes, nor does a night that is not theirs', async () => {
    const bench = await benchBeforeSecondNight();
    const stored = await everythingStored(bench);
    bench.world.revokeKey('key-1');

    await bench.runAt(secondNight);

    expect(await everythingStored(bench)).toEqual(stored);
  });

  test('and replaced brings the link back at once, and the next refusal is told again', async () => {
    const bench = await startBench({ world: busyWorld(), at: linkedAt });
    await setUpShop(bench);
    bench.world.revokeKey('key-1');
    await bench.runAt(firstNight);
    bench.world.keys.set('key-3', 'good');

    await setUpShop(bench, { key: 'key-3' });
    await bench.runAt('2024-06-04T03:01:00+02:00');

    expect(await linkNow(bench)).toMatchObject({ state: 'active', troubleSince: null });
    expect(await storedFigures(bench, '2024-06-03')).toMatchObject({ 1: { sales: 125 } });

    bench.world.revokeKey('key-3');
    await bench.runAt(secondNight);
    expect(bench.delivery.messages).toHaveLength(2);
  });
});
