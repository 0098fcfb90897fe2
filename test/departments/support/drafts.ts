import { worldOf } from '../../../demo/lightspeed/world.ts';
import { addDepartment } from '../../../src/departments/add-department.ts';
import { openDraft } from '../../../src/departments/mapping-draft.ts';
import { saveMapping } from '../../../src/departments/save-mapping.ts';
import { startBench, workspaceId } from '../../support/engine.ts';
import { manager, setUpShop } from '../../support/shop.ts';

const shopsNamed = (...names: string[]) =>
  names.map((name, index) => ({ shopID: String(index + 1), name, timeZone: 'Europe/Amsterdam' }));

/** A workspace whose account has stores of these names. */
export async function benchWith(...names: string[]) {
  const bench = await startBench({
    world: worldOf({ shops: shopsNamed(...names) }),
    at: '2024-06-03T10:00:00+02:00',
  });
  const { link } = await setUpShop(bench);
  const context = await bench.context();
  const open = async (userId = manager) => openDraft(context, { linkId: link._id, userId });
  const add = async (name: string) => (await addDepartment(context, { name, userId: manager }))._id;
  const map = (storeId: string, departmentId: string, userId = 'U2') =>
    saveMapping(context, {
      linkId: link._id,
      choices: [{ storeId, target: { kind: 'department', departmentId } }],
      userId,
    });
  const mapped = async () => {
    const mappings = await bench.engine.models.mappings.find({ workspaceId }).sort({ storeId: 1 }).lean();
    return mappings.map(({ storeId, shares }) => [storeId, shares[0]?.departmentId]);
  };
  return { bench, context, linkId: link._id, open, add, map, mapped };
}

/** What a person chose for a store. */
export const chosen = (storeId: string, choice: string | null, newName: string | null = null) => ({
  storeId,
  choice,
  newName,
});
