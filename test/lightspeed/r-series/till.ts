import type { SalesWindow } from '../../../src/lightspeed/connector.ts';
import { createRSeriesConnector, type RSeriesOptions } from '../../../src/lightspeed/r-series/connector.ts';
import type { Till } from '../http/till.ts';

export const KEY = 'k3y-0f-the-test-acc0unt';

/** A connector to a till, with a known account and a clock that only `sleep` moves; `slept` holds the waits. */
export function connect(till: Pick<Till, 'url'>, over: Partial<RSeriesOptions> = {}) {
  const slept: number[] = [];
  let clock = Date.parse('2021-06-07T00:00:00Z');
  const connector = createRSeriesConnector({
    baseUrl: till.url,
    credentials: { kind: 'key', key: KEY },
    accountId: '123456',
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

/** The sixth of June 2021, UTC: the day of the documentation's sale. */
export const JUNE_6: SalesWindow = {
  start: Date.parse('2021-06-06T00:00:00Z'),
  end: Date.parse('2021-06-07T00:00:00Z'),
  currency: 'CAD',
};
