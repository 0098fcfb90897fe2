import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world.ts';
import { withDatabase } from '../../src/database/uri.ts';
import { encryptionKeys, startBench } from '../support/engine.ts';
import { amsterdam, rotterdam, setUpShop } from '../support/shop.ts';
import { daybook } from './daybook.ts';

/** A linked shop with sales on the first and second of May 2024, and a command line that reads its account. */
async function shop() {
  const world = worldOf({
    account: { name: 'Blad & Boon' },
    shops: [amsterdam, rotterdam],
    sales: [
      { shopID: '1', gross: 12_100, tax: 2_100, at: '2024-05-01T12:00:00+02:00' },
      { shopID: '2', gross: 6_050, tax: 1_050, at: '2024-05-01T13:00:00+02:00' },
      { shopID: '1', gross: 2_420, tax: 420, at: '2024-05-02T12:00:00+02:00' },
    ],
  });
  const bench = await startBench({ world, at: '2024-05-03T03:00:00+02:00' });
  const { link } = await setUpShop(bench, { departments: { City: ['1'], Harbour: ['2'] } });
  const env = {
    MONGODB_URI: withDatabase(inject('mongodbUri'), bench.engine.connection.name),
    ENCRYPTION_KEYS: encryptionKeys,
    LIGHTSPEED_R_URL: bench.lightspeed.url,
  };
  const asked = async (...args: string[]): Promise<unknown> => {
    const { code, out, err } = await daybook(env, ...args, '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    return JSON.parse(out);
  };
  return { bench, env, asked, link: { id: link._id, name: 'Blad & Boon' } };
}

test('what a script does with a shop: a night, an import, a digest, a file', async () => {
  const { asked, link } = await shop();
  const folder = await mkdtemp(join(tmpdir(), 'daybook-cli-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'may.csv');

  const night = await asked('night', '--as-of', '2024-05-03T03:30:00+02:00');
  const imported = await asked('import', '--day', '2024-04-30', '--to', '2024-05-02');
  const digest = await asked('digest', '--day', '2024-05-01', '--dry-run');
  const exported = await asked('export', '--from', '2024-05-01', '--to', '2024-05-02', '--out', file);

  expect(night).toEqual({
    nights: [
      {
        link,
        zone: 'Europe/Amsterdam',
        date: '2024-05-03',
        days: ['2024-05-01', '2024-05-02'],
        outcome: 'done',
        failure: null,
      },
    ],
  });
  expect(imported).toEqual({
    from: '2024-04-30',
    to: '2024-05-02',
    links: [{ link, written: ['2024-04-30', '2024-05-01', '2024-05-02'] }],
  });
  expect(digest).toEqual({
    digests: [
      {
        workspace: { id: 'T1', name: 'T1' },
        day: '2024-05-01',
        state: 'final',
        vat: 'excl',
        sums: [{ currency: 'EUR', turnover: 15_000, sales: 2 }],
        departments: [
          { name: 'City', sums: [{ currency: 'EUR', turnover: 10_000, sales: 1 }] },
          { name: 'Harbour', sums: [{ currency: 'EUR', turnover: 5_000, sales: 1 }] },
        ],
        storesIn: 2,
        storesExpected: 2,
        text: expect.stringContaining('150.00'),
      },
    ],
  });
  expect(exported).toEqual({
    workspace: { id: 'T1', name: 'T1' },
    from: '2024-05-01',
    to: '2024-05-02',
    format: 'csv',
    rows: 4,
    file,
  });
}, 90_000);

test('what an operator looks after: workspaces, keys, and an account that refuses', async () => {
  const { bench, env, asked, link } = await shop();

  const workspaces = await asked('workspaces');
  const rotated = await asked('keys', 'rotate');
  const imported = await daybook(env, 'import', '--day', '2024-05-01');
  bench.world.revokeKey('key-1');
  const refused = await daybook(env, 'import', '--day', '2024-05-01', '--json');
  const deleted = await asked('workspaces', 'delete', 'T1', '--yes');

  expect(workspaces).toEqual({
    workspaces: [
      {
        id: 'T1',
        name: 'T1',
        installedOn: null,
        teams: null,
        mustBeInstalledAgain: false,
        uninstalledOn: null,
        deletedOn: null,
        links: [{ ...link, series: 'r', state: 'active', currency: 'EUR', stores: 2 }],
      },
    ],
  });
  expect(rotated).toEqual({ encrypted: 1 });
  expect(imported.code).toBe(0);
  expect(imported.out).toContain('Blad & Boon: 1 day written');
  // What moves, and colours, begin with an escape.
  expect(imported.out).not.toContain('\u001b');
  expect(refused).toMatchObject({ code: 1, out: '' });
  expect(refused.err).toContain('Lightspeed could not be read');
  expect(refused.err).toContain(
    'what was not written is as it was. Next: have a manager type /lightspeed link',
  );
  expect(refused.err).not.toContain('key-1');
  expect(deleted).toEqual({ workspace: { id: 'T1', name: 'T1' }, documents: expect.any(Number) });
}, 90_000);
