import { expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world.ts';
import { saveMapping } from '../../src/departments/save-mapping.ts';
import { exportRows } from '../../src/export/rows.ts';
import { dayLog } from '../../src/turnover/day-log.ts';
import { startBench } from '../support/engine.ts';
import { manager, setUpShop } from '../support/shop.ts';

async function openShop() {
  const world = worldOf({
    shops: [{ shopID: '1', name: 'Amsterdam', timeZone: 'Europe/Amsterdam' }],
    sales: [
      { at: '2025-11-10T12:00:00+01:00', gross: 10_001, tax: 0 },
      { at: '2025-11-11T12:00:00+01:00', gross: 20_001, tax: 0 },
    ],
  });
  const bench = await startBench({ world, at: '2025-11-11T10:00:00+01:00' });
  const { link } = await setUpShop(bench, { departments: { Bakery: ['1'] } });
  await bench.runAt('2025-11-12T03:00:30+01:00');
  const save = async (
    target: Parameters<typeof saveMapping>[1]['choices'][number]['target'],
    from?: string,
  ) =>
    saveMapping(await bench.context(), {
      linkId: link._id,
      choices: [{ storeId: '1', target }],
      ...(from === undefined ? {} : { from }),
      userId: manager,
    });
  const departmentsOf = async (day: string) => {
    const log = await dayLog(await bench.context(), { day });
    return Object.fromEntries(log.departments.map(({ name, sums }) => [name, sums[0]?.turnover ?? 0]));
  };
  return { bench, save, departmentsOf };
}

test('a change counts from the chosen day; earlier days keep theirs', async () => {
  const { save, departmentsOf } = await openShop();

  await save({ kind: 'new', name: 'Flowers' }, '2025-11-11');

  expect(await departmentsOf('2025-11-10')).toEqual({ Bakery: 10_001 });
  expect(await departmentsOf('2025-11-11')).toEqual({ Flowers: 20_001 });
});

test('a change from an earlier day takes the place of later ones', async () => {
  const { save, departmentsOf } = await openShop();
  await save({ kind: 'new', name: 'Flowers' }, '2025-11-11');

  await save({ kind: 'new', name: 'Wine' }, '2025-11-10');

  expect(await departmentsOf('2025-11-10')).toEqual({ Wine: 10_001 });
  expect(await departmentsOf('2025-11-11')).toEqual({ Wine: 20_001 });
});

test('a store that departments share is told in parts that add up, and is one store', async () => {
  const { bench, save, departmentsOf } = await openShop();
  const shares = [
    { name: 'Bakery', weight: 5_000 },
    { name: 'Flowers', weight: 5_000 },
  ];

  await save({ kind: 'split', shares }, '2025-11-10');

  expect(await departmentsOf('2025-11-10')).toEqual({ Bakery: 5_001, Flowers: 5_000 });
  const log = await dayLog(await bench.context(), { day: '2025-11-10' });
  expect(log.sums).toEqual([{ currency: 'EUR', turnover: 10_001, sales: 1 }]);
  expect([log.storesIn, log.storesExpected]).toEqual([1, 1]);
  const rows = await exportRows(await bench.context(), { from: '2025-11-10', to: '2025-11-10', seen: 'all' });
  expect(rows.map(({ department, net }) => [department, net])).toEqual([
    ['Bakery', '50.01'],
    ['Flowers', '50.00'],
  ]);
});

test('an ignored store is in no total and is named', async () => {
  const { bench, save } = await openShop();

  await save({ kind: 'ignore' }, '2025-11-11');

  const log = await dayLog(await bench.context(), { day: '2025-11-11' });
  expect(log.sums).toEqual([]);
  expect(log.ignored.map(({ name }) => name)).toEqual(['Amsterdam']);
});
