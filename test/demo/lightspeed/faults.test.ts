import { expect, test } from 'vitest';
import type { Fault } from '../../../demo/lightspeed/faults.ts';
import { worldOf } from '../../../demo/lightspeed/world.ts';
import { amsterdam, ask, askJson, idsOf, rowsOf, salesPath, start } from './support.ts';

const at = '2024-05-01T10:00:00Z';

/** Six sales in three pages. */
const setUp = async (...faults: Fault[]) => {
  const sales = Array.from({ length: 6 }, () => ({ at, gross: 100 }));
  const world = worldOf({ shops: [amsterdam], sales });
  const standIn = await start({ world });
  standIn.faults.add(...faults);
  return { world, standIn };
};

const firstPage = salesPath({ limit: '2' });

test.each([
  ['unauthorized', 401],
  ['forbidden', 403],
  ['rate-limited', 429],
  ['server-error', 500],
  ['bad-gateway', 502],
  ['unavailable', 503],
] as const)('%s hits once, then all is well', async (kind, status) => {
  const { standIn } = await setUp({ kind });

  const statuses = [(await ask(standIn, firstPage)).status, (await ask(standIn, firstPage)).status];

  expect(statuses).toEqual([status, 200]);
});

test('a fault lets requests through first, hits several times, and only the paths it names', async () => {
  const { standIn } = await setUp({ kind: 'unavailable', path: 'Sale.json', skip: 1, times: 2 });

  const statuses: number[] = [];
  for (const path of ['/API/V3/Account.json', firstPage, firstPage, firstPage, firstPage])
    statuses.push((await ask(standIn, path)).status);

  expect(statuses).toEqual([200, 200, 503, 503, 200]);
});

test('a fault may last until the switches are cleared', async () => {
  const { standIn } = await setUp({ kind: 'bad-gateway', times: 'always' });

  const first = await ask(standIn, firstPage);
  const second = await ask(standIn, firstPage);
  standIn.faults.clear();
  const third = await ask(standIn, firstPage);

  expect([first.status, second.status, third.status]).toEqual([502, 502, 200]);
  expect(await first.text()).toMatch(/^<html>/);
});

test('a 429 tells how long to wait', async () => {
  const { standIn } = await setUp({ kind: 'rate-limited', seconds: 7 });

  const response = await ask(standIn, firstPage);

  expect(response.headers.get('retry-after')).toBe('7');
});

test('a truncated answer is whole HTTP around broken JSON', async () => {
  const { standIn } = await setUp({ kind: 'truncated' });

  const response = await ask(standIn, firstPage);
  const text = await response.text();

  expect(response.status).toBe(200);
  expect(() => JSON.parse(text)).toThrow(SyntaxError);
});

test.each(['drop', 'drop-midway'] as const)('%s breaks the connection', async (kind) => {
  const { standIn } = await setUp({ kind });

  const reading = ask(standIn, firstPage).then((response) => response.text());

  await expect(reading).rejects.toThrow();
});

test('hang gives no answer and does not keep the stand-in from closing', async () => {
  const { standIn } = await setUp({ kind: 'hang' });
  const reading = fetch(standIn.url + firstPage, { signal: AbortSignal.timeout(100) });

  await expect(reading).rejects.toThrow('timeout');
  expect(standIn.requests).toMatchObject([{ status: 0 }]);
});

test('slow takes its time and then gives everything', async () => {
  const { standIn } = await setUp({ kind: 'slow', ms: 80 });
  const start = performance.now();

  const body = await askJson(standIn, firstPage);

  expect(performance.now() - start).toBeGreaterThan(70);
  expect(idsOf(body)).toEqual(['1', '2']);
});

test('a duplicated page brings the rows of the page before, with its own next', async () => {
  const { standIn } = await setUp({ kind: 'duplicate-page', path: 'Sale.json', skip: 1 });

  const first = await askJson(standIn, firstPage);
  const second = await askJson(standIn, first['@attributes']['next'] ?? '');
  const third = await askJson(standIn, second['@attributes']['next'] ?? '');

  expect([first, second, third].map(idsOf)).toEqual([
    ['1', '2'],
    ['1', '2'],
    ['5', '6'],
  ]);
});

test('next can lead to a foreign host or run in a circle', async () => {
  const { standIn } = await setUp(
    { kind: 'foreign-next', to: 'https://evil.example' },
    { kind: 'repeated-cursor' },
  );

  const foreign = await askJson(standIn, firstPage);
  const circle = await askJson(standIn, firstPage);

  expect(foreign['@attributes']['next']).toMatch(/^https:\/\/evil\.example\/API\/V3.*after=/);
  expect(circle['@attributes']['next']).toBe(standIn.url + firstPage);
});

test('a sale can change between two pages', async () => {
  const { standIn } = await setUp({ kind: 'changed-after', saleID: 3 });

  const first = await askJson(standIn, firstPage);
  const second = await askJson(standIn, first['@attributes']['next'] ?? '');

  expect(rowsOf(second)[0]).toMatchObject({ saleID: '3', voided: 'true' });
});

test('the admin door sets, lists and clears faults', async () => {
  const { standIn } = await setUp();
  const door = `${standIn.url}/__faults`;
  const post = (body: string) => fetch(door, { method: 'POST', body });

  const set = await post('[{"kind":"unavailable"},{"kind":"drop"}]');
  const wrong = await post('{"kind":"earthquake"}');
  const broken = await post('{');
  const hit = await ask(standIn, firstPage);
  const cleared = await fetch(door, { method: 'DELETE' });

  expect(await set.json()).toEqual({ waiting: [{ kind: 'unavailable' }, { kind: 'drop' }] });
  expect([wrong.status, broken.status, hit.status]).toEqual([400, 400, 503]);
  expect(await cleared.json()).toEqual({ waiting: [] });
  expect(standIn.requests).toHaveLength(1);
});
