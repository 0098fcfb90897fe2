import { expect, test } from 'vitest';
import type { Fault } from '../../../../demo/lightspeed/faults.ts';
import { xWorldOf } from '../../../../demo/lightspeed/world.ts';
import { ask, askList, auckland, invoices, start } from './support.ts';

const sales = Array.from({ length: 4 }, (_, hour) => ({ at: `2024-05-01T0${hour}:00:00Z`, gross: 100 }));
const world = () => xWorldOf({ shops: [{ ...auckland, registers: 2 }], sales });
const list = '/api/2.0/sales?page_size=2';

test('each answer tells the limit of the window, by the registers, and what is left of it', async () => {
  const standIn = await start({ world: world() });

  const response = await ask(standIn, list);

  expect(response.headers.get('x-ratelimit-limit')).toBe('650');
  expect(response.headers.get('x-ratelimit-remaining')).toBe('649');
});

test('past the limit the answer is 429 until the HTTP date it names, in whole seconds', async () => {
  let now = Date.parse('2024-06-01T12:00:00.400Z');
  const standIn = await start({ world: world(), now: () => now, limit: 2 });
  await ask(standIn, list);
  await ask(standIn, list);

  const refused = await ask(standIn, list);
  now = Date.parse('2024-06-01T12:05:00Z');
  const tooSoon = await ask(standIn, list);
  now = Date.parse(refused.headers.get('retry-after') ?? '');
  const inTime = await ask(standIn, list);

  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toBe('Sat, 01 Jun 2024 12:05:01 GMT');
  expect(await refused.json()).toEqual({ error: 'Too Many Requests', message: 'Rate limiting enforced' });
  expect(tooSoon.status).toBe(429);
  expect(inTime.status).toBe(200);
});

test.each([
  ['unauthorized', 401, { error: 'Access token is not valid' }],
  ['forbidden', 403, { error: 'permission denied' }],
  ['rate-limited', 429, { error: 'Too Many Requests', message: 'Rate limiting enforced' }],
  ['server-error', 500, { error: 'Internal Server Error' }],
  ['unavailable', 503, { error: 'Service Unavailable' }],
] as const)('%s hits once, in the words of the X-Series', async (kind, status, body) => {
  const standIn = await start({ world: world() });
  standIn.faults.add({ kind });

  const hit = await ask(standIn, list);
  const next = await ask(standIn, list);

  expect(hit.status).toBe(status);
  expect(await hit.json()).toEqual(body);
  expect(next.status).toBe(200);
});

test('faults are set through the admin door', async () => {
  const standIn = await start({ world: world() });
  const fault: Fault = { kind: 'bad-gateway', path: '/sales' };

  await fetch(`${standIn.url}/__faults`, { method: 'POST', body: JSON.stringify(fault) });

  const hit = await ask(standIn, list);
  expect(hit.status).toBe(502);
  expect(await hit.text()).toMatch(/^<html>/);
});

test('a sale changes between two pages: it comes again at the end, under its new version', async () => {
  const standIn = await start({ world: world() });
  const { data } = await askList(standIn, list);
  standIn.faults.add({ kind: 'changed-after', saleID: String(data[0]?.['id']) });

  const first = await askList(standIn, list);
  const second = await askList(standIn, `/api/2.0/sales?after=${first.version?.max}`);

  expect(invoices(first.data)).toEqual(['1', '2']);
  expect(invoices(second.data)).toEqual(['3', '4', '1']);
  expect(second.data.at(-1)).toMatchObject({ state: 'voided' });
});

test('a repeated cursor leads back to the page it came with', async () => {
  const standIn = await start({ world: world() });
  const after = (await askList(standIn, list)).version?.max;
  standIn.faults.add({ kind: 'repeated-cursor' });

  const stuck = await askList(standIn, `${list}&after=${after}`);

  expect(stuck.version?.max).toBe(after);
});

test('a duplicate page has the rows of the page before it, and its own cursor', async () => {
  const standIn = await start({ world: world() });
  const first = await askList(standIn, list);
  standIn.faults.add({ kind: 'duplicate-page' });

  const second = await askList(standIn, `${list}&after=${first.version?.max}`);

  expect(second.data).toEqual(first.data);
  expect(second.version?.min).toBeGreaterThan(first.version?.max ?? 0);
});
