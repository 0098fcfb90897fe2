import { expect, test } from 'vitest';
import { figuresOf } from '../../../../demo/lightspeed/figures.ts';
import { generatedWorld, newZealand, unitedKingdom } from '../../../../demo/lightspeed/generator.ts';
import type { SaleView } from '../../../../demo/lightspeed/world/types.ts';
import { numberOf, uuidOf } from '../../../../demo/lightspeed/world/uuid.ts';
import { view, xWorldOf } from '../../../../demo/lightspeed/world.ts';
import { askList, auckland, june, start, sydney } from './support.ts';

const spring = { from: '2024-03-01', to: '2024-05-31' };
const worlds = [
  ['British', unitedKingdom],
  ['New Zealand', newZealand],
] as const;

const onAccount = { completed: false, pending: true, attributes: ['onaccount'] } as const;

test('closed sales and those on account count on their day; other pending, parked and voided ones do not', () => {
  const at = '2024-05-01T12:00:00+12:00';
  const world = xWorldOf({
    shops: [auckland, sydney],
    sales: [
      { at, gross: 1150 },
      { at, gross: 2300, ...onAccount },
      { at, gross: 1, ...onAccount, attributes: ['layby'] },
      { at, gross: 2, ...onAccount, attributes: ['pickup'] },
      { at, gross: 4, completed: false },
      { at, gross: 8, voided: true },
      { at, gross: 16, ...onAccount, voided: true },
      { at: '2024-05-01T00:00:00+12:00', gross: -115 },
      { at: '2024-05-02T00:00:00+12:00', gross: 32 },
    ],
  });

  expect(figuresOf(world, { day: '2024-05-01', at: june })).toEqual([
    { storeId: auckland.shopID, gross: 3335, net: 2900, tax: 435, sales: 3 },
    { storeId: sydney.shopID, gross: 0, net: 0, tax: 0, sales: 0 },
  ]);
});

test.each(worlds)('the %s world is the same twice and its sales always add up', (_, profile) => {
  const once = [...generatedWorld(profile(spring)).sales(june)];
  const twice = [...generatedWorld(profile(spring)).sales(june)];

  expect(twice).toEqual(once);
  const broken = once.filter((sale) =>
    sale.history.some(({ at }) => {
      const { subtotal, discount, tax1, tax2, total } = view(sale, at)?.amounts ?? { subtotal: Number.NaN };
      return subtotal - (discount ?? 0) + (tax1 ?? 0) + (tax2 ?? 0) !== total;
    }),
  );
  expect(broken).toEqual([]);
});

test('three months of a British chain hold some of everything', () => {
  const seen = [...generatedWorld(unitedKingdom(spring)).sales(june)].flatMap(
    (sale) => view(sale, june) ?? [],
  );
  const count = (is: (sale: SaleView) => boolean) => seen.filter(is).length;
  const has = (attribute: SaleView['attributes'][number], completed: boolean) =>
    count((sale) => sale.attributes.includes(attribute) && sale.completed === completed && !sale.voided);

  for (const attribute of ['onaccount', 'layby', 'pickup', 'delivery', 'service'] as const)
    expect(has(attribute, true)).toBeGreaterThan(20);
  expect(has('onaccount', false)).toBeGreaterThan(5);
  expect(has('layby', false)).toBeGreaterThan(5);
  expect(count((sale) => sale.fee > 0)).toBeGreaterThan(100);
  expect(count((sale) => sale.voided && sale.attributes.includes('layby'))).toBeGreaterThan(5);
  expect(count((sale) => sale.completed && sale.amounts.total < 0)).toBeGreaterThan(100);
  expect(count((sale) => sale.amounts.total > 0 && sale.amounts.tax1 === 0)).toBeGreaterThan(100);
});

test('whatever a pending sale waits for, once closed it keeps the day it began on', () => {
  const closed = [...generatedWorld(unitedKingdom(spring)).sales(june)]
    .filter((sale) => sale.history.some(({ patch }) => patch.pending === true))
    .flatMap((sale) => view(sale, june) ?? [])
    .filter((sale) => sale.completed);

  expect(closed.length).toBeGreaterThan(200);
  for (const { sale, completeTime, updateTime } of closed) {
    expect(completeTime).toBe(sale.createTime);
    expect(updateTime).toBeGreaterThan(sale.createTime);
  }
});

test.each(worlds)(
  'what the server gives of a day in the %s world comes to the figures',
  async (_, profile) => {
    const world = generatedWorld(profile({ ...spring, keys: ['lsxs_pt_hand'] }));
    const now = Date.parse('2024-05-03T12:00:00Z');
    const standIn = await start({ world, clock: () => now });
    const [shop] = world.shops;
    const [figure] = figuresOf(world, { day: '2024-05-01', at: now });
    const dayOf = new Intl.DateTimeFormat('en-CA', { timeZone: shop?.timeZone ?? '' });
    const query = new URLSearchParams({ date_from: '2024-04-30T00:00:00Z', date_to: '2024-05-03T00:00:00Z' });
    query.set('outlet_id', shop?.shopID ?? '');
    query.set('page_size', '1000');

    const { data } = await askList(standIn, `/api/2026-07/search?type=sales&${query}`);

    const counted = data
      .filter(({ date }) => dayOf.format(Date.parse(String(date))) === '2024-05-01')
      .filter(
        ({ state, attributes }) =>
          state === 'closed' || (state === 'pending' && JSON.stringify(attributes).includes('onaccount')),
      )
      .map(({ totals }) => totals as { price: number; price_incl_tax: number });
    const cents = (key: 'price' | 'price_incl_tax') =>
      counted.reduce((all, totals) => all + Math.round(totals[key] * 100), 0);
    expect(figure).toMatchObject({
      gross: cents('price_incl_tax'),
      net: cents('price'),
      sales: counted.length,
    });
    expect(counted.length).toBeGreaterThan(40);
  },
);

test('a number can be read back from its id, and from no other', () => {
  const ids = [0, 1, 4_999, 90_000_001, 2 ** 40].map((n) => uuidOf(7, 'sale', n));

  expect(ids.map((id) => numberOf(7, 'sale', id))).toEqual([0, 1, 4_999, 90_000_001, 2 ** 40]);
  expect(
    ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)),
  ).toBe(true);
  expect(ids.map((id) => numberOf(8, 'sale', id))).toEqual(ids.map(() => undefined));
});
