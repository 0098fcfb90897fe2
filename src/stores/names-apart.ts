import type { Link } from '../../models/link.ts';
import type { Store } from '../../models/store.ts';

/** What stores are called where they are chosen or listed: with their account where two have the same name. */
export function namesApart(
  stores: readonly Pick<Store, 'linkId' | 'storeId' | 'name'>[],
  links: readonly Pick<Link, '_id' | 'name'>[],
): (store: Pick<Store, 'linkId' | 'name'>) => string {
  const accounts = new Map(links.map(({ _id, name }) => [_id, name]));
  const namesakes = Map.groupBy(stores, ({ name }) => name.toLowerCase());
  return ({ linkId, name }) => {
    const account = accounts.get(linkId);
    const isAlone = (namesakes.get(name.toLowerCase()) ?? []).length < 2;
    return isAlone || account === undefined ? name : `${name} (${account})`;
  };
}
