import { expect, test } from 'vitest';
import { worldOf } from '../../../demo/lightspeed/world.ts';
import { allPages, amsterdam, ask, askJson, idsOf, rowsOf, salesPath, start } from './support.ts';

const shops = [amsterdam, { ...amsterdam, shopID: '2', name: 'Utrecht' }];
const hourly = (hour: number) => `2024-05-01T${String(hour).padStart(2, '0')}:00:00Z`;

/** Sales 1 to 5 at 1 to 5 o'clock of 1, 2, ... euro; the even ones in Utrecht. */
const five = () =>
  worldOf({
    shops,
    sales: [1, 2, 3, 4, 5].map((n) => ({
      at: hourly(n),
      gross: n * 100,
      shopID: n % 2 === 0 ? '2' : '1',
    })),
  });

const many = (count: number) =>
  worldOf({
    shops,
    sales: Array.from({ length: count }, (_, n) => ({
      at: new Date(Date.parse('2024-05-01T08:00:00Z') + Math.floor(n / 3) * 1000).toISOString(),
      gross: 100 + n,
    })),
  });

test.each([
  ['between, both ends included', { completeTime: `><,${hourly(2)},${hourly(4)}` }, ['2', '3', '4']],
  ['more than', { completeTime: `>,${hourly(3)}` }, ['4', '5']],
  ['at least', { completeTime: `>=,${hourly(3)}` }, ['3', '4', '5']],
  ['less than', { completeTime: `<,${hourly(2)}` }, ['1']],
  ['at most', { completeTime: `<=,${hourly(2)}` }, ['1', '2']],
  [
    'an offset in the value',
    { completeTime: '><,2024-05-01T03:00:00+0200,2024-05-01T04:00:00+02:00' },
    ['1', '2'],
  ],
  ['no offset, which is UTC', { completeTime: '<,2024-05-01T02:00:00' }, ['1']],
  ['equal', { shopID: '2' }, ['2', '4']],
  ['not equal', { shopID: '!=,2' }, ['1', '3', '5']],
  ['one of a list', { saleID: 'IN,[1,5,9]' }, ['1', '5']],
  ['like', { ticketNumber: '~,%04' }, ['4']],
  ['a number, not its text', { total: '>,3.5' }, ['4', '5']],
  ['several fields at once', { shopID: '1', completed: 'true', completeTime: `>,${hourly(1)}` }, ['3', '5']],
  ['one of two conditions', { or: 'saleID=1|total=>,4.5' }, ['1', '5']],
  ['either spelling of updatetime', { updateTime: `>=,${hourly(5)}` }, ['5']],
])('a query finds %s', async (_, query, ids) => {
  const standIn = await start({ world: five() });

  const body = await askJson(standIn, salesPath(query));

  expect(idsOf(body)).toEqual(ids);
});

test.each([
  [{ turnover: '1' }, "'turnover' is not a field of Sale."],
  [{ completeTime: '>,2024-05-01T00:00:00 00:00' }, "is not a time for 'completeTime'"],
  [{ completeTime: '>,2024-05-01T00:00:00.000Z' }, "is not a time for 'completeTime'"],
  [{ completed: 'yes' }, "is not a boolean for 'completed'"],
  [{ limit: '101' }, 'limit must be between 0 and 100.'],
  [{ sort: 'total' }, 'Sortable fields are: saleID, timeStamp, completeTime, updatetime.'],
  [{ count: '1', limit: '5' }, 'count cannot be combined with limit.'],
  [{ after: 'rubbish' }, 'cursor'],
  [{ load_relations: '["Nothing"]' }, "Sale has no relation 'Nothing'."],
  [{ offset: '100' }, "'offset' is not a field of Sale."],
])('the query %j is refused with JSON that calls itself HTML', async (query, message) => {
  const standIn = await start({ world: five() });

  const response = await ask(standIn, salesPath(query));

  expect(response.status).toBe(400);
  expect(response.headers.get('content-type')).toBe('text/html; charset=UTF-8');
  const body: unknown = await response.json();
  expect(body).toMatchObject({ httpCode: '400', message: expect.stringContaining(message) });
});

test('count tells how many pass, as a string, and costs ten drips', async () => {
  const standIn = await start({ world: five() });

  const response = await ask(standIn, salesPath({ shopID: '1', count: '1' }));

  expect(await response.json()).toEqual({ '@attributes': { count: '3' } });
  expect(response.headers.get('x-ls-api-request-cost')).toBe('10');
});

test('250 sales come in three pages, each once, and next carries every parameter', async () => {
  const standIn = await start({ world: many(250) });

  const pages = await allPages(standIn, salesPath({ completed: 'true', shopID: '1' }));

  expect(pages.map((page) => rowsOf(page).length)).toEqual([100, 100, 50]);
  expect(pages.flatMap(idsOf)).toEqual(Array.from({ length: 250 }, (_, n) => String(n + 1)));
  const next = new URL(pages[0]?.['@attributes']['next'] ?? '');
  expect(next.origin).toBe(standIn.url);
  expect(Object.fromEntries(next.searchParams)).toEqual({
    completed: 'true',
    shopID: '1',
    sort: 'saleID',
    limit: '100',
    after: Buffer.from('[100]').toString('base64'),
  });
});

test('a list sorted by time loses none of the sales that share a second', async () => {
  const standIn = await start({ world: many(25) });

  const pages = await allPages(standIn, salesPath({ sort: '-completeTime', limit: '4' }));

  expect(pages.flatMap(idsOf)).toEqual(Array.from({ length: 25 }, (_, n) => String(25 - n)));
});

test('previous leads back to the page before', async () => {
  const standIn = await start({ world: many(25) });
  const pages = await allPages(standIn, salesPath({ limit: '10' }));

  const back = await askJson(standIn, pages[2]?.['@attributes']['previous'] ?? '');

  expect(idsOf(back)).toEqual(idsOf(pages[1] ?? back));
  expect(pages[0]?.['@attributes']['previous']).toBe('');
});

test('next stands on the public base when there is one', async () => {
  const standIn = await start({ world: many(2), publicUrl: 'https://api.lightspeedapp.com' });

  const body = await askJson(standIn, salesPath({ limit: '1' }));

  expect(body['@attributes']['next']).toMatch(
    /^https:\/\/api\.lightspeedapp\.com\/API\/V3\/Account\/83050\/Sale/,
  );
});

test('cancelled sales hide unless archived asks for them', async () => {
  const sales = [
    { at: hourly(1), gross: 100 },
    { at: hourly(2), gross: 100, completed: false, archived: true },
  ];
  const standIn = await start({ world: worldOf({ shops, sales }) });

  expect(idsOf(await askJson(standIn, salesPath()))).toEqual(['1']);
  expect(idsOf(await askJson(standIn, salesPath({ archived: 'true' })))).toEqual(['1', '2']);
  expect(idsOf(await askJson(standIn, salesPath({ archived: 'only' })))).toEqual(['2']);
});
