import { expect, test } from 'vitest';
import { xWorldOf } from '../../../../demo/lightspeed/world.ts';
import { ask, askList, auckland, invoices, june, start, sydney } from './support.ts';

const search = (query: Record<string, string> | [string, string][] = {}) =>
  `/api/2.0/search?type=sales&${new URLSearchParams(query)}`;

const at = (hour: number) => `2024-05-01T${String(hour).padStart(2, '0')}:00:00Z`;

/** Sales 1 to 6 from 00:00 to 05:00 on 1 May; the even ones in Sydney, 5 parked, 6 deleted. */
const world = () =>
  xWorldOf({
    shops: [auckland, sydney],
    sales: Array.from({ length: 6 }, (_, index) => ({
      at: at(index),
      gross: 100,
      shopID: index % 2 === 0 ? auckland.shopID : sydney.shopID,
      ...(index === 4 ? { completed: false } : {}),
      ...(index === 5 ? { archived: true } : {}),
    })),
  });

test.each([
  ['nothing, newest first and without deleted ones', {}, '54321'],
  ['deleted ones too', { deleted: 'true' }, '654321'],
  ['dates, both ends included', { date_from: at(1), date_to: at(3) }, '432'],
  ['an outlet', { outlet_id: sydney.shopID }, '42'],
  ['a state', { state: 'parked' }, '5'],
  ['an old status', { status: 'CLOSED' }, '4321'],
  ['a number', { invoice_number: '3' }, '3'],
  ['an order', { order_by: 'date', order_direction: 'asc' }, '12345'],
  ['a page', { offset: '1', page_size: '2' }, '43'],
])('search by %s', async (_, query, found) => {
  const standIn = await start({ world: world() });

  const { data } = await askList(standIn, search(query));

  expect(invoices(data).join('')).toBe(found);
});

test('a state given twice means either', async () => {
  const standIn = await start({ world: world() });
  const query = search([
    ['state', 'closed'],
    ['state', 'parked'],
  ]);

  expect((await askList(standIn, query)).data).toHaveLength(5);
});

test('an answer has data and nothing else; more than a thousand rows are cut', async () => {
  const sales = Array.from({ length: 1001 }, () => ({ at: at(0), gross: 1 }));
  const standIn = await start({ world: xWorldOf({ shops: [auckland], sales }) });

  const page = await askList(standIn, search({ page_size: '5000' }));

  expect(Object.keys(page)).toEqual(['data']);
  expect(page.data).toHaveLength(1000);
});

test.each([{ date_from: 'yesterday' }, { order_by: 'colour' }, { offset: '-1' }, { time_from: '09:00' }])(
  'what cannot be understood is a 400: %j',
  async (query) => {
    const standIn = await start({ world: world() });

    expect((await ask(standIn, search(query as Record<string, string>))).status).toBe(400);
  },
);

test('the index lags behind the list', async () => {
  const one = xWorldOf({ shops: [auckland], sales: [{ at: at(0), gross: 100 }] });
  const standIn = await start({ world: one, searchLag: 60_000 });
  one.voidSale(1, june - 30_000);

  const listed = await askList(standIn, '/api/2.0/sales');
  const searched = await askList(standIn, search());

  expect(listed.data).toMatchObject([{ state: 'voided' }]);
  expect(searched.data).toMatchObject([{ state: 'closed' }]);
});
