import { createRSeriesConnector } from '../../src/lightspeed/r-series/connector.ts';
import { readDays } from '../../src/turnover/read-days.ts';
import { days, stores } from './sales.ts';

/** Reads the two days of a night as a night does: connector, tally, and the sales kept for the second night. */
const [url = '', count = ''] = process.argv.slice(2);
const connector = createRSeriesConnector({
  baseUrl: `${url}/${count}`,
  credentials: { kind: 'key', key: 'bench' },
  accountId: '1',
});
const started = performance.now();
const { figures } = await readDays(connector, {
  currency: 'EUR',
  stores: Array.from({ length: stores }, (_, index) => ({
    storeId: String(index + 1),
    zone: 'UTC',
    cutOff: 0,
  })),
  days,
  onlyTheseStores: false,
  remember: days[1],
  before: [],
});
const ms = performance.now() - started;
const sum = (pick: (figure: (typeof figures)[number]) => number) =>
  figures.reduce((total, figure) => total + pick(figure), 0);
const total = {
  gross: sum(({ gross }) => gross),
  tax: sum(({ tax }) => tax),
  sales: sum(({ sales }) => sales),
};
process.stdout.write(JSON.stringify({ ms, total, peak: process.resourceUsage().maxRSS * 1024 }));
