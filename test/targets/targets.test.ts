import { describe, expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world.ts';
import { UnknownChoiceError } from '../../src/departments/errors.ts';
import { allDepartments } from '../../src/departments/in-order.ts';
import { mergeDepartments } from '../../src/departments/merge-departments.ts';
import { closeOnDay } from '../../src/stores/change-closings.ts';
import { attainedIn, attainedOn } from '../../src/targets/attained.ts';
import { saveTargets } from '../../src/targets/save-targets.ts';
import { readTargets, type Week } from '../../src/targets/target.ts';
import { dayLog } from '../../src/turnover/day-log.ts';
import { rangeLog } from '../../src/turnover/range-log.ts';
import { daysFrom } from '../../src/turnover/trading-day.ts';
import { startBench, workspaceId } from '../support/engine.ts';
import { amsterdam, manager, rotterdam, setUpShop, utrecht } from '../support/shop.ts';

const userId = manager;
const each = (amount: number | null): Week => Array.from({ length: 7 }, () => amount);

/** Two departments with two days of sales, 3 and 4 June; nothing was sold on 5 June. */
async function shop() {
  const sales = ['2024-06-03', '2024-06-04'].flatMap((day) =>
    ['1', '2', '3'].map((shopID) => ({ at: `${day}T12:00:00+02:00`, gross: 1_000, tax: 0, shopID })),
  );
  const bench = await startBench({
    world: worldOf({ shops: [amsterdam, rotterdam, utrecht], sales }),
    at: '2024-06-04T10:00:00+02:00',
  });
  await setUpShop(bench, { departments: { Bakery: ['1'], Flowers: ['2', '3'] } });
  await bench.runAt('2024-06-05T03:00:30+02:00');
  await bench.runAt('2024-06-06T03:00:30+02:00');
  const context = await bench.context();
  const idOf = async (name: string) =>
    (await allDepartments(context)).find((department) => department.name === name)?._id ?? '';
  const set = async (name: string, from: string, amounts: Week, days?: Map<string, number | null>) =>
    saveTargets(context, {
      targets: [
        {
          departmentId: await idOf(name),
          currency: 'EUR',
          week: { from, amounts },
          ...(days ? { days } : {}),
        },
      ],
      source: 'form',
      userId,
    });
  return { bench, context, idOf, set };
}

describe('a range against its targets', () => {
  test('is the sum of its days, without days that were closed or not in, or had no target', async () => {
    const { bench, context, set } = await shop();
    await set('Bakery', '2024-06-04', each(2_000));
    await set('Flowers', '2024-06-01', each(500));
    await closeOnDay(context, { day: '2024-06-05', store: null, userId });
    await bench.engine.models.figures.deleteOne({ workspaceId, day: '2024-06-03', storeId: '2' });
    const span = { from: '2024-06-03', to: '2024-06-05' };
    const targets = await readTargets(context, span);

    const log = await rangeLog(context, { asked: span, today: '2024-06-06' });
    const { departments, total } = attainedIn(log, targets);

    const names = new Map(log.departments.map(({ departmentId, name }) => [departmentId, name]));
    expect([...departments].map(([id, held]) => [names.get(id), held]).sort()).toEqual([
      ['Bakery', { currency: 'EUR', target: 2_000, turnover: 1_000, held: 1, of: 1 }],
      ['Flowers', { currency: 'EUR', target: 500, turnover: 2_000, held: 1, of: 2 }],
    ]);
    expect(total).toMatchObject([{ target: 2_500, turnover: 3_000 }]);
    const daily = await Promise.all(
      daysFrom(span.from, span.to).map(async (day) => attainedOn(await dayLog(context, { day }), targets)),
    );
    expect(daily.flatMap((day) => day.total).reduce((sum, held) => sum + held.target, 0)).toBe(2_500);
  });
});

describe('a merge', () => {
  test('adds the targets up, single days as well, and leaves none behind', async () => {
    const { context, idOf, set } = await shop();
    const gone = await idOf('Flowers');
    await set('Bakery', '2024-06-01', each(2_000));
    await set('Flowers', '2024-06-01', each(500), new Map([['2024-06-04', 900]]));

    await mergeDepartments(context, { from: gone, into: await idOf('Bakery'), userId });

    const targets = await readTargets(context, { from: '2024-06-03', to: '2024-06-04' });
    const bakery = await idOf('Bakery');
    expect(targets(bakery, '2024-06-03')?.amount).toBe(2_500);
    expect(targets(bakery, '2024-06-04')?.amount).toBe(2_900);
    expect(targets(gone, '2024-06-03')).toBeNull();
  });
});

test('targets of a department that is gone are refused, and none of the others is saved', async () => {
  const { bench, context, idOf } = await shop();
  const of = (departmentId: string) => ({
    departmentId,
    currency: 'EUR',
    week: { from: '2024-06-01', amounts: each(5) },
  });

  const saved = saveTargets(context, {
    targets: [of(await idOf('Bakery')), of('nobody')],
    source: 'file',
    userId,
  });

  await expect(saved).rejects.toThrow(UnknownChoiceError);
  expect(await bench.engine.models.targets.countDocuments({ workspaceId })).toBe(0);
});

test('the targets of one workspace are none of another’s', async () => {
  const { bench, set, idOf } = await shop();
  await set('Bakery', '2024-06-01', each(5));
  const other = await bench.context('T2');

  const targets = await readTargets(other, { from: '2024-06-01', to: '2024-06-30' });

  expect(targets(await idOf('Bakery'), '2024-06-03')).toBeNull();
});
