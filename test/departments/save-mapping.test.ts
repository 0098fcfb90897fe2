import { describe, expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world.ts';
import { addDepartment } from '../../src/departments/add-department.ts';
import { type MappingChoice, saveMapping } from '../../src/departments/save-mapping.ts';
import { dayLog } from '../../src/turnover/day-log.ts';
import { type Bench, startBench, workspaceId } from '../support/engine.ts';
import { amsterdam, manager, rotterdam, setUpShop, utrecht } from '../support/shop.ts';

async function linkedBench() {
  const world = worldOf({
    shops: [amsterdam, rotterdam, utrecht],
    sales: ['1', '2', '3'].map((shopID) => ({
      at: '2024-06-03T12:00:00+02:00',
      gross: Number(shopID) * 100,
      tax: 0,
      shopID,
    })),
  });
  const bench = await startBench({ world, at: '2024-06-03T10:00:00+02:00' });
  const { link } = await setUpShop(bench);
  await bench.runAt('2024-06-04T03:00:30+02:00');
  const save = async (choices: readonly MappingChoice[], userId = manager) =>
    saveMapping(await bench.context(), { linkId: link._id, choices, from: null, userId });
  return { bench, link, save };
}

const into = (storeId: string, name: string): MappingChoice => ({ storeId, target: { kind: 'new', name } });
const ignored = (storeId: string): MappingChoice => ({ storeId, target: { kind: 'ignore' } });

async function departmentsOn(bench: Bench, day: string) {
  const { departments } = await dayLog(await bench.context(), { day });
  return Object.fromEntries(departments.map(({ name, stores }) => [name, stores.map((store) => store.name)]));
}

describe('a mapping', () => {
  test('puts several stores into one department, ignores one, and counts for all days there are', async () => {
    const { bench, save } = await linkedBench();

    await save([into('1', 'City'), into('2', 'city '), ignored('3')]);

    expect(await departmentsOn(bench, '2024-06-03')).toEqual({ City: ['Amsterdam', 'Rotterdam'] });
    const log = await dayLog(await bench.context(), { day: '2024-06-03' });
    expect(log.sums).toMatchObject([{ turnover: 300 }]);
    expect(log.ignored.map(({ name }) => name)).toEqual(['Utrecht']);
  });

  test('that is changed on another day counts from that day on', async () => {
    const { bench, save } = await linkedBench();
    await save([into('1', 'City')]);
    bench.clock.moveTo('2024-06-05T09:00:00+02:00');

    await save([into('1', 'Harbour')]);

    expect(await departmentsOn(bench, '2024-06-04')).toEqual({ City: ['Amsterdam'] });
    expect(await departmentsOn(bench, '2024-06-05')).toEqual({ Harbour: ['Amsterdam'] });
  });

  test('that is changed on the day it was made is mended for the whole past', async () => {
    const { bench, save } = await linkedBench();
    await save([into('1', 'City')]);

    await save([into('1', 'Harbour')]);

    expect(await departmentsOn(bench, '2024-06-03')).toEqual({ Harbour: ['Amsterdam'] });
  });

  test('is saved whole or not at all', async () => {
    const { bench, save } = await linkedBench();

    const saving = save([into('1', 'City'), into('99', 'Harbour')]);

    await expect(saving).rejects.toThrow('a store of another link');
    const { models } = bench.engine;
    expect(await models.mappings.countDocuments({ workspaceId })).toBe(0);
    expect(await models.departments.countDocuments({ workspaceId })).toBe(0);
    expect(await models.auditEntries.countDocuments({ workspaceId, action: 'mapping.saved' })).toBe(0);
  });

  test('is audited once, with the names of what changed, and not at all when nothing did', async () => {
    const { bench, save } = await linkedBench();

    await save([into('1', 'City'), ignored('2')], 'U9');
    await save([into('1', 'City'), ignored('2')], 'U9');

    const entries = await bench.engine.models.auditEntries
      .find({ workspaceId, action: { $in: ['mapping.saved', 'department.added'] } })
      .sort({ at: 1, action: 1 })
      .lean();
    expect(entries.map(({ who, action }) => [who, action])).toEqual([
      ['U9', 'department.added'],
      ['U9', 'mapping.saved'],
    ]);
    expect(entries[1]?.details).toMatchObject({ stores: ['Amsterdam', 'Rotterdam'] });
  });
});

describe('another workspace', () => {
  test('cannot put a store into a department of this one', async () => {
    const { bench, link } = await linkedBench();
    const theirs = await addDepartment(await bench.context('T2'), { name: 'Theirs', userId: 'U2' });

    const saving = saveMapping(await bench.context(), {
      linkId: link._id,
      choices: [{ storeId: '1', target: { kind: 'department', departmentId: theirs._id } }],
      from: null,
      userId: manager,
    });

    await expect(saving).rejects.toThrow('a department of another workspace');
  });

  test('cannot map the stores of this one’s link', async () => {
    const { bench, link } = await linkedBench();

    const saving = saveMapping(await bench.context('T2'), {
      linkId: link._id,
      choices: [into('1', 'Stolen')],
      from: null,
      userId: 'U2',
    });

    await expect(saving).rejects.toThrow('a store of another link');
    expect(await bench.engine.models.departments.countDocuments({ workspaceId: 'T2' })).toBe(0);
  });
});

describe('names of departments', () => {
  test('are unique whatever their case, and keep the way they were written first', async () => {
    const { bench } = await linkedBench();
    const context = await bench.context();

    const first = await addDepartment(context, { name: 'Bakery', userId: manager });
    const again = await addDepartment(context, { name: ' BAKERY', userId: manager });

    expect(again).toEqual(first);
    expect(await bench.engine.models.departments.countDocuments({ workspaceId })).toBe(1);
  });

  test('may be the same in another workspace', async () => {
    const { bench } = await linkedBench();

    const own = await addDepartment(await bench.context(), { name: 'Bakery', userId: manager });
    const theirs = await addDepartment(await bench.context('T2'), { name: 'Bakery', userId: 'U2' });

    expect(theirs._id).not.toBe(own._id);
  });

  test('stay unique when several people save the same new one at once', async () => {
    const { bench, save } = await linkedBench();

    await Promise.all(['1', '2', '3'].map((storeId) => save([into(storeId, 'City')])));

    expect(await departmentsOn(bench, '2024-06-03')).toEqual({ City: ['Amsterdam', 'Rotterdam', 'Utrecht'] });
    expect(await bench.engine.models.departments.countDocuments({ workspaceId })).toBe(1);
  });
});
