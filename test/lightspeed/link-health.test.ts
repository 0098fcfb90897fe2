import { describe, expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world/hand.ts';
import { linkAccount } from '../../src/lightspeed/link-account.ts';
import { takeOverLink } from '../../src/lightspeed/take-over.ts';
import { statusOf } from '../../src/turnover/status.ts';
import { type Bench, startBench, workspaceId } from '../support/engine.ts';
import { amsterdam, manager, setUpShop } from '../support/shop.ts';

const shop = () => worldOf({ account: { name: 'Blad & Boon' }, shops: [amsterdam] });
const start = () => startBench({ world: shop(), at: '2025-11-13T10:00:00+01:00' });
const toldTo = ({ delivery }: Bench, person = manager) => delivery.inChannel(person).map(({ text }) => text);
const nameManagers = ({ engine }: Bench, managers: string[]) =>
  engine.models.workspaces.updateOne({ _id: workspaceId }, { $set: { managers } });

/** Tries whatever is due, every hour from one instant to another, the latter included. */
async function everyHour(bench: Bench, from: string, to: string) {
  for (let at = Date.parse(from); at <= Date.parse(to); at += 3_600_000) {
    await bench.runAt(new Date(at).toISOString());
  }
}

describe('a refused key', () => {
  test('is told once to the linker and each named manager, however often it is tried', async () => {
    const bench = await start();
    await setUpShop(bench);
    await nameManagers(bench, ['U2', manager]);
    bench.world.revokeKey('key-1');

    await everyHour(bench, '2025-11-14T03:01:00+01:00', '2025-11-14T09:01:00+01:00');

    expect(toldTo(bench)).toEqual(['key refused Blad & Boon']);
    expect(toldTo(bench, 'U2')).toEqual(['key refused Blad & Boon']);
  });

  test('is told again after a week, and a week later, while it lasts', async () => {
    const bench = await start();
    await setUpShop(bench);
    bench.world.revokeKey('key-1');

    for (let day = 14; day <= 30; day += 1) await bench.runAt(`2025-11-${day}T03:01:00+01:00`);

    const still = 'key refused Blad & Boon still';
    expect(toldTo(bench)).toEqual(['key refused Blad & Boon', still, still]);
  });

  test('that is replaced and refused anew is told anew', async () => {
    const bench = await start();
    await setUpShop(bench);
    bench.world.revokeKey('key-1');
    await bench.runAt('2025-11-14T03:01:00+01:00');
    bench.world.keys.set('key-2', 'good');
    await linkAccount(await bench.context(), { key: 'key-2', userId: manager, deadline: 5_000 });
    await bench.runAt('2025-11-14T11:00:00+01:00');
    bench.world.revokeKey('key-2');

    await bench.runAt('2025-11-15T03:01:00+01:00');

    expect(toldTo(bench)).toEqual(['key refused Blad & Boon', 'key refused Blad & Boon']);
  });

  test('of which nobody heard is told at the next try', async () => {
    const bench = await start();
    await setUpShop(bench);
    bench.world.revokeKey('key-1');
    bench.delivery.failNext('post', 'not-done', { code: 'ratelimited' });

    await bench.runAt('2025-11-14T03:01:00+01:00');
    await bench.runAt('2025-11-14T04:01:00+01:00');
    await bench.runAt('2025-11-14T05:01:00+01:00');

    expect(toldTo(bench)).toEqual(['key refused Blad & Boon']);
  });
});

describe('an outage', () => {
  test('raises no alarm for a day, then one, and its end is in the status', async () => {
    const bench = await start();
    await setUpShop(bench);
    bench.lightspeed.faults.add({ kind: 'unavailable', times: 'always' });

    await everyHour(bench, '2025-11-14T03:01:00+01:00', '2025-11-15T02:01:00+01:00');
    const withinADay = toldTo(bench);
    await everyHour(bench, '2025-11-15T03:01:00+01:00', '2025-11-15T12:01:00+01:00');
    bench.lightspeed.faults.clear();
    await bench.runAt('2025-11-15T14:01:00+01:00');

    expect(withinADay).toEqual([]);
    expect(toldTo(bench)).toEqual(['outage of Blad & Boon since 2025-11-14T02:01:00.000Z']);
    const [status] = (await statusOf(await bench.context())).links;
    expect(status?.link.troubleSince).toBeNull();
    expect(status?.recovered).toEqual({
      since: new Date('2025-11-14T02:01:00Z'),
      until: new Date('2025-11-15T13:01:00Z'),
    });
  });

  test('that ends within the day is never told, not even afterwards', async () => {
    const bench = await start();
    await setUpShop(bench);
    bench.lightspeed.faults.add({ kind: 'unavailable', times: 'always' });
    await everyHour(bench, '2025-11-14T03:01:00+01:00', '2025-11-14T09:01:00+01:00');
    bench.lightspeed.faults.clear();

    await bench.runAt('2025-11-14T11:01:00+01:00');

    const [status] = (await statusOf(await bench.context())).links;
    expect(status?.recovered).toBeNull();
    expect(bench.delivery.messages).toEqual([]);
  });
});

describe('a linker who has left Slack', () => {
  test('is told to the named managers once, and one of them takes over', async () => {
    const bench = await start();
    const { link } = await setUpShop(bench);
    await nameManagers(bench, ['U2']);
    bench.delivery.people.set(manager, { name: 'Marieke', isDeleted: true });

    await bench.runAt('2025-11-14T03:01:00+01:00');
    await bench.runAt('2025-11-15T03:01:00+01:00');
    await takeOverLink(await bench.context(), { linkId: link._id, userId: 'U2' });
    bench.world.revokeKey('key-1');
    await bench.runAt('2025-11-16T03:01:00+01:00');

    expect(toldTo(bench)).toEqual([]);
    expect(toldTo(bench, 'U2')).toEqual([
      'Marieke, who linked Blad & Boon, is gone',
      'key refused Blad & Boon',
    ]);
  });

  test('is told to a manager who did something here when none is named', async () => {
    const bench = await start();
    await setUpShop(bench);
    await linkAccount(await bench.context(), { key: 'key-1', userId: 'U7', deadline: 5_000 });
    await linkAccount(await bench.context(), { key: 'key-1', userId: manager, deadline: 5_000 });
    bench.delivery.people.set(manager, { isDeleted: true });
    bench.delivery.people.set('U7', { isAdmin: true });

    await bench.runAt('2025-11-14T03:01:00+01:00');

    expect(toldTo(bench, 'U7')).toEqual(['Sam, who linked Blad & Boon, is gone']);
  });
});
