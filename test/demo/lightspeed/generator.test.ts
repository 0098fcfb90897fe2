import { expect, test } from 'vitest';
import { figuresOf } from '../../../demo/lightspeed/figures.ts';
import { LONGEST_STORY } from '../../../demo/lightspeed/generate/stories.ts';
import { canada, generatedWorld, japan, netherlands } from '../../../demo/lightspeed/generator.ts';
import { view } from '../../../demo/lightspeed/world.ts';
import { allPages, ask, type askJson, basic, rowsOf, start } from './support.ts';

const spring = { from: '2024-03-01', to: '2024-05-31' };
const after = Date.parse('2024-07-01T00:00:00Z');
const worlds = [
  ['Dutch', netherlands],
  ['Canadian', canada],
  ['Japanese', japan],
] as const;

test.each(worlds)('the %s world is the same twice and another with another seed', (_, profile) => {
  const once = [...generatedWorld(profile(spring)).sales(after)];
  const twice = [...generatedWorld(profile(spring)).sales(after)];
  const other = [...generatedWorld(profile({ ...spring, seed: 99 })).sales(after)];

  expect(twice).toEqual(once);
  expect(other).not.toEqual(once);
});

test.each(worlds)(
  'in the %s world total = subtotal - discount + taxes, at every instant of each sale',
  (_, profile) => {
    const broken: number[] = [];
    for (const sale of generatedWorld(profile(spring)).sales(after)) {
      for (const { at } of sale.history) {
        const { subtotal, discount, tax1, tax2, total } = view(sale, at)?.amounts ?? { subtotal: Number.NaN };
        const sum = subtotal - (discount ?? 0) + (tax1 ?? 0) + (tax2 ?? 0);
        if (sum !== total || !Number.isInteger(sum)) broken.push(sale.saleID);
      }
    }

    expect(broken).toEqual([]);
  },
);

test.each(worlds)('in the %s world numbers rise without a gap in the order of createTime', (_, profile) => {
  const sales = [...generatedWorld(profile(spring)).sales(after)];

  expect(sales.map((sale) => sale.saleID)).toEqual(sales.map((_sale, index) => index + 1));
  expect(sales.map((sale) => sale.createTime)).toEqual(
    sales.map((sale) => sale.createTime).sort((one, other) => one - other),
  );
});

test.each(worlds)('every story of the %s world runs forward and ends in time', (_, profile) => {
  for (const sale of generatedWorld(profile(spring)).sales(after)) {
    const times = sale.history.map((change) => change.at);
    expect(times).toEqual([...times].sort((one, other) => one - other));
    expect(times[0]).toBe(sale.createTime);
    expect((times.at(-1) ?? 0) - sale.createTime).toBeLessThan(LONGEST_STORY);
  }
});

test('a year of three Dutch shops holds some of everything', () => {
  const world = generatedWorld(netherlands({ from: '2024-01-01', to: '2024-12-31' }));

  const seen = [...world.sales(Date.parse('2025-02-01T00:00:00Z'))].flatMap(
    (sale) => view(sale, Number.POSITIVE_INFINITY) ?? [],
  );
  const count = (is: (sale: (typeof seen)[number]) => boolean) => seen.filter(is).length;

  expect(seen.length / 366 / 3).toBeGreaterThan(55);
  expect(seen.length / 366 / 3).toBeLessThan(75);
  expect(count((sale) => sale.voided)).toBeGreaterThan(100);
  expect(count((sale) => sale.archived)).toBeGreaterThan(100);
  expect(count((sale) => !sale.completed && sale.payments.length > 0)).toBeGreaterThan(100);
  expect(count((sale) => sale.completed && sale.amounts.total < 0)).toBeGreaterThan(500);
  expect(count((sale) => sale.amounts.discount > 0)).toBeGreaterThan(1000);
  expect(count((sale) => sale.amounts.tax2 > 0)).toBeGreaterThan(1000);
  expect(count((sale) => sale.payments.some((payment) => payment.tip > 0))).toBeGreaterThan(500);
  expect(count((sale) => sale.change > 0)).toBeGreaterThan(1000);
});

test('a refund points at the lines of an earlier plain sale and brings exactly them back', () => {
  const world = generatedWorld(netherlands(spring));
  const refunds = [...world.sales(after)].flatMap((sale) => {
    const seen = view(sale, Number.POSITIVE_INFINITY);
    const [line] = seen?.lines ?? [];
    return seen && line && line.parentSaleLineID > 0
      ? [{ seen, parent: Math.floor(line.parentSaleLineID / 20) }]
      : [];
  });

  expect(refunds.length).toBeGreaterThan(50);
  for (const { seen, parent } of refunds) {
    const original = world.sale(parent);
    const sold = original && view(original, seen.sale.createTime);
    expect(sold?.amounts.total).toBe(-seen.amounts.total);
    expect(original?.shopID).toBe(seen.sale.shopID);
  }
});

test('the server gives the generated sales of a day, and they come to the figures', async () => {
  const world = generatedWorld(netherlands(spring));
  const now = Date.parse('2024-05-02T03:00:00Z');
  const standIn = await start({ world, clock: () => now, limits: { burst: 1000, bucket: 1000 } });
  const Authorization = basic('demo-key-nl');
  const query = new URLSearchParams({
    completed: 'true',
    voided: 'false',
    shopID: '1',
    completeTime: '><,2024-04-30T22:00:00Z,2024-05-01T21:59:59Z',
  });

  let next = `/API/V3/Account/83050/Sale.json?${query}`;
  let cents = 0;
  let count = 0;
  while (next !== '') {
    const response = await ask(standIn, next, { Authorization });
    const body = (await response.json()) as Awaited<ReturnType<typeof askJson>>;
    for (const row of rowsOf(body)) {
      cents += Math.round(Number(row['total']) * 100);
      count += 1;
    }
    next = body['@attributes']['next'] ?? '';
  }

  const [amsterdam] = figuresOf(world, { day: '2024-05-01', at: now });
  expect({ gross: cents, sales: count }).toEqual({ gross: amsterdam?.gross, sales: amsterdam?.sales });
  expect(count).toBeGreaterThan(40);
});

test('sales rung up in a generated world come after all others and can be found', async () => {
  const world = generatedWorld(netherlands({ ...spring, keys: ['key-1'] }));
  const at = Date.parse('2024-05-01T01:00:00Z');
  const standIn = await start({ world });

  const { saleID } = world.ringUp('2', { gross: 999, at });
  world.voidSale(17, at);

  const path = `/API/V3/Account/83050/Sale.json?completeTime=%3D%2C2024-05-01T01:00:00Z`;
  const [found, ...others] = (await allPages(standIn, path)).flatMap((page) => rowsOf(page));
  expect(found).toMatchObject({ saleID: String(saleID), total: '9.99', shopID: '2' });
  expect(others).toEqual([]);
  expect([...world.sales(at)].filter((sale) => sale.saleID === 17)).toHaveLength(1);
});
