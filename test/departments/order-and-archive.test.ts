import { describe, expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world.ts';
import { addDepartment } from '../../src/departments/add-department.ts';
import { archiveDepartment, restoreDepartment } from '../../src/departments/archive-department.ts';
import { activeDepartments, allDepartments } from '../../src/departments/in-order.ts';
import { listDepartments } from '../../src/departments/list-departments.ts';
import { moveDepartment, sortByName } from '../../src/departments/move-department.ts';
import { renameDepartment } from '../../src/departments/rename-department.ts';
import { saveMapping } from '../../src/departments/save-mapping.ts';
import { exportRows } from '../../src/export/rows.ts';
import { dayLog } from '../../src/turnover/day-log.ts';
import { startBench, workspaceId } from '../support/engine.ts';
import { amsterdam, manager, rotterdam, setUpShop } from '../support/shop.ts';

const userId = manager;

async function shop() {
  const sales = ['1', '2'].map((shopID) => ({ at: '2024-06-03T12:00:00+02:00', gross: 100, tax: 0, shopID }));
  const bench = await startBench({
    world: worldOf({ shops: [amsterdam, rotterdam], sales }),
    at: '2024-06-03T10:00:00+02:00',
  });
  const { link } = await setUpShop(bench);
  await bench.runAt('2024-06-04T03:00:30+02:00');
  const context = await bench.context();
  const add = async (name: string) => (await addDepartment(context, { name, userId }))._id;
  const names = async () => (await allDepartments(context)).map(({ name }) => name);
  const map = (storeId: string, departmentId: string) =>
    saveMapping(context, {
      linkId: link._id,
      choices: [{ storeId, target: { kind: 'department', departmentId } }],
      userId,
    });
  const audited = async () => {
    const entries = await bench.engine.models.auditEntries.find({ workspaceId }).sort({ _id: 1 }).lean();
    return entries.map(({ action }) => action).filter((action) => action.startsWith('department'));
  };
  return { bench, context, add, names, map, audited };
}

describe('the order of departments', () => {
  test('is that of their names until somebody puts them in another one', async () => {
    const { add, names } = await shop();

    for (const name of ['Zebra', 'apple', 'Éclair', 'Floor 10', 'Floor 2', 'Bakery']) await add(name);

    expect(await names()).toEqual(['apple', 'Bakery', 'Éclair', 'Floor 2', 'Floor 10', 'Zebra']);
  });

  test('is what they were put in, with new ones at the end, until they are sorted again', async () => {
    const { context, add, names, audited } = await shop();
    const [bakery, , wine] = [await add('Bakery'), await add('Flowers'), await add('Wine')];

    await moveDepartment(context, { departmentId: wine, after: null, userId });
    await moveDepartment(context, { departmentId: wine, after: null, userId });
    await add('Apples');
    const ordered = await names();
    await moveDepartment(context, { departmentId: wine, after: bakery, userId });
    const moved = await names();
    await sortByName(context, { userId });
    await add('Cheese');

    expect(ordered).toEqual(['Wine', 'Bakery', 'Flowers', 'Apples']);
    expect(moved).toEqual(['Bakery', 'Wine', 'Flowers', 'Apples']);
    expect(await names()).toEqual(['Apples', 'Bakery', 'Cheese', 'Flowers', 'Wine']);
    expect(await audited()).toEqual([
      'department.added',
      'department.added',
      'department.added',
      'department.moved',
      'department.added',
      'department.moved',
      'departments.sorted',
      'department.added',
    ]);
  });

  test('holds in the day log and the export too', async () => {
    const { context, add, map } = await shop();
    const [bakery, wine] = [await add('Bakery'), await add('Wine')];
    await map('1', bakery);
    await map('2', wine);
    await moveDepartment(context, { departmentId: wine, after: null, userId });

    const log = await dayLog(context, { day: '2024-06-03' });
    const rows = await exportRows(context, { from: '2024-06-03', to: '2024-06-03', seen: 'all' });

    expect(log.departments.map(({ name }) => name)).toEqual(['Wine', 'Bakery']);
    expect(rows.map(({ department }) => department)).toEqual(['Wine', 'Bakery']);
  });

  test('survives two managers who move at once', async () => {
    const { context, add, names } = await shop();
    const ids = [];
    for (const name of ['A', 'B', 'C', 'D']) ids.push(await add(name));
    const [a = '', , c = '', d = ''] = ids;

    await Promise.all([
      moveDepartment(context, { departmentId: d, after: null, userId }),
      moveDepartment(context, { departmentId: a, after: c, userId: 'U2' }),
    ]);

    // Whoever was first, both wishes came true.
    expect(await names()).toEqual(['D', 'B', 'C', 'A']);
  });

  test('refuses a department that is gone, or another workspace’s', async () => {
    const { bench, context, add, names } = await shop();
    const own = await add('Own');
    const theirs = await addDepartment(await bench.context('T2'), { name: 'Theirs', userId: 'U2' });

    const outcomes = [
      await moveDepartment(context, { departmentId: theirs._id, after: null, userId }),
      await moveDepartment(context, { departmentId: own, after: theirs._id, userId }),
      await moveDepartment(context, { departmentId: own, after: own, userId }),
    ];

    expect(outcomes).toEqual(['gone', 'gone', 'gone']);
    expect(await names()).toEqual(['Own']);
  });
});

describe('a department that is renamed', () => {
  const rename = { was: 'Bakery', userId };

  test('is called so in old days too, whatever it was spelled like', async () => {
    const { context, add, map } = await shop();
    const departmentId = await add('Bakery');
    await map('1', departmentId);

    const outcome = await renameDepartment(context, { ...rename, departmentId, name: ' BAKERY  &  co ' });

    expect(outcome).toBe('done');
    const log = await dayLog(context, { day: '2024-06-03' });
    expect(log.departments.map(({ name }) => name)).toEqual(['BAKERY & co']);
  });

  test('may change its own case', async () => {
    const { context, add, names } = await shop();
    const departmentId = await add('Bakery');

    expect(await renameDepartment(context, { ...rename, departmentId, name: 'BAKERY' })).toBe('done');
    expect(await names()).toEqual(['BAKERY']);
  });

  test('cannot take the name of another, archived or not', async () => {
    const { context, add, names } = await shop();
    const departmentId = await add('Bakery');
    await add('Flowers');
    await archiveDepartment(context, { departmentId: await add('Wine'), userId });

    const outcomes = [
      await renameDepartment(context, { ...rename, departmentId, name: 'ＦＬＯＷＥＲＳ' }),
      await renameDepartment(context, { ...rename, departmentId, name: 'wine' }),
    ];

    expect(outcomes).toEqual(['exists', 'exists']);
    expect(await names()).toEqual(['Bakery', 'Flowers', 'Wine']);
  });

  test('by two at once has the name of the first, and the second is told', async () => {
    const { context, add, names, audited } = await shop();
    const departmentId = await add('Bakery');

    const outcomes = await Promise.all([
      renameDepartment(context, { ...rename, departmentId, name: 'Bread' }),
      renameDepartment(context, { ...rename, departmentId, name: 'Brot' }),
    ]);

    expect(outcomes.sort()).toEqual(['changed', 'done']);
    expect(['Bread', 'Brot']).toContain((await names())[0]);
    expect(await audited()).toEqual(['department.added', 'department.renamed']);
  });

  test('is only one of this workspace', async () => {
    const { bench, context } = await shop();
    const theirs = await addDepartment(await bench.context('T2'), { name: 'Bakery', userId: 'U2' });

    expect(await renameDepartment(context, { ...rename, departmentId: theirs._id, name: 'X' })).toBe('gone');
  });
});

describe('a department that is archived', () => {
  test('keeps its figures of old days, and cannot be chosen any more', async () => {
    const { bench, context, add, map } = await shop();
    const [bakery, wine] = [await add('Bakery'), await add('Wine')];
    await map('1', bakery);
    bench.clock.moveTo('2024-06-05T10:00:00+02:00');
    await map('1', wine);

    const outcome = await archiveDepartment(context, { departmentId: bakery, userId });

    expect(outcome.outcome).toBe('done');
    expect((await activeDepartments(context)).map(({ name }) => name)).toEqual(['Wine']);
    const old = await dayLog(context, { day: '2024-06-03' });
    expect(old.departments).toMatchObject([{ name: 'Bakery', sums: [{ turnover: 100 }] }]);
    await expect(map('2', bakery)).rejects.toThrow('archived');
    expect((await listDepartments(context)).archived.map(({ name }) => name)).toEqual(['Bakery']);
  });

  test('must have no store today or later', async () => {
    const { bench, context, add, map, audited } = await shop();
    const [bakery, wine] = [await add('Bakery'), await add('Wine')];
    await map('1', bakery);

    const today = await archiveDepartment(context, { departmentId: bakery, userId });
    bench.clock.moveTo('2024-06-05T10:00:00+02:00');
    await map('1', wine);
    const moved = await archiveDepartment(context, { departmentId: wine, userId });

    expect([today, moved]).toEqual([
      { outcome: 'has-stores', stores: ['Amsterdam'] },
      { outcome: 'has-stores', stores: ['Amsterdam'] },
    ]);
    expect(await audited()).not.toContain('department.archived');
  });

  test('twice is archived once, and comes back once', async () => {
    const { context, add, audited } = await shop();
    const departmentId = await add('Bakery');

    for (const _twice of [1, 2]) await archiveDepartment(context, { departmentId, userId });
    for (const _twice of [1, 2]) await restoreDepartment(context, { departmentId, userId });

    expect(await audited()).toEqual(['department.added', 'department.archived', 'department.restored']);
    expect(await activeDepartments(context)).toHaveLength(1);
  });

  test('at the moment a store goes into it, does one or the other', async () => {
    const { context, add, map } = await shop();
    const departmentId = await add('Bakery');

    const [archived, mapped] = await Promise.allSettled([
      archiveDepartment(context, { departmentId, userId }),
      map('1', departmentId),
    ]);

    const isArchived = archived.status === 'fulfilled' && archived.value.outcome === 'done';
    expect(isArchived).toBe(mapped.status === 'rejected');
  });

  test('is only one of this workspace', async () => {
    const { bench, context } = await shop();
    const theirs = await addDepartment(await bench.context('T2'), { name: 'Theirs', userId: 'U2' });
    const input = { departmentId: theirs._id, userId };

    expect((await archiveDepartment(context, input)).outcome).toBe('gone');
    expect(await restoreDepartment(context, input)).toBe('gone');
    expect(await activeDepartments(await bench.context('T2'))).toHaveLength(1);
  });
});
