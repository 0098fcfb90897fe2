import { describe, expect, test } from 'vitest';
import { UnreadableAnswerError } from '../../../src/lightspeed/errors.ts';
import { saleBody, searchBody } from '../../../src/lightspeed/x-series/fixtures.ts';
import { failureOf, startTill, startTillWith } from '../http/till.ts';
import { connect, SEPT_18, searchPage, startSearch } from './till.ts';

const rows = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => saleBody({ id: `sale-${from + index}`, line_items: [] }));

const ids = (pages: { id: string }[][]) => pages.flat().map((sale) => sale.id);
const offsets = (asked: { query: URLSearchParams }[]) => asked.map(({ query }) => query.get('offset'));

describe('a search of several pages', () => {
  test('is read to its end, each further page beginning with the last row of the one before', async () => {
    const till = await startSearch(rows(1, 2_500));
    const { connector } = connect(till);

    const sales = ids(await Array.fromAsync(connector.sales(SEPT_18)));

    expect(sales).toEqual(rows(1, 2_500).map((row) => row['id']));
    expect(offsets(till.asked)).toEqual(['0', '999', '1998', '2499']);
  });

  test('of exactly a full page ends there', async () => {
    const till = await startSearch(rows(1, 1_000));
    const { connector } = connect(till);

    expect(ids(await Array.fromAsync(connector.sales(SEPT_18)))).toHaveLength(1_000);
    expect(offsets(till.asked)).toEqual(['0', '999']);
  });

  test('is complete even where the server gives less at once than was asked for', async () => {
    const till = await startSearch(rows(1, 450), 200);
    const { connector } = connect(till);

    expect(ids(await Array.fromAsync(connector.sales(SEPT_18)))).toHaveLength(450);
  });

  test('of fewer than a hundred rows takes one request', async () => {
    const till = await startSearch(rows(1, 99));
    const { connector } = connect(till);

    expect(ids(await Array.fromAsync(connector.sales(SEPT_18)))).toHaveLength(99);
    expect(till.asked).toHaveLength(1);
  });
});

describe('a set that moves while it is read is refused', () => {
  const moving = async (after: Record<string, unknown>[]) => {
    const till = await startTill((asked, index) => searchPage(index === 0 ? rows(1, 1_500) : after, asked));
    const { connector } = connect(till);
    return failureOf(Array.fromAsync(connector.sales(SEPT_18)));
  };

  test('when a row of a page already read is gone, which would skip one', async () => {
    const error = await moving(rows(2, 1_499));

    expect(error).toBeInstanceOf(UnreadableAnswerError);
    expect(error.message).toContain('moved');
  });

  test('when a row came in before, which would repeat one', async () => {
    expect(await moving(rows(0, 1_501))).toBeInstanceOf(UnreadableAnswerError);
  });

  test('when nearly all of it is gone', async () => {
    expect(await moving(rows(1, 10))).toBeInstanceOf(UnreadableAnswerError);
  });

  test('when a row comes again behind others', async () => {
    const error = await moving([...rows(1, 1_200), ...rows(5, 1)]);

    expect(error).toBeInstanceOf(UnreadableAnswerError);
    expect(error.message).toContain('sale-5 twice');
  });

  test('but a row that comes in behind is read as well', async () => {
    const till = await startTill((asked, index) => searchPage(rows(1, index === 0 ? 1_500 : 1_501), asked));
    const { connector } = connect(till);

    expect(ids(await Array.fromAsync(connector.sales(SEPT_18)))).toHaveLength(1_501);
  });
});

describe('a search that cannot be trusted', () => {
  test('has a sale twice on one page, even one that would be dropped', async () => {
    const till = await startSearch([saleBody(), saleBody()]);
    const { connector } = connect(till);

    const error = await failureOf(Array.fromAsync(connector.sales({ ...SEPT_18, storeIds: ['other'] })));

    expect(error).toBeInstanceOf(UnreadableAnswerError);
  });

  test('does not end', async () => {
    const till = await startTill(({ query }) => {
      const offset = Number(query.get('offset'));
      return { body: searchBody(rows(offset, 200)) };
    });
    const { connector } = connect(till, { maxPages: 5 });

    const error = await failureOf(Array.fromAsync(connector.sales(SEPT_18)));

    expect(error).toBeInstanceOf(UnreadableAnswerError);
    expect(till.asked).toHaveLength(5);
  });

  test('takes no notice of the offset', async () => {
    const till = await startTillWith({ body: searchBody(rows(1, 1_000)) });
    const { connector } = connect(till);

    expect(await failureOf(Array.fromAsync(connector.sales(SEPT_18)))).toBeInstanceOf(UnreadableAnswerError);
    expect(till.asked).toHaveLength(2);
  });

  test.each([
    ['is an empty object', {}],
    ['is null', null],
    ['is a list', []],
    ['is an error sent with status 200', { error: 'Access token is not valid' }],
    ['has no rows but null', { data: null }],
    ['has a row that is no sale', { data: ['none'] }],
    ['has a sale without a state', searchBody([saleBody({ state: null, status: '' })])],
    ['has a sale without an outlet', searchBody([saleBody({ outlet_id: null })])],
  ])('%s', async (_what, body) => {
    const till = await startTillWith({ body: JSON.stringify(body) });
    const { connector } = connect(till);

    const error = await failureOf(Array.fromAsync(connector.sales(SEPT_18)));

    expect(error).toBeInstanceOf(UnreadableAnswerError);
    expect(error.message).toContain('GET /api/2.0/search');
    expect(till.asked).toHaveLength(1);
  });
});
