import { describe, expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world.ts';
import { startBackfill } from '../../src/backfill/start-backfill.ts';
import { saveMapping } from '../../src/departments/save-mapping.ts';
import { runDue } from '../../src/run-due.ts';
import { reimportDays } from '../../src/turnover/reimport-days.ts';
import { type Bench, startBench, workspaceId } from '../support/engine.ts';
import { amsterdam, manager, rotterdam, salesChannel, setUpShop } from '../support/shop.ts';

const secondNight = '2024-06-05T03:00:30+02:00';

/** A bench whose digest of the third of June was posted on the fourth at eight. */
async function benchWithDigest() {
  const world = worldOf({
    shops: [amsterdam, rotterdam],
    sales: [
      { at: '2024-06-03T12:00:00+02:00', gross: 1000, tax: 0, shopID: '1' },
      { at: '2024-06-03T13:00:00+02:00', gross: 300, tax: 0, shopID: '1' },
      { at: '2024-06-03T12:00:00+02:00', gross: 500, tax: 0, shopID: '2' },
    ],
  });
  const bench = await startBench({ world, at: '2024-06-03T10:00:00+02:00' });
  const { link } = await setUpShop(bench, { departments: { City: ['1'], Harbour: ['2'] }, digestHour: 8 });
  await bench.runAt('2024-06-04T03:00:30+02:00');
  await bench.runAt('2024-06-04T08:00:00+02:00');
  return { bench, link };
}

const digest = ({ delivery }: Bench) =>
  delivery.inChannel(salesChannel).find(({ text }) => text.startsWith('2024-06-03'));

/** What was said in a digest's thread beside its details. */
const correctionsOf = ({ delivery }: Bench, ts: string | undefined) =>
  delivery.inThread(ts).filter(({ key }) => !key?.startsWith('details'));

const voidOne = ({ world }: Bench) => world.voidSale(1, Date.parse('2024-06-04T11:00:00+02:00'));

test('a digest is held against the week before once that day comes in', async () => {
  const world = worldOf({
    shops: [amsterdam],
    sales: [
      { at: '2024-05-27T12:00:00+02:00', gross: 900, tax: 0, shopID: '1' },
      { at: '2024-06-03T12:00:00+02:00', gross: 1000, tax: 0, shopID: '1' },
    ],
  });
  const bench = await startBench({ world, at: '2024-06-03T10:00:00+02:00' });
  const { link } = await setUpShop(bench, { departments: { City: ['1'] }, digestHour: 8 });
  await bench.runAt('2024-06-04T03:00:30+02:00');
  await bench.runAt('2024-06-04T08:00:00+02:00');
  const before = digest(bench)?.text;

  await startBackfill(await bench.context(), { link, from: '2024-05-20', to: '2024-05-31', userId: manager });
  await bench.runAt('2024-06-04T09:00:00+02:00');
  await runDue(bench.engine);

  expect(before).toContain('before nothing');
  expect(digest(bench)?.text).toContain('before EUR 900');
  expect(correctionsOf(bench, digest(bench)?.ts)).toEqual([]);
});

describe('a correction', () => {
  test('edits the digest once and says why in its thread once', async () => {
    const { bench } = await benchWithDigest();
    voidOne(bench);

    await bench.runAt(secondNight);
    await runDue(bench.engine);
    await bench.runAt('2024-06-05T04:00:00+02:00');

    expect(digest(bench)?.text).toMatch(/^2024-06-03 final 2 of 2 in: EUR 800;/);
    expect(digest(bench)?.earlier).toHaveLength(1);
    expect(correctionsOf(bench, digest(bench)?.ts).map(({ text }) => text)).toEqual([
      '2024-06-03 now EUR 800; Amsterdam 1300 -> 300 voided 1 -1000',
    ]);
  });

  test('without a change of a figure says nothing in the thread', async () => {
    const { bench } = await benchWithDigest();

    await bench.runAt(secondNight);

    expect(digest(bench)?.text).toMatch(/^2024-06-03 final 2 of 2 in: EUR 1800;/);
    expect(correctionsOf(bench, digest(bench)?.ts)).toEqual([]);
  });

  test('of a correction tells only what is new', async () => {
    const { bench, link } = await benchWithDigest();
    voidOne(bench);
    await bench.runAt(secondNight);
    bench.world.voidSale(3, Date.parse('2024-06-05T11:00:00+02:00'));
    bench.clock.moveTo('2024-06-05T12:00:00+02:00');

    await reimportDays(await bench.context(), { link, from: '2024-06-03', to: '2024-06-03', who: manager });
    await runDue(bench.engine);

    const thread = correctionsOf(bench, digest(bench)?.ts).map(({ text }) => text);
    expect(thread).toHaveLength(2);
    expect(thread[1]).toMatch(/^2024-06-03 now EUR 300; Rotterdam 500 -> 0/);
    expect(thread[1]).not.toContain('Amsterdam');
  });

  test('that Slack does not take at first is made later', async () => {
    const { bench } = await benchWithDigest();
    voidOne(bench);
    bench.delivery.failNext('update', 'not-done', { code: 'ratelimited' });

    await bench.runAt(secondNight);
    expect(digest(bench)?.earlier).toEqual([]);

    await bench.runAt('2024-06-05T03:06:00+02:00');
    expect(digest(bench)?.text).toMatch(/EUR 800;/);
    expect(correctionsOf(bench, digest(bench)?.ts)).toHaveLength(1);
  });

  test('comes when a store turns out to belong to another department', async () => {
    const { bench, link } = await benchWithDigest();
    bench.clock.moveTo('2024-06-04T09:00:00+02:00');
    const harbour = await bench.engine.models.departments.findOne({ workspaceId, name: 'Harbour' }).lean();

    await saveMapping(await bench.context(), {
      linkId: link._id,
      choices: [{ storeId: '1', target: { kind: 'department', departmentId: harbour?._id ?? '' } }],
      from: '2024-06-03',
      userId: manager,
    });
    await runDue(bench.engine);

    expect(bench.delivery.inChannel(salesChannel)).toHaveLength(1);
    expect(digest(bench)?.text).toMatch(/EUR 1800; before nothing; Harbour EUR 1800/);
    expect(correctionsOf(bench, digest(bench)?.ts)).toEqual([]);
  });
});

describe('figures that are written while a digest is being told', () => {
  test('are in the digest afterwards: while it is posted', async () => {
    const { bench } = await benchWithDigest();
    const other = await bench.anotherEngine();
    await bench.runAt('2024-06-05T02:59:00+02:00');
    await bench.engine.models.digestPosts.deleteMany({ workspaceId });
    voidOne(bench);
    bench.delivery.duringNext('post', async () => {
      bench.clock.moveTo(secondNight);
      await runDue(other);
    });

    await runDue(bench.engine);

    expect(bench.delivery.inChannel(salesChannel)).toHaveLength(2);
    const posted = bench.delivery.inChannel(salesChannel)[1];
    expect(posted?.text).toMatch(/^2024-06-03 final 2 of 2 in: EUR 800;/);
    expect(correctionsOf(bench, posted?.ts)).toHaveLength(1);
  });

  test('are in the digest afterwards: while it is corrected', async () => {
    const { bench, link } = await benchWithDigest();
    const other = await bench.anotherEngine();
    voidOne(bench);
    bench.delivery.duringNext('update', async () => {
      bench.clock.pass(1000);
      bench.world.voidSale(3, bench.clock.now());
      const context = { ...(await bench.context()), ...other };
      await reimportDays(context, { link, from: '2024-06-03', to: '2024-06-03', who: manager });
    });

    await bench.runAt(secondNight);

    expect(digest(bench)?.text).toMatch(/EUR 300;/);
  });
});
