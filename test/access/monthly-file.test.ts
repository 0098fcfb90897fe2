import { expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world/hand.ts';
import { orderFiles } from '../../src/monthly/order-files.ts';
import { startBench, workspaceId } from '../support/engine.ts';
import { amsterdam, manager, rotterdam, setUpShop } from '../support/shop.ts';

test('the file of a month has what its reader may see on the day it goes out, and says so', async () => {
  const bench = await startBench({
    at: '2025-11-30T12:00:00+01:00',
    world: worldOf({
      shops: [amsterdam, rotterdam],
      sales: [
        { at: '2025-11-30T12:00:00+01:00', gross: 12_100, shopID: '1' },
        { at: '2025-11-30T13:00:00+01:00', gross: 6_050, shopID: '2' },
      ],
    }),
  });
  await setUpShop(bench, { departments: { Bakery: ['1'], Bar: ['2'] } });
  await orderFiles(await bench.context(), { userIds: ['U2'], format: 'csv', userId: manager });
  for (const instant of ['2025-12-01T03:30:00+01:00', '2025-12-02T03:30:00+01:00'])
    await bench.runAt(instant);
  const { departments, workspaces } = bench.engine.models;
  const bar = await departments.findOne({ workspaceId, name: 'Bar' }).lean();
  const kept = [{ departmentId: bar?._id, people: [], channels: [] }];
  await workspaces.updateOne({ _id: workspaceId }, { $set: { 'access.departments': kept } });

  await bench.runAt('2025-12-02T08:00:10+01:00');

  const file = bench.delivery.files.find(({ name }) => name.includes('2025-11'));
  const text = Buffer.from(file?.bytes ?? []).toString('utf8');
  expect(text).toContain('2025-11-30,Bakery,');
  expect(text).not.toContain('Bar,');
  expect(file?.comment).toContain('Your departments only');
}, 60_000);
