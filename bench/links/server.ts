import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * R-Series accounts without number, each with one shop and three sales a day, from memory; every answer takes as long as the
 * first part of the path says (milliseconds), since waiting is what a night does most.
 */
const salesADay = 3;
const day = 24 * 3_600_000;
let requests = 0;

const second = (at: number) => `${new Date(at).toISOString().slice(0, 19)}+00:00`;

function sales(window: string): unknown[] {
  const [, from = '', to = ''] = window.split(',');
  const [start, end] = [Date.parse(from), Date.parse(to)];
  const first = Math.floor(start / day) * day;
  const times: number[] = [];
  for (let midnight = first; midnight <= end; midnight += day) {
    for (let index = 0; index < salesADay; index += 1) times.push(midnight + (9 + index) * 3_600_000);
  }
  return times
    .filter((at) => at >= start && at <= end)
    .map((at) => ({
      saleID: String(at / 1000),
      shopID: '1',
      completed: 'true',
      voided: 'false',
      archived: 'false',
      completeTime: second(at),
      timeStamp: second(at),
      updatetime: second(at),
      total: '12.10',
      calcTotal: '12.10',
      calcTax1: '2.10',
      calcTax2: '0',
      taxTotal: '2.10',
    }));
}

function bodyOf(url: URL): Record<string, unknown> {
  const attributes = { '@attributes': { next: '', previous: '' } };
  if (url.pathname.endsWith('/Shop.json')) {
    const shop = { shopID: '1', name: 'Shop', timeZone: 'UTC', archived: 'false', timeStamp: second(0) };
    return { ...attributes, Shop: shop };
  }
  return { ...attributes, Sale: sales(url.searchParams.get('completeTime') ?? '') };
}

const server = createServer(async (request, response) => {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (url.pathname === '/requests') {
    response.end(String(requests));
    return;
  }
  requests += 1;
  await sleep(Number(url.pathname.split('/')[1]));
  response.writeHead(200, {
    'content-type': 'application/json',
    'x-ls-api-bucket-level': '1/60',
    'x-ls-api-drip-rate': '1',
  });
  response.end(JSON.stringify(bodyOf(url)));
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
process.once('SIGTERM', () => process.exit(0));
