import assert from 'node:assert/strict';
import { createRSeriesConnector } from '../../src/lightspeed/r-series/connector.ts';
import { createLedgerWriter } from '../../src/turnover/packed-ledger.ts';
import { type Ledgers, readDays } from '../../src/turnover/read-days.ts';
import { days, saleOf, stores } from './sales.ts';

/**
 * Reads the two days of a night as a night does: connector, tally, the second day's sales kept for the next night, and those of
 * the first day held against what the night before kept.
 */
const [url = '', count = ''] = process.argv.slice(2);
const connector = createRSeriesConnector({
  baseUrl: `${url}/${count}`,
  credentials: { kind: 'key', key: 'bench' },
  accountId: '1',
});
const secondDay = Date.parse(days[1]);
const before = keptOfFirstDay(Number(count));
const started = performance.now();
const { figures, movements } = await readDays(connector, {
  currency: 'EUR',
  stores: Array.from({ length: stores }, (_, index) => ({
    storeId: String(index + 1),
    zone: 'UTC',
    cutOff: 0,
  })),
  days,
  onlyTheseStores: false,
  remember: days[1],
  before,
});
const ms = performance.now() - started;
assert.deepEqual([...movements.values()].flat(), []);
const sum = (pick: (figure: (typeof figures)[number]) => number) =>
  figures.reduce((total, figure) => total + pick(figure), 0);
const total = {
  gross: sum(({ gross }) => gross),
  tax: sum(({ tax }) => tax),
  sales: sum(({ sales }) => sales),
};
process.stdout.write(JSON.stringify({ ms, total, peak: process.resourceUsage().maxRSS * 1024 }));

function keptOfFirstDay(count: number): Ledgers {
  const writers = Array.from({ length: stores }, () => createLedgerWriter());
  for (let number = 0; number < count; number += 1) {
    const { saleId, shopId, at, gross, tax } = saleOf(number, count);
    if (at < secondDay) writers[shopId - 1]?.add(String(saleId), gross, tax);
  }
  return writers.map((writer, index) => ({
    storeId: String(index + 1),
    day: days[0],
    ledger: writer.ledger(),
  }));
}
