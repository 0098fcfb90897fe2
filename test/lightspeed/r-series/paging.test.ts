import { describe, expect, test } from 'vitest';
import { UnreadableAnswerError } from '../../../src/lightspeed/errors.ts';
import { listBody, saleBody, without } from '../../../src/lightspeed/r-series/fixtures.ts';
import { failureOf, startTill, startTillWith, textOf } from '../http/till.ts';
import { connect, JUNE_6, KEY } from './till.ts';

const page = (id: number, next = '') => listBody('Sale', [saleBody({ saleID: String(id) })], next);
const full = Array.from({ length: 100 }, (_, index) => saleBody({ saleID: String(index + 1) }));

describe('a list of several pages', () => {
  test('is followed verbatim, a page at a time', async () => {
    const till = await startTill(({ headers, query }, index) => {
      const next = `http://${headers.host}/API/V3/Account/123456/Sale.json?limit=100&sort=saleID&after=WzEwMF0%3D`;
      return { body: page(index + 1, query.has('after') ? '' : next) };
    });
    const { connector } = connect(till);

    const pages = await Array.fromAsync(connector.sales(JUNE_6));

    expect(pages.map((sales) => sales.map((sale) => sale.id))).toEqual([['1'], ['2']]);
    expect(till.asked[1]?.raw).toBe('?limit=100&sort=saleID&after=WzEwMF0%3D');
    expect(till.asked).toHaveLength(2);
  });

  test('goes on after a page without rows', async () => {
    const till = await startTillWith({ body: listBody('Sale', [], '?after=1') }, { body: page(1) });
    const { connector } = connect(till);

    expect((await Array.fromAsync(connector.sales(JUNE_6))).flat()).toHaveLength(1);
  });
});

describe('a next page that is not followed', () => {
  const foreign = [
    ['another host', () => 'https://evil.example/API/V3/Account/123456/Sale.json?after=1'],
    [
      'the public host behind a proxy',
      () => 'https://api.lightspeedapp.com/API/V3/Account/123456/Sale.json?after=1',
    ],
    ['another port', () => 'http://127.0.0.1:1/API/V3/Account/123456/Sale.json?after=1'],
    ['another scheme', (url: string) => url.replace('http:', 'https:')],
    ['credentials in the URL', (url: string) => url.replace('//', `//${KEY}:apikey@`)],
    ['a user name in the URL', (url: string) => url.replace('//', `//${KEY}@`)],
    ['no URL', () => 'http://'],
    ['a host alone', () => '//evil.example/'],
  ] as const;

  test.each(foreign)('%s', async (_what, next) => {
    const till = await startTill(({ headers }) => ({ body: page(1, next(`http://${headers.host}/more`)) }));
    const { connector } = connect(till);

    const error = await failureOf(Array.fromAsync(connector.sales(JUNE_6)));

    expect(error).toBeInstanceOf(UnreadableAnswerError);
    expect(textOf(error)).not.toContain('evil');
    expect(textOf(error)).not.toContain(KEY);
    expect(till.asked).toHaveLength(1);
  });

  test('a page that was already read', async () => {
    const till = await startTill((_asked, index) => ({
      body: listBody('Sale', [], index % 2 === 0 ? '?after=odd' : '?after=even'),
    }));
    const { connector } = connect(till);

    const error = await failureOf(Array.fromAsync(connector.sales(JUNE_6)));

    expect(error).toBeInstanceOf(UnreadableAnswerError);
    expect(till.asked).toHaveLength(3);
  });

  test('one beyond the ceiling', async () => {
    const till = await startTill((_asked, index) => ({ body: page(index + 1, `?after=${index}`) }));
    const { connector } = connect(till, { maxPages: 5 });

    const error = await failureOf(Array.fromAsync(connector.sales(JUNE_6)));

    expect(error).toBeInstanceOf(UnreadableAnswerError);
    expect(till.asked).toHaveLength(5);
  });
});

describe('a list that cannot be trusted', () => {
  test.each(['7', 'a1b2-c3'])('has the sale %s on two pages', async (saleID) => {
    const body = (next: string) => listBody('Sale', [saleBody({ saleID })], next);
    const till = await startTillWith({ body: body('?after=1') }, { body: body('') });
    const { connector } = connect(till);

    const error = await failureOf(Array.fromAsync(connector.sales(JUNE_6)));

    expect(error).toBeInstanceOf(UnreadableAnswerError);
    expect(error.message).toContain(saleID);
  });

  test('has a sale twice on one page, even one that would be dropped', async () => {
    const till = await startTillWith({
      body: listBody('Sale', [saleBody({ shopID: '9' }), saleBody({ shopID: '9' })]),
    });
    const { connector } = connect(till);

    const error = await failureOf(Array.fromAsync(connector.sales({ ...JUNE_6, storeIds: ['1'] })));

    expect(error).toBeInstanceOf(UnreadableAnswerError);
  });

  test.each([
    ['is an empty object', {}],
    ['is null', null],
    ['is an error sent with status 200', { httpCode: '500', httpMessage: 'Internal Server Error' }],
    ['has no attributes', without(page(1), '@attributes')],
    ['is full and does not say whether more follows', { '@attributes': { count: '119' }, Sale: full }],
    ['has a row that is no sale', { '@attributes': { next: '' }, Sale: 'none' }],
    ['has a sale without an id', listBody('Sale', [without(saleBody(), 'saleID')])],
  ])('%s', async (_what, body) => {
    const till = await startTillWith({ body: JSON.stringify(body) });
    const { connector } = connect(till);

    const error = await failureOf(Array.fromAsync(connector.sales(JUNE_6)));

    expect(error).toBeInstanceOf(UnreadableAnswerError);
    expect(error.message).toContain('GET /API/V3/Account/123456/Sale.json');
    expect(error.cause).toBeInstanceOf(Error);
    expect(till.asked).toHaveLength(1);
  });

  test('but a short page without a next is the last one', async () => {
    const till = await startTillWith({ body: { '@attributes': {}, Sale: saleBody() } });
    const { connector } = connect(till);

    expect((await Array.fromAsync(connector.sales(JUNE_6))).flat()).toHaveLength(1);
  });
});
