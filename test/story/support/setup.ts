import type { Link } from '../../../models/link.ts';
import { type MappingChoice, saveMapping } from '../../../src/departments/save-mapping.ts';
import { linkAccount } from '../../../src/lightspeed/link-account.ts';
import { importNow } from '../../../src/turnover/import-now.ts';
import type { Scene } from './scene.ts';

const userId = 'U1MANAGER';

/** Links the scene's account, as after `/lightspeed link`. */
export async function linked(scene: Scene): Promise<Link> {
  const { link } = await linkAccount(await scene.context(), { key: 'key-1', userId, deadline: 5_000 });
  return link;
}

/** Links it and maps each store to a department of its own or of the given name. */
export async function mapped(
  scene: Scene,
  departmentOf: (store: string) => string | null = (store) => store,
): Promise<Link> {
  const link = await linked(scene);
  const choices = scene.world.shops.flatMap(({ shopID, name }): MappingChoice[] => {
    const department = departmentOf(name);
    return department === null ? [] : [{ storeId: shopID, target: { kind: 'new', name: department } }];
  });
  await saveMapping(await scene.context(), { linkId: link._id, choices, userId });
  return link;
}

/** Links, maps and imports the last two days. */
export async function imported(scene: Scene, departmentOf?: (store: string) => string | null): Promise<Link> {
  const link = await mapped(scene, departmentOf);
  await importNow(await scene.context(), { link });
  return link;
}
