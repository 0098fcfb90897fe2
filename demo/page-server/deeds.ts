import type { World } from '../lightspeed/world.ts';

/** Something that was done at the till by hand. Played again in order it gives the same account, sale numbers included. */
export type Deed =
  | { kind: 'ringUp'; storeId: string; gross: number; at: number }
  | { kind: 'void'; saleId: number; at: number }
  | { kind: 'refund'; saleId: number; at: number }
  | { kind: 'revokeKeys' }
  | { kind: 'newKey'; key: string };

/** Does it to the account. Throws when the account has no such store or sale. */
export function perform(world: World, deed: Deed): void {
  switch (deed.kind) {
    case 'ringUp':
      world.ringUp(deed.storeId, { gross: deed.gross, at: deed.at });
      return;
    case 'void':
      world.voidSale(deed.saleId, deed.at);
      return;
    case 'refund':
      world.refund(deed.saleId, deed.at);
      return;
    case 'revokeKeys':
      for (const key of world.keys.keys()) world.revokeKey(key);
      return;
    case 'newKey':
      world.keys.set(deed.key, 'good');
  }
}

/** The key that opens the account now. */
export function goodKey(world: World): string | undefined {
  return [...world.keys].find(([, state]) => state === 'good')?.[0];
}
