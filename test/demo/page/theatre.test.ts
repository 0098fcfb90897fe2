import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { figuresOf } from '../../../demo/lightspeed/figures.ts';
import { type PageServer, startPageServer } from '../../../demo/page-server/server.ts';
import { openTheatre, type Theatre } from '../../../demo/page-server/theatre.ts';
import { stopsBetween } from '../../../demo/page-server/time.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { silent } from '../../support/silent.ts';

let database: FreshDatabase;
let dataDir: string;
let theatre: Theatre;
let page: PageServer;

beforeAll(async () => {
  database = await freshDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'daybook-theatre-'));
  theatre = await openTheatre({ connection: database.connection, dataDir, logger: silent, start: 'year' });
  page = await startPageServer(theatre, 0);
});
afterAll(async () => {
  await page.close();
  await theatre.close();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

test.each(['2024-11-13', '2025-03-30', '2025-08-16', '2025-11-08'])(
  'the year it begins with holds for %s what other code works out from the sales',
  async (day) => {
    const { world, workspace } = theatre.stage();
    const secondNight = Date.parse(`${day}T12:00:00Z`) + 39 * 3_600_000;

    const stored = await workspace.daybook.engine.models.figures
      .find({ workspaceId: workspace.slack.state.team.id, day })
      .sort({ storeId: 1 })
      .lean();

    const expected = figuresOf(world, { day, at: secondNight });
    expect(
      stored.map(({ storeId, gross, net, tax, sales }) => ({ storeId, gross, net, tax, sales })),
    ).toEqual(expected);
    expect(stored.every(({ state, revisions }) => state === 'final' && revisions.length > 0)).toBe(true);
  },
);

test('a long jump stops at each night and each digest on the way, also where the clock is set back', () => {
  const at = (text: string) => Date.parse(text);

  const stops = stopsBetween(at('2025-10-25T12:00:00+02:00'), at('2025-10-26T10:00:00+01:00'), [3, 8]);

  expect(stops.map((stop) => new Date(stop).toISOString())).toEqual([
    '2025-10-26T02:00:10.000Z',
    '2025-10-26T07:00:10.000Z',
    '2025-10-26T09:00:00.000Z',
  ]);
});

test('the clock goes neither back nor beyond what was promised', async () => {
  await expect(theatre.carryOut({ do: 'jumpTo', day: '2025-11-01' })).rejects.toThrow('only goes forward');
  await expect(theatre.carryOut({ do: 'jumpTo', day: '2026-11-01' })).rejects.toThrow('At most');
});

test('two jumps at once: the second is told to wait', async () => {
  const first = theatre.carryOut({ do: 'jump', to: 'night' });

  await expect(theatre.carryOut({ do: 'jump', to: 'night' })).rejects.toThrow('Wait until that is done');
  await first;
});

/** The status of a request whose Host and Origin a browser would have set. */
function statusOf(headers: Record<string, string>, method = 'POST'): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(`${page.url}/do`, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end(method === 'POST' ? '{}' : undefined);
  });
}

test('a page of another site can neither drive nor read the workspace', async () => {
  const json = { 'content-type': 'application/json' };

  expect(await statusOf({ ...json })).toBe(200);
  expect(await statusOf({ ...json, origin: 'http://evil.example' })).toBe(403);
  expect(await statusOf({ ...json, host: 'evil.example' })).toBe(403);
  expect(await statusOf({ 'content-type': 'text/plain' })).toBe(403);
  expect(await statusOf({ host: 'evil.example' }, 'GET')).toBe(403);
});

test.each(['/..%2fmain.ts', '/README.md', '/files/none'])('%s is not served', async (path) => {
  const response = await fetch(page.url + path);

  expect(response.status).toBe(404);
});
