import type { SalesWindow } from '../../../src/lightspeed/connector.ts';
import { createXSeriesConnector, type XSeriesOptions } from '../../../src/lightspeed/x-series/connector.ts';
import { outletsBody, searchBody } from '../../../src/lightspeed/x-series/fixtures.ts';
import { type Answer, type Asked, startTill, type Till } from '../http/till.ts';

export const TOKEN = 'lsxs_pt_t0ken-of-the-test';

/** A connector to a till with a clock that only `sleep` moves; `slept` holds the waits. */
export function connect(till: Pick<Till, 'url'>, over: Partial<XSeriesOptions> = {}) {
  const slept: number[] = [];
  let clock = Date.parse('2014-09-19T00:00:00Z');
  const connector = createXSeriesConnector({
    baseUrl: till.url,
    token: TOKEN,
    sleep: async (ms) => {
      slept.push(ms);
      clock += ms;
    },
    random: () => 0,
    now: () => clock,
    ...over,
  });
  return { connector, slept };
}

/** The eighteenth of September 2014, UTC: the day of the documentation's sale. */
export const SEPT_18: SalesWindow = {
  start: Date.parse('2014-09-18T00:00:00Z'),
  end: Date.parse('2014-09-19T00:00:00Z'),
  currency: 'NZD',
};

type Rows = Record<string, unknown>[];

/** A page of a search as the API cuts it: `offset` rows skipped, no more than `limit`. */
export function searchPage(rows: Rows, { query }: Asked, limit = 1000): Answer {
  const offset = Number(query.get('offset'));
  const size = Math.min(Number(query.get('page_size')), limit);
  return { body: searchBody(rows.slice(offset, offset + size)) };
}

/** A till that searches these rows, never giving more than `limit` at once. */
export function startSearch(rows: Rows, limit = 1000): Promise<Till> {
  return startTill((asked) => searchPage(rows, asked, limit));
}

/** Outlets by version, `size` a page. */
export function outletsPage(rows: Rows, { query }: Asked, size = 1000): Answer {
  const after = Number(query.get('after'));
  const page = rows.filter((row) => Number(row['version']) > after).slice(0, size);
  return { body: outletsBody(page, page.length > 0 ? Number(page.at(-1)?.['version']) : null) };
}
