import { expect, test } from 'vitest';
import type { Line } from '../../../../demo/lightspeed/world/types.ts';
import { xWorldOf } from '../../../../demo/lightspeed/world.ts';
import { allSales, askList, askOne, auckland, invoices, start } from './support.ts';

const instant = (text: string) => Date.parse(text);
const sold = '2024-05-01T10:00:00Z';
const line: Line = {
  itemID: 1,
  quantity: 1,
  unitPrice: 495,
  discount: 0,
  taxClass: 'standard',
  parentSaleLineID: 0,
};

/** One sale of 14.85, GST in it, and a clock to turn. */
const setUp = async () => {
  const world = xWorldOf({
    shops: [auckland],
    sales: [{ at: sold, gross: 1485, lines: [line, line, line] }],
  });
  let now = instant('2024-06-01T00:00:00Z');
  const standIn = await start({ world, clock: () => now });
  const sales = async (version = '2.0') => (await askList(standIn, `/api/${version}/sales`)).data;
  return { world, standIn, sales, turnTo: (text: string) => (now = instant(text)) };
};

test('numbers are numbers, prices are without tax, lines have five decimals and do not add up to the sale', async () => {
  const { sales } = await setUp();

  const [sale] = await sales();

  expect(sale).toMatchObject({
    total_price: 12.91,
    total_tax: 1.94,
    status: 'CLOSED',
    state: 'closed',
    sale_date: '2024-05-01T10:00:00+00:00',
    line_items: [{ price: 4.30435, tax: 0.64565 }, { price_total: 4.30435 }, { total_price: 4.30435 }],
    payments: [{ amount: 14.85 }],
    taxes: [{ amount: 1.94 }],
  });
});

test('the date versions nest the same sale; a retired one answers alike', async () => {
  const { sales } = await setUp();

  const [sale] = await sales('2026-07');

  expect(sale).toMatchObject({
    date: '2024-05-01T10:00:00+00:00',
    totals: { price: 12.91, tax: 1.94, price_incl_tax: 14.85 },
    source: { outlet_id: auckland.shopID },
    deleted_at: null,
    return: { is_return: false },
  });
  expect(await sales('2023-01')).toEqual([sale]);
});

test('a void keeps the sale, its date and its amounts, and moves its version to the end', async () => {
  const { world, standIn, sales } = await setUp();
  world.ringUp(auckland.shopID, { gross: 100, at: instant(sold) + 1000 });
  const [first] = await sales();

  world.voidSale(1, instant('2024-05-03T10:00:00Z'));

  const [other, voided] = await sales();
  expect(invoices([other ?? {}, voided ?? {}])).toEqual(['2', '1']);
  expect(voided).toMatchObject({
    id: first?.['id'],
    status: 'VOIDED',
    state: 'voided',
    total_price: 12.91,
    sale_date: first?.['sale_date'],
  });
  const changed = await askList(standIn, `/api/2.0/sales?after=${other?.['version']}`);
  expect(invoices(changed.data)).toEqual(['1']);
});

test('each change at a standing clock moves the version on', async () => {
  const { world, sales } = await setUp();
  const now = instant('2024-06-01T00:00:00Z');
  world.edit(1, { gross: 1000 }, now);
  const [once] = await sales();
  world.edit(1, { gross: 2000 }, now);
  const [twice] = await sales();

  expect(Number(twice?.['version'])).toBeGreaterThan(Number(once?.['version']));
  expect(twice).toMatchObject({ total_price: 17.39, total_tax: 2.61 });
});

test('a return is a closed sale of its own day with negative totals that names the one it takes back', async () => {
  const { world, standIn, sales } = await setUp();
  const [original] = await sales();

  const { saleID } = world.refund(1, instant('2024-05-04T10:00:00Z'));

  const found = await askList(standIn, `/api/2.0/search?type=sales&invoice_number=${saleID}`);
  expect(found.data).toMatchObject([
    {
      return_for: original?.['id'],
      total_price: -12.91,
      total_tax: -1.94,
      sale_date: '2024-05-04T10:00:00+00:00',
      line_items: [{ quantity: -1, price: 4.30435, price_total: -4.30435, is_return: true }, {}, {}],
    },
  ]);
  expect(await askOne(standIn, `/api/2026-07/sales/${found.data[0]?.['id']}`)).toMatchObject({
    return: { is_return: true, original_sale_id: original?.['id'] },
    totals: { price_incl_tax: -14.85 },
  });
});

test('a layby is pending until it is paid off, and then keeps the day it began on', async () => {
  const { world, standIn, turnTo } = await setUp();
  const began = instant('2024-05-02T10:00:00Z');
  const { saleID } = world.ringUp(auckland.shopID, {
    gross: 500,
    at: began,
    completed: false,
    attributes: ['layby'],
  });
  world.completeLate(saleID, began, instant('2024-05-20T10:00:00Z'));
  const path = `/api/2.0/search?type=sales&invoice_number=${saleID}`;

  turnTo('2024-05-19T00:00:00Z');
  const before = (await askList(standIn, path)).data;
  turnTo('2024-05-21T00:00:00Z');
  const after = (await askList(standIn, path)).data;

  expect(before).toMatchObject([{ state: 'pending', status: 'LAYBY', attributes: ['layby'] }]);
  expect(after).toMatchObject([
    {
      state: 'closed',
      status: 'LAYBY_CLOSED',
      attributes: ['layby'],
      sale_date: '2024-05-02T10:00:00+00:00',
      updated_at: '2024-05-20T10:00:00+00:00',
    },
  ]);
});

test.each([
  [{ completed: false }, 'parked', 'SAVED'],
  [{ completed: false, pending: true, attributes: ['onaccount'] }, 'pending', 'ONACCOUNT'],
  [
    { completed: false, pending: true, attributes: ['onaccount', 'delivery'] },
    'pending',
    'AWAITING_DISPATCH',
  ],
  [{ completed: false, pending: true, attributes: ['pickup'] }, 'pending', 'AWAITING_PICKUP'],
  [{ completed: false, pending: true, attributes: ['service'] }, 'pending', 'SERVICE'],
  [{ attributes: ['pickup'] }, 'closed', 'PICKED_UP_CLOSED'],
  [{ voided: true }, 'voided', 'VOIDED'],
  [{ archived: true }, 'voided', 'VOIDED'],
] as const)('%j shows as %s, in the old words %s', async (state, shown, status) => {
  const world = xWorldOf({ shops: [auckland], sales: [{ at: sold, gross: 100, ...state }] });
  const standIn = await start({ world });

  const { data } = await askList(standIn, '/api/2.0/sales');

  expect(data).toMatchObject([{ state: shown, status }]);
});

test('a line tells the price of one piece after its discount, and that times the quantity', async () => {
  const lines = [{ ...line, quantity: 3, unitPrice: 1150, discount: 345 }];
  const sales = [{ at: sold, gross: 3105, lines }];
  const standIn = await start({ world: xWorldOf({ shops: [auckland], sales }) });

  const { data } = await askList(standIn, '/api/2.0/sales');

  expect(data).toMatchObject([
    {
      total_price: 27,
      line_items: [
        {
          quantity: 3,
          price: 9,
          price_total: 27,
          discount: 1,
          discount_total: 3,
          tax: 1.35,
          tax_total: 4.05,
        },
      ],
    },
  ]);
});

test('a card fee is inside the total and in no line; a tip is in neither', async () => {
  const amounts = { subtotal: 20150, discount: 0, tax1: 3000, tax2: 0, total: 23150 };
  const payments = [{ kind: 'credit card' as const, amount: 23150, tip: 500, at: 0 }];
  const sales = [{ at: sold, gross: 23000, fee: 150, amounts, payments }];
  const standIn = await start({ world: xWorldOf({ shops: [auckland], sales }) });

  const flat = await askList(standIn, '/api/2.0/sales');
  const dated = await askList(standIn, '/api/2026-07/sales');

  expect(flat.data).toMatchObject([
    {
      total_price: 201.5,
      total_tax: 30,
      line_items: [{ price_total: 200 }],
      adjustments: [
        { type: 'NON_CASH_FEE', value: 1.5 },
        { type: 'TIP', value: 5 },
      ],
    },
  ]);
  expect(dated.data).toMatchObject([
    { totals: { price_incl_tax: 231.5 }, adjustments: [{ adjustment_type: 'NON_CASH_FEE', total: 1.5 }, {}] },
  ]);
});

test('a return gives the card fee back', async () => {
  const amounts = { subtotal: 150, discount: 0, tax1: 0, tax2: 0, total: 150 };
  const world = xWorldOf({ shops: [auckland], sales: [{ at: sold, gross: 0, fee: 150, amounts }] });
  const standIn = await start({ world });

  world.refund(1, instant('2024-05-04T10:00:00Z'));

  const { data } = await askList(standIn, '/api/2.0/sales');
  expect(data[1]).toMatchObject({ total_price: -1.5, adjustments: [{ type: 'NON_CASH_FEE', value: -1.5 }] });
});

test('the version cursor gives every sale once, then an empty page without ends', async () => {
  const sales = Array.from({ length: 25 }, () => ({ at: sold, gross: 100 }));
  const standIn = await start({ world: xWorldOf({ shops: [auckland], sales }) });

  const all = await allSales(standIn, 10);
  const beyond = await askList(standIn, `/api/2.0/sales?after=${Number.MAX_SAFE_INTEGER}`);

  expect(invoices(all)).toEqual(sales.map((_, index) => String(index + 1)));
  expect(beyond).toEqual({ data: [], version: { min: null, max: null } });
});

test('the list takes dates and outlets and ignores them', async () => {
  const { standIn } = await setUp();

  const { data } = await askList(standIn, '/api/2.0/sales?date_from=2025-01-01T00:00:00Z&outlet_id=none');

  expect(data).toHaveLength(1);
});
