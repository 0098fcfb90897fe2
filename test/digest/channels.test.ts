import { describe, expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world.ts';
import { chooseChannel } from '../../src/digest/choose-channel.ts';
import { removeChannel } from '../../src/digest/remove-channel.ts';
import { mostChannels, saveChannel } from '../../src/digest/save-channel.ts';
import { runDue } from '../../src/run-due.ts';
import { daysFrom } from '../../src/turnover/trading-day.ts';
import { type Bench, startBench, workspaceId } from '../support/engine.ts';
import { amsterdam, manager, rotterdam, salesChannel, setUpShop } from '../support/shop.ts';

const departments = { City: ['1'], Harbour: ['2'] };

/** A bench on Monday the third of June, whose digest comes at eight. */
async function benchWithChannel() {
  const world = worldOf({
    shops: [amsterdam, rotterdam],
    sales: daysFrom('2024-06-01', '2024-06-15').flatMap((day) =>
      ['1', '2'].map((shopID) => ({
        at: `${day}T12:00:00+02:00`,
        gross: Number(shopID) * 1_000,
        tax: 0,
        shopID,
      })),
    ),
  });
  const bench = await startBench({ world, at: '2024-06-03T10:00:00+02:00' });
  await setUpShop(bench, { departments, digestHour: 8 });
  return bench;
}

const toldIn = ({ delivery }: Bench, channelId = salesChannel) =>
  delivery.inChannel(channelId).map(({ text }) => text.slice(0, 'YYYY-MM-DD'.length));

async function save(bench: Bench, changes: Omit<Parameters<typeof saveChannel>[1], 'channelId' | 'userId'>) {
  return saveChannel(await bench.context(), { channelId: salesChannel, userId: manager, ...changes });
}

const idOf = async ({ engine }: Bench, name: string) =>
  (await engine.models.departments.findOne({ workspaceId, name }).lean())?._id ?? '';

describe('a channel', () => {
  test('on chosen weekdays gets those digests only, and the others are not made up for', async () => {
    const bench = await benchWithChannel();
    await save(bench, { weekdays: [1, 3] });

    for (const day of daysFrom('2024-06-04', '2024-06-11')) {
      await bench.runAt(`${day}T03:00:30+02:00`);
      await bench.runAt(`${day}T08:00:00+02:00`);
    }

    // Wednesday the fifth tells Tuesday, Monday the tenth tells Sunday.
    expect(toldIn(bench)).toEqual(['2024-06-04', '2024-06-09']);
  });

  test('that gets more weekdays starts from now', async () => {
    const bench = await benchWithChannel();
    await save(bench, { weekdays: [1] });
    await bench.runAt('2024-06-06T03:00:30+02:00');
    await bench.runAt('2024-06-06T10:00:00+02:00');

    await save(bench, { weekdays: [1, 2, 3, 4, 5, 6, 7] });
    await runDue(bench.engine);
    expect(toldIn(bench)).toEqual([]);

    await bench.runAt('2024-06-07T08:00:00+02:00');
    expect(toldIn(bench)).toEqual(['2024-06-06']);
  });

  test('with an hour and zone of its own gets it then', async () => {
    const bench = await benchWithChannel();
    await save(bench, { hour: 7, zone: 'America/New_York' });
    await bench.runAt('2024-06-04T03:00:30+02:00');

    await bench.runAt('2024-06-04T12:59:00+02:00');
    expect(toldIn(bench)).not.toContain('2024-06-03');

    await bench.runAt('2024-06-04T13:00:00+02:00');
    expect(toldIn(bench)).toContain('2024-06-03');
  });

  test('is told of its departments only, in total, comparison and thread', async () => {
    const bench = await benchWithChannel();
    await save(bench, { departments: [await idOf(bench, 'Harbour')] });
    await bench.runAt('2024-06-04T03:00:30+02:00');

    await bench.runAt('2024-06-04T08:00:00+02:00');

    const [digest] = bench.delivery.inChannel(salesChannel);
    expect(digest?.text).toBe(
      '2024-06-03 provisional 1 of 1 in: EUR 2000; before nothing; Harbour EUR 2000 before nothing',
    );
    expect(bench.delivery.inThread(digest?.ts).map(({ text }) => text)).toEqual([
      'details 2024-06-03 money: EUR 2000',
    ]);
  });

  test('gets the digest beside others, each once', async () => {
    const bench = await benchWithChannel();
    await chooseChannel(await bench.context(), { channelId: 'C2', hour: 9, userId: manager });
    await bench.runAt('2024-06-04T03:00:30+02:00');

    await bench.runAt('2024-06-04T09:00:00+02:00');
    await bench.runAt('2024-06-04T09:05:00+02:00');

    expect([toldIn(bench), toldIn(bench, 'C2')]).toEqual([['2024-06-03'], ['2024-06-03']]);
  });

  test('that was removed gets nothing more, but what stands there stays true', async () => {
    const bench = await benchWithChannel();
    await bench.runAt('2024-06-04T03:00:30+02:00');
    await bench.runAt('2024-06-04T08:00:00+02:00');

    await removeChannel(await bench.context(), { channelId: salesChannel, userId: manager });
    await bench.runAt('2024-06-05T03:00:30+02:00');
    await bench.runAt('2024-06-05T08:00:00+02:00');

    expect(bench.delivery.inChannel(salesChannel).map(({ text }) => text)).toEqual([
      expect.stringMatching(/^2024-06-03 final/),
    ]);
  });

  test('that sees changes only keeps that view after it was removed', async () => {
    const bench = await benchWithChannel();
    await save(bench, { amounts: 'percent' });
    await bench.runAt('2024-06-04T03:00:30+02:00');
    await bench.runAt('2024-06-04T08:00:00+02:00');
    await removeChannel(await bench.context(), { channelId: salesChannel, userId: manager });
    bench.world.voidSale(5, Date.parse('2024-06-04T11:00:00+02:00'));
    await bench.engine.models.digestPosts.updateMany({ workspaceId }, { $set: { toCheck: true } });

    await bench.runAt('2024-06-05T03:00:30+02:00');

    const [digest] = bench.delivery.inChannel(salesChannel);
    expect(bench.delivery.inThread(digest?.ts)[0]?.text).toMatch(/^details 2024-06-03 percent:/);
  });

  test('beyond the most there may be is refused', async () => {
    const bench = await benchWithChannel();
    const context = await bench.context();
    for (let number = 2; number <= mostChannels; number += 1)
      await chooseChannel(context, { channelId: `C${number}`, hour: 8, userId: manager });

    const isSaved = await chooseChannel(context, { channelId: 'CMORE', hour: 8, userId: manager });
    const isMoved = await saveChannel(context, {
      channelId: 'CMORE',
      insteadOf: salesChannel,
      userId: manager,
    });

    expect([isSaved, isMoved]).toEqual([false, true]);
    expect(await bench.engine.models.channels.countDocuments({ workspaceId })).toBe(mostChannels);
  });
});

describe('trouble with a channel', () => {
  const refuse = (bench: Bench, code: string) => bench.delivery.failNext('post', 'refused', { code });
  const toldTo = (bench: Bench, userId: string) =>
    bench.delivery
      .inChannel(userId)
      .map(({ text }) => text)
      .filter((text) => text.startsWith('undeliverable'));

  test('is told once, however many digests it costs, and shown until one arrives', async () => {
    const bench = await benchWithChannel();
    const place = { workspaceId, channelId: salesChannel };
    await bench.runAt('2024-06-04T03:00:30+02:00');
    refuse(bench, 'is_archived');
    await bench.runAt('2024-06-04T08:00:00+02:00');
    refuse(bench, 'is_archived');
    await bench.runAt('2024-06-04T09:00:00+02:00');

    const troubled = await bench.engine.models.channels.findOne(place).lean();
    expect(troubled?.trouble).toMatchObject({ code: 'is_archived', told: true });
    expect(toldTo(bench, manager)).toEqual(['undeliverable C1 is_archived']);

    await bench.runAt('2024-06-05T10:00:00+02:00');
    const mended = await bench.engine.models.channels.findOne(place).lean();
    expect(mended?.trouble).toBeNull();
  });

  test('is told to another manager when the person who chose it is gone', async () => {
    const bench = await benchWithChannel();
    bench.delivery.people.set(manager, { isDeleted: true });
    await bench.engine.models.workspaces.updateOne({ _id: workspaceId }, { $set: { managers: ['U7'] } });
    await bench.runAt('2024-06-04T03:00:30+02:00');
    refuse(bench, 'not_in_channel');

    await bench.runAt('2024-06-04T08:00:00+02:00');

    expect(toldTo(bench, 'U7')).toEqual(['undeliverable C1 not_in_channel']);
    expect(toldTo(bench, manager)).toEqual([]);
  });

  test('is none where somebody deleted the digest, which is left alone then', async () => {
    const bench = await benchWithChannel();
    await bench.runAt('2024-06-04T03:00:30+02:00');
    await bench.runAt('2024-06-04T08:00:00+02:00');
    bench.delivery.messages.splice(0);
    bench.world.voidSale(5, Date.parse('2024-06-04T11:00:00+02:00'));

    await bench.runAt('2024-06-05T03:00:30+02:00');

    expect(bench.delivery.messages).toEqual([]);
    const post = await bench.engine.models.digestPosts.findOne({ workspaceId }).lean();
    expect(post).toMatchObject({ state: 'posted', toCheck: false, failure: null });
  });
});

describe('the details in a digest’s thread', () => {
  const keysIn = (bench: Bench) =>
    bench.delivery.inThread(bench.delivery.inChannel(salesChannel)[0]?.ts).map(({ key }) => key);

  async function benchAtDigest() {
    const bench = await benchWithChannel();
    await bench.runAt('2024-06-04T03:00:30+02:00');
    return bench;
  }

  test('are told once, and edited when figures change', async () => {
    const bench = await benchAtDigest();
    await bench.runAt('2024-06-04T08:00:00+02:00');
    await bench.runAt('2024-06-04T08:05:00+02:00');
    bench.world.voidSale(5, Date.parse('2024-06-04T11:00:00+02:00'));
    await bench.runAt('2024-06-05T03:00:30+02:00');

    const [digest] = bench.delivery.inChannel(salesChannel);
    const [details] = bench.delivery.inThread(digest?.ts);
    expect(details?.text).toBe('details 2024-06-03 money: EUR 2000');
    expect(details?.earlier).toEqual(['details 2024-06-03 money: EUR 3000']);
    expect(keysIn(bench)).toHaveLength(2);
  });

  test.each([true, false])('are told once when their posting was in doubt (done: %s)', async (isDone) => {
    const bench = await benchAtDigest();
    bench.delivery.duringNext('post', async () =>
      bench.delivery.failNext('post', 'unsure', { code: 'no_answer', isDone }),
    );

    await bench.runAt('2024-06-04T08:00:00+02:00');
    await bench.runAt('2024-06-04T08:05:00+02:00');
    await bench.runAt('2024-06-04T08:10:00+02:00');

    expect(toldIn(bench)).toEqual(['2024-06-03']);
    expect(keysIn(bench)).toEqual(['details 2024-06-03']);
  });

  test('are left out where a channel takes no replies, and nobody is troubled with it', async () => {
    const bench = await benchAtDigest();
    bench.delivery.duringNext('post', async () =>
      bench.delivery.failNext('post', 'refused', { code: 'restricted_action_non_threadable_channel' }),
    );

    await bench.runAt('2024-06-04T08:00:00+02:00');
    await bench.runAt('2024-06-04T10:00:00+02:00');

    expect(bench.delivery.messages.map(({ key }) => key)).toEqual(['digest 2024-06-03']);
  });

  test('come when the first figure does', async () => {
    const bench = await benchWithChannel();
    bench.lightspeed.faults.add({ kind: 'unavailable', times: 'always' });
    await bench.runAt('2024-06-04T08:00:00+02:00');
    await bench.runAt('2024-06-04T10:00:00+02:00');
    expect(keysIn(bench)).toEqual([]);

    bench.lightspeed.faults.clear();
    await bench.runAt('2024-06-04T11:30:00+02:00');

    expect(keysIn(bench)).toContain('details 2024-06-03');
  });
});

test('a correction in doubt that is there is not told again when figures change once more', async () => {
  const bench = await benchWithChannel();
  await bench.runAt('2024-06-04T03:00:30+02:00');
  await bench.runAt('2024-06-04T08:00:00+02:00');
  bench.world.voidSale(5, Date.parse('2024-06-04T11:00:00+02:00'));
  bench.delivery.failNext('post', 'unsure', { code: 'no_answer', isDone: true });
  await bench.runAt('2024-06-05T03:00:30+02:00');
  const figures = bench.engine.models.figures;
  const place = { workspaceId, day: '2024-06-03', storeId: '2' };
  const at = new Date('2024-06-05T03:02:00+02:00');
  const amounts = { gross: 1, net: 1, tax: 0, sales: 1 };
  await figures.updateOne(place, {
    $set: amounts,
    $push: { revisions: { ...amounts, at, source: 'reimport', state: 'reimported', movements: [] } },
  });

  await bench.runAt('2024-06-05T03:06:00+02:00');

  const [digest] = bench.delivery.inChannel(salesChannel);
  const said = bench.delivery.inThread(digest?.ts).map(({ text }) => text);
  expect(said.filter((text) => text.includes('Amsterdam'))).toHaveLength(1);
  expect(said.filter((text) => text.includes('Rotterdam'))).toHaveLength(1);
});
