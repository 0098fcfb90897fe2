import { expect, test, vi } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world.ts';
import { claimDigest } from '../../src/digest/digest-lease.ts';
import { runClaimedDigests } from '../../src/digest/drain-digests.ts';
import { DeliveryError } from '../../src/slack/delivery.ts';
import { reimportDays } from '../../src/turnover/reimport-days.ts';
import { type Bench, startBench } from '../support/engine.ts';
import { amsterdam, manager, rotterdam, setUpShop } from '../support/shop.ts';

const atEight = '2024-06-04T08:00:00+02:00';

/** Two departments, and so many channels with a digest at eight; the night before is done. */
async function channelsOf(count: number) {
  const world = worldOf({
    shops: [amsterdam, rotterdam],
    sales: [
      { at: '2024-06-03T12:00:00+02:00', gross: 1000, tax: 0, shopID: '1' },
      { at: '2024-06-03T12:00:00+02:00', gross: 500, tax: 0, shopID: '2' },
    ],
  });
  const bench = await startBench({ world, at: '2024-06-03T10:00:00+02:00' });
  const { link } = await setUpShop(bench, { departments: { City: ['1'], Harbour: ['2'] } });
  await bench.runAt('2024-06-04T03:00:30+02:00');
  const [city] = await bench.engine.models.departments.find({ workspaceId: 'T1', name: 'City' }).lean();
  const names = Array.from({ length: count }, (_, index) => `C${index + 1}`);
  await bench.engine.models.channels.insertMany(
    names.map((channelId, index) => ({
      workspaceId: 'T1',
      channelId,
      hour: 8,
      zone: 'Europe/Amsterdam',
      chosenBy: manager,
      chosenAt: bench.engine.clock(),
      departments: index % 2 === 0 ? null : [city?._id],
    })),
  );
  return { bench, link, names };
}

const told = ({ delivery }: Bench, channelId: string) =>
  delivery.inChannel(channelId).map(({ text }) => text);

test('what the channels of a workspace tell from is read once, and each is told its own', async () => {
  const { bench, names } = await channelsOf(9);
  const read = vi.spyOn(bench.engine.models.closedDays, 'find');

  await bench.runAt(atEight);

  for (const [index, channelId] of names.entries()) {
    const total = index % 2 === 0 ? '2 of 2 in: EUR 1500' : '1 of 1 in: EUR 1000';
    expect(told(bench, channelId)).toEqual([expect.stringContaining(total)]);
  }
  expect(read.mock.calls.length).toBeLessThanOrEqual(1);
});

test('figures that come in while a crowd of digests is posted are told by every one of them', async () => {
  const { bench, link, names } = await channelsOf(9);
  await bench.engine.models.channels.updateMany({ workspaceId: 'T1' }, { $set: { departments: null } });
  bench.delivery.duringNext('post', async () => {
    bench.world.voidSale(2, Date.parse('2024-06-04T07:59:00+02:00'));
    bench.clock.pass(1_000);
    const context = await bench.context();
    await reimportDays(context, { link, from: '2024-06-03', to: '2024-06-03', who: manager });
  });

  await bench.runAt(atEight);
  await bench.runAt('2024-06-04T08:05:00+02:00');

  for (const channelId of names) {
    expect(told(bench, channelId), channelId).toEqual([expect.stringContaining('EUR 1000;')]);
  }
});

test('digests that were claimed before one that could not be are told at the next turn, not when their lease ends', async () => {
  const { bench, names } = await channelsOf(3);
  const { digestPosts } = bench.engine.models;
  const claim = digestPosts.findOneAndUpdate.bind(digestPosts);
  let claims = 0;
  vi.spyOn(digestPosts, 'findOneAndUpdate').mockImplementation((...args: unknown[]) => {
    claims += 1;
    if (claims === 2) throw new Error('the database is away');
    return Reflect.apply(claim, digestPosts, args);
  });

  await bench.runAt(atEight).catch(() => undefined);
  await bench.runAt('2024-06-04T08:00:05+02:00');

  expect(claims).toBeGreaterThan(3);
  for (const channelId of names) expect(told(bench, channelId), channelId).toHaveLength(1);
});

test('claimed digests whose workspace cannot be read are told at the next turn, not when their lease ends', async () => {
  const { bench, names } = await channelsOf(3);
  const { workspaces } = bench.engine.models;
  const read = vi.spyOn(workspaces, 'findById').mockImplementationOnce(() => {
    throw new Error('the database is away');
  });

  await bench.runAt(atEight).catch(() => undefined);
  const toldAtFirst = names.flatMap((channelId) => told(bench, channelId));
  await bench.runAt('2024-06-04T08:00:05+02:00');

  expect(read).toHaveBeenCalled();
  expect(toldAtFirst).toEqual([]);
  for (const channelId of names) expect(told(bench, channelId), channelId).toHaveLength(1);
});

test('a digest that Slack counts out is posted when Slack said it may be, not later', async () => {
  const { bench } = await channelsOf(1);
  const wait = new DeliveryError('chat.postMessage', 'not-done', 'ratelimited', { retryAfter: 90_000 });
  vi.spyOn(bench.delivery, 'post').mockRejectedValueOnce(wait);

  await bench.runAt(atEight);
  await bench.runAt('2024-06-04T08:01:29+02:00');
  const early = told(bench, 'C1');
  await bench.runAt('2024-06-04T08:01:30+02:00');

  expect(early).toEqual([]);
  expect(told(bench, 'C1')).toHaveLength(1);
});

test('a process that stops lets go of what it has not begun', async () => {
  const { bench, names } = await channelsOf(9);
  bench.delivery.duringNext('post', async () => {
    // Resolves only once this digest is done.
    void bench.engine.inFlight.stop({ patience: 5_000, grace: 0 });
  });

  await bench.runAt(atEight);

  const posts = await bench.engine.models.digestPosts.find({ workspaceId: 'T1' }).lean();
  const waiting = posts.filter(({ state }) => state === 'waiting');
  expect(posts).toHaveLength(names.length);
  expect(waiting.length).toBeGreaterThanOrEqual(names.length - 4);
  expect(posts.filter(({ lease }) => lease.until !== null)).toEqual([]);
});

test('a posted digest whose turn comes after its lease ended is left to who has it now', async () => {
  const { bench, link } = await channelsOf(1);
  const { engine } = bench;
  await bench.runAt(atEight);
  bench.world.voidSale(2, Date.parse('2024-06-04T08:01:00+02:00'));
  bench.clock.pass(120_000);
  await reimportDays(await bench.context(), { link, from: '2024-06-03', to: '2024-06-03', who: manager });
  const post = await engine.models.digestPosts.findOne({ workspaceId: 'T1' }).orFail();
  const slow = await claimDigest(engine, post);
  bench.clock.pass(180_000);
  await claimDigest(engine, post);
  const update = vi.spyOn(bench.delivery, 'update');

  await runClaimedDigests(engine, slow ? [slow] : []);

  expect(slow).toBeDefined();
  expect(update).not.toHaveBeenCalled();
});
