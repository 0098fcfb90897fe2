import { expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world.ts';
import { chooseChannel } from '../../src/digest/choose-channel.ts';
import { endLink } from '../../src/lightspeed/end-link.ts';
import { reimportDays } from '../../src/turnover/reimport-days.ts';
import { startBench, workspaceId } from '../support/engine.ts';
import { amsterdam, manager, setUpShop } from '../support/shop.ts';

test('what managers do is written down: who, what and when, and no secret among it', async () => {
  const bench = await startBench({ world: worldOf({ shops: [amsterdam] }), at: '2024-06-03T10:00:00+02:00' });
  const { link } = await setUpShop(bench, { departments: { City: ['1'] }, digestHour: 8 });
  await setUpShop(bench);
  const context = await bench.context();
  await chooseChannel(context, { channelId: 'C1', hour: 9, userId: 'U2' });
  await chooseChannel(context, { channelId: 'C1', hour: 9, userId: 'U2' });
  await reimportDays(context, { link, from: '2024-06-01', to: '2024-06-02', who: 'operator' });

  await endLink(context, { linkId: link._id, userId: 'U3' });

  const entries = await bench.engine.models.auditEntries.find({ workspaceId }).sort({ _id: 1 }).lean();
  expect(entries.map(({ who, action }) => `${who} ${action}`)).toEqual([
    `${manager} link.made`,
    `${manager} department.added`,
    `${manager} mapping.saved`,
    `${manager} channel.chosen`,
    `${manager} link.key-replaced`,
    'U2 channel.chosen',
    'operator day.reimported',
    'U3 link.ended',
  ]);
  expect(entries.every(({ at }) => at.getTime() === bench.clock.now())).toBe(true);
  expect(JSON.stringify(entries)).not.toContain('key-1');
});

test('a re-import that could not read the day is not written down as done', async () => {
  const bench = await startBench({ world: worldOf({ shops: [amsterdam] }), at: '2024-06-03T10:00:00+02:00' });
  const { link } = await setUpShop(bench);
  const days = { link, from: '2024-06-01', to: '2024-06-02', who: manager };
  const reimports = () =>
    bench.engine.models.auditEntries.countDocuments({ workspaceId, action: 'day.reimported' });
  bench.lightspeed.faults.add({ kind: 'forbidden', path: 'Sale.json' });

  await expect(reimportDays(await bench.context(), days)).rejects.toThrow('403');
  const afterFailure = await reimports();
  await reimportDays(await bench.context(), days);

  expect([afterFailure, await reimports()]).toEqual([0, 1]);
});

test('a key is stored only as a seal for this link, and gone when the link ends', async () => {
  const bench = await startBench({ world: worldOf({ shops: [amsterdam] }), at: '2024-06-03T10:00:00+02:00' });
  const { link } = await setUpShop(bench);
  const { db } = bench.engine.connection;
  const everything = await Promise.all(
    (await db?.collections())?.map((collection) => collection.find().toArray()) ?? [],
  );
  const place = { workspaceId, linkId: link._id };

  expect(JSON.stringify(everything)).not.toContain('"key-1"');
  expect(await bench.engine.vault.open(link.key ?? '', place)).toBe('key-1');

  await endLink(await bench.context(), { linkId: link._id, userId: manager });
  expect(await bench.engine.models.links.findOne({ workspaceId }).lean()).toMatchObject({
    key: null,
    state: 'unlinked',
  });
});
