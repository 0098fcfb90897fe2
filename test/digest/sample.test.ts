import { describe, expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world.ts';
import { saveMapping } from '../../src/departments/save-mapping.ts';
import { fullLook } from '../../src/digest/look.ts';
import { sampleDigest } from '../../src/digest/sample.ts';
import { startBench, workspaceId } from '../support/engine.ts';
import { amsterdam, manager, rotterdam, setUpShop } from '../support/shop.ts';

const zone = 'Europe/Amsterdam';

/** Figures of 3 and 4 June of City (Amsterdam) and Harbour (Rotterdam), where Rotterdam's of the 4th is not in. */
async function shop() {
  const bench = await startBench({
    world: worldOf({ shops: [amsterdam, rotterdam] }),
    at: '2024-06-03T10:00:00+02:00',
  });
  const { link } = await setUpShop(bench, { departments: { City: ['1'], Harbour: ['2'] } });
  await bench.runAt('2024-06-05T03:00:30+02:00');
  const { figures, departments } = bench.engine.models;
  await figures.deleteMany({ workspaceId, day: { $lt: '2024-06-03' } });
  await figures.deleteOne({ workspaceId, day: '2024-06-04', storeId: '2' });
  const idOf = async (name: string) => (await departments.findOne({ workspaceId, name }).lean())?._id ?? '';
  const sampleDay = async (names: readonly string[] | null) => {
    const shown = names && (await Promise.all(names.map(idOf)));
    const sample = await sampleDigest(await bench.context(), {
      look: { ...fullLook, departments: shown },
      zone,
    });
    return sample?.log.day ?? null;
  };
  const map = async (storeId: string, name: string | null, from: string) =>
    saveMapping(await bench.context(), {
      linkId: link._id,
      choices: [
        {
          storeId,
          target: name === null ? { kind: 'ignore' } : { kind: 'department', departmentId: await idOf(name) },
        },
      ],
      from,
      userId: manager,
    });
  return { bench, sampleDay, map };
}

describe('the digest that is shown as an example', () => {
  test('is that of the last day of which the channel would be told something', async () => {
    const { sampleDay } = await shop();

    expect(await sampleDay(null)).toBe('2024-06-04');
    expect(await sampleDay(['City'])).toBe('2024-06-04');
    expect(await sampleDay(['Harbour'])).toBe('2024-06-03');
    expect(await sampleDay(['City', 'Harbour'])).toBe('2024-06-04');
  });

  test('goes by the departments of each day', async () => {
    const { sampleDay, map } = await shop();
    await map('1', 'Harbour', '2024-06-04');
    await map('2', null, '2024-06-04');

    expect(await sampleDay(['City'])).toBe('2024-06-03');
    expect(await sampleDay(['Harbour'])).toBe('2024-06-04');
  });

  test('is none where no store with figures was ever in a department of it', async () => {
    const { bench, sampleDay } = await shop();
    await bench.engine.models.departments.create({ _id: 'empty', workspaceId, name: 'Empty', key: 'empty' });

    expect(await sampleDay(['Empty'])).toBeNull();
    await bench.engine.models.mappings.updateMany({ workspaceId }, { $set: { shares: [] } });
    expect(await sampleDay(null)).toBeNull();
  });
});
