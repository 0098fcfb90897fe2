import { expect, test } from 'vitest';
import { namesApart } from '../../src/stores/names-apart.ts';

const store = (linkId: string, storeId: string, name: string) => ({ linkId, storeId, name });

test('stores of the same name are told with their account, others without', () => {
  const stores = [store('a', '1', 'Market'), store('b', '1', 'market'), store('a', '2', 'Harbour')];
  const links = [
    { _id: 'a', name: 'Blad & Boon' },
    { _id: 'b', name: 'Second Till' },
  ];

  const called = stores.map(namesApart(stores, links));

  expect(called).toEqual(['Market (Blad & Boon)', 'market (Second Till)', 'Harbour']);
});
