import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world.ts';
import type { Department } from '../../models/department.ts';
import type { Share } from '../../models/mapping.ts';
import { addDepartment } from '../../src/departments/add-department.ts';
import { archiveDepartment } from '../../src/departments/archive-department.ts';
import { extentOf } from '../../src/departments/extent.ts';
import { allDepartments } from '../../src/departments/in-order.ts';
import { keepDraft, openDraft } from '../../src/departments/mapping-draft.ts';
import { merged } from '../../src/departments/mappings-follow.ts';
import { mergeDepartments } from '../../src/departments/merge-departments.ts';
import { saveMapping } from '../../src/departments/save-mapping.ts';
import { submitDraft } from '../../src/departments/submit-draft.ts';
import { exportRows } from '../../src/export/rows.ts';
import { dayLog } from '../../src/turnover/day-log.ts';
import { partOf } from '../../src/turnover/split.ts';
import { startBench, workspaceId } from '../support/engine.ts';
import { amsterdam, manager, rotterdam, setUpShop } from '../support/shop.ts';

const userId = manager;

async function shop() {
  const sales = ['2024-06-03', '2024-06-04'].flatMap((day) =>
    ['1', '2'].map((shopID) => ({ at: `${day}T12:00:00+02:00`, gross: 1_001, tax: 0, shopID })),
  );
  const bench = await startBench({
    world: worldOf({ shops: [amsterdam, rotterdam], sales }),
    at: '2024-06-03T10:00:00+02:00',
  });
  const { link } = await setUpShop(bench);
  await bench.runAt('2024-06-04T03:00:30+02:00');
  const context = await bench.context();
  const save = (storeId: string, shares: Record<string, number>) =>
    saveMapping(context, {
      linkId: link._id,
      choices: [
        {
          storeId,
          target: {
            kind: 'split',
            shares: Object.entries(shares).map(([name, percent]) => ({ name, weight: percent * 100 })),
          },
        },
      ],
      userId,
    });
  const idOf = async (name: string) =>
    (await allDepartments(context)).find((each) => each.name === name)?._id ?? '';
  const merge = async (from: string, into: string) =>
    mergeDepartments(context, { from: await idOf(from), into: await idOf(into), userId });
  const told = async (day: string) => {
    const { departments } = await dayLog(context, { day });
    return Object.fromEntries(
      departments.map(({ name, sums, stores }) => [name, [sums[0]?.turnover, stores[0]?.percent]]),
    );
  };
  return { bench, context, link, save, idOf, merge, told };
}

describe('a merge', () => {
  test('moves all figures from the first day on, and leaves one department', async () => {
    const { bench, context, save, merge, told } = await shop();
    await save('1', { Bread: 100 });
    await save('2', { Bakery: 100 });
    await bench.runAt('2024-06-05T03:00:30+02:00');
    await save('1', { Wine: 100 });

    const outcome = await merge('Bread', 'Bakery');

    expect(outcome).toEqual({ outcome: 'done', extent: { stores: 1, days: 3 } });
    expect(await told('2024-06-03')).toEqual({ Bakery: [2_002, undefined] });
    expect((await allDepartments(context)).map(({ name }) => name)).toEqual(['Bakery', 'Wine']);
    const entry = await bench.engine.models.auditEntries
      .findOne({ workspaceId, action: 'department.merged' })
      .lean();
    expect(entry).toMatchObject({
      who: userId,
      details: { from: 'Bread', into: 'Bakery', stores: 1, days: 3 },
    });
  });

  test('adds up what both had of a store, and leaves every other part as it was told', async () => {
    const { context, save, merge, told } = await shop();
    await save('1', { Bread: 25, Wine: 25, Bakery: 50 });
    const before = await told('2024-06-03');

    await merge('Bread', 'Bakery');

    const [bread = 0, bakery = 0] = [before['Bread']?.[0], before['Bakery']?.[0]];
    expect(await told('2024-06-03')).toEqual({
      Bakery: [bread + bakery, 75],
      Wine: before['Wine'],
    });
    const rows = await exportRows(context, { from: '2024-06-03', to: '2024-06-03', seen: 'all' });
    expect(rows.filter(({ store }) => store === 'Amsterdam').map(({ department }) => department)).toEqual([
      'Bakery',
      'Wine',
    ]);
  });

  test('makes a store whole that only the two had shared', async () => {
    const { bench, save, merge, told } = await shop();
    await save('1', { Bread: 60, Bakery: 40 });

    await merge('Bread', 'Bakery');

    expect(await told('2024-06-03')).toEqual({ Bakery: [1_001, undefined] });
    const mapping = await bench.engine.models.mappings.findOne({ workspaceId }).lean();
    expect(mapping?.shares).toHaveLength(1);
  });

  test('into itself, something gone, archived or of another workspace changes nothing', async () => {
    const { bench, context, save, idOf, merge } = await shop();
    await save('1', { Bread: 50, Bakery: 50 });
    const archived = await addDepartment(context, { name: 'Old', userId });
    await archiveDepartment(context, { departmentId: archived._id, userId });
    const theirs = await addDepartment(await bench.context('T2'), { name: 'Theirs', userId: 'U2' });
    const from = await idOf('Bread');
    const before = await bench.engine.models.mappings.find({ workspaceId }).lean();

    const outcomes = [
      await merge('Bread', 'Bread'),
      await merge('Bread', 'Nobody'),
      await merge('Bread', 'Old'),
      await mergeDepartments(context, { from, into: theirs._id, userId }),
      await mergeDepartments(context, { from: theirs._id, into: from, userId }),
    ];

    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['same', 'gone', 'archived', 'gone', 'gone']);
    expect(await bench.engine.models.mappings.find({ workspaceId }).lean()).toEqual(before);
  });

  test('by two managers at once happens once', async () => {
    const { save, merge } = await shop();
    await save('1', { Bread: 50, Bakery: 50 });

    const outcomes = await Promise.all([merge('Bread', 'Bakery'), merge('Bread', 'Bakery')]);

    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['done', 'gone']);
  });

  test('crosswise leaves one of the two', async () => {
    const { context, save, merge } = await shop();
    await save('1', { Bread: 50, Bakery: 50 });

    await Promise.all([merge('Bread', 'Bakery'), merge('Bakery', 'Bread')]);

    expect(await allDepartments(context)).toHaveLength(1);
  });

  test('at the moment a store goes into the first loses nothing', async () => {
    const { bench, save, idOf, merge } = await shop();
    await save('1', { Bread: 50, Bakery: 50 });

    await Promise.allSettled([merge('Bread', 'Bakery'), save('2', { Bread: 50, Bakery: 50 })]);

    const known = new Set([await idOf('Bread'), await idOf('Bakery')]);
    const mappings = await bench.engine.models.mappings.find({ workspaceId }).lean();
    expect(mappings.flatMap(({ shares }) => shares).every((each) => known.has(each.departmentId))).toBe(true);
  });

  test('carries the unsaved choices of a form along', async () => {
    const { context, link, save, idOf, merge, told } = await shop();
    await save('1', { Bread: 50, Wine: 50 });
    await addDepartment(context, { name: 'Bakery', userId });
    const { draft } = await openDraft(context, { linkId: link._id, userId });
    const shown = [{ storeId: '2', choice: await idOf('Bread'), newName: null }];
    await keepDraft(context, draft, { shown });

    await merge('Bread', 'Bakery');
    const { draft: resumed, changes } = await openDraft(context, { linkId: link._id, userId });
    const outcome = await submitDraft(context, resumed);

    expect([changes, outcome]).toEqual([[], undefined]);
    expect(await told('2024-06-03')).toMatchObject({ Bakery: [1_502, 50], Wine: [500, 50] });
  });

  test('of a department without stores moves nothing, and says so', async () => {
    const { context } = await shop();
    const { _id } = await addDepartment(context, { name: 'Empty', userId });

    expect(await extentOf(context, { departmentId: _id })).toEqual({ stores: 0, days: 0 });
  });
});

test('whatever the parts, a merge keeps those of others to the cent and adds up its own', () => {
  const shares = fc
    .tuple(
      fc.integer({ min: 1, max: 4_000 }),
      fc.integer({ min: 1, max: 3_000 }),
      fc.integer({ min: 1, max: 2_000 }),
    )
    .map(([a, b, c]): Share[] =>
      [a, b, c, 10_000 - a - b - c].map((weight, index) => ({ departmentId: 'ABCD'.charAt(index), weight })),
    );
  const amounts = { net: 0, tax: 0, sales: 0 };

  fc.assert(
    fc.property(shares, fc.integer({ min: -1_000_000, max: 1_000_000 }), (before, gross) => {
      const partBefore = (id: string) => partOf({ ...amounts, gross }, before, id).gross;
      const after = merged(before, 'A', 'C');
      const partAfter = (id: string) => partOf({ ...amounts, gross }, after, id).gross;

      expect(partAfter('C')).toBe(partBefore('A') + partBefore('C') || 0);
      expect([partAfter('B'), partAfter('D')]).toEqual([partBefore('B'), partBefore('D')]);
    }),
  );
});

test('a department of an earlier version, without an order, is in use and stands by its name', async () => {
  const { bench, context } = await shop();
  const old: Pick<Department, 'name' | 'key' | 'workspaceId'> & { _id: string } = {
    _id: 'old',
    workspaceId,
    name: 'Middle',
    key: 'middle',
  };
  // Past the model, which would fill in what is missing.
  await bench.engine.models.departments.collection.insertOne({ ...old, _id: old._id as never });
  for (const name of ['Alpha', 'Zulu']) await addDepartment(context, { name, userId });

  expect((await allDepartments(context)).map(({ name }) => name)).toEqual(['Alpha', 'Middle', 'Zulu']);
});
