import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { linksOf, storesOf, teams, zoneOf } from './shops.ts';

const hour = 3_600_000;
const salesADay = 8;

export interface Till {
  url: string;
  /** How many requests were refused on purpose. */
  refused(): number;
  close(): Promise<void>;
}

/**
 * The R-Series of all accounts: each shop sells something every two hours. From eleven hours after its end a day's first sale counts as
 * voided in every other account, so that second nights find corrections; one request in forty is throttled, one in sixty fails.
 */
export async function startTill(clock: () => number): Promise<Till> {
  let requests = 0;
  let refused = 0;
  const server = createServer((request, response) => {
    requests += 1;
    const fault = requests % 40 === 0 ? 429 : requests % 60 === 0 ? 503 : undefined;
    if (fault !== undefined) {
      refused += 1;
      return say(response, { httpCode: String(fault), message: 'not now' }, fault);
    }
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const account = Number(/\/Account\/(\d+)\//.exec(url.pathname)?.[1] ?? 0) - 1;
    const attributes = { '@attributes': { next: '', previous: '' } };
    if (url.pathname.endsWith('/Shop.json')) return say(response, { ...attributes, Shop: shopsOf(account) });
    return say(response, {
      ...attributes,
      Sale: salesOf(account, url.searchParams.get('completeTime') ?? '', clock()),
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    refused: () => refused,
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function say(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    'x-ls-api-bucket-level': '1/60',
    'x-ls-api-drip-rate': '1',
    ...(status === 429 ? { 'retry-after': '1' } : {}),
  });
  response.end(JSON.stringify(body));
}

const second = (at: number) => `${new Date(at).toISOString().slice(0, 19)}+00:00`;
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

function shopsOf(account: number) {
  const team = teams[Math.floor(account / linksOf)];
  const timeZone = team ? zoneOf(team) : 'UTC';
  return numbers(storesOf).map((shop) => ({
    shopID: String(shop),
    name: `Shop ${shop}`,
    timeZone,
    archived: 'false',
    timeStamp: second(0),
  }));
}

/** `window`: `><,from,to` as R-Series is asked. */
function salesOf(account: number, window: string, now: number): unknown[] {
  const [, from = '', to = ''] = window.split(',');
  const [start, end] = [Date.parse(from), Math.min(Date.parse(to), now)];
  const step = (24 / salesADay) * hour;
  const sales: unknown[] = [];
  for (let at = Math.ceil(start / step) * step; at <= end; at += step) {
    for (const shop of numbers(storesOf)) sales.push(saleOf(account, { shop, at, now }));
  }
  return sales;
}

function saleOf(account: number, { shop, at, now }: { shop: number; at: number; now: number }) {
  const isVoided = account % 2 === 0 && at % (24 * hour) === 12 * hour && now - at > 35 * hour;
  const cents = 1_000 + ((account * 613 + shop * 7_919 + Math.floor(at / hour) * 104_729) % 9_000);
  const tax = Math.round((cents * 21) / 121);
  const amount = (value: number) => (value / 100).toFixed(2);
  return {
    saleID: String(at / 1000 + shop),
    shopID: String(shop),
    completed: 'true',
    voided: String(isVoided),
    archived: 'false',
    completeTime: second(at),
    timeStamp: second(at),
    updatetime: second(at),
    total: amount(cents),
    calcTotal: amount(cents),
    calcTax1: amount(tax),
    calcTax2: '0',
    taxTotal: amount(tax),
  };
}
