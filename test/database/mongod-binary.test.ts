import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Fetcher } from '../../src/database/mongod/fetcher.ts';
import { findMongod, type MongodSearch, mongodSearchFrom } from '../../src/database/mongod-binary.ts';
import { silent } from '../support/silent.ts';
import { emptyFolder } from './support/folder.ts';
import { fakeServer, script } from './support/programs.ts';

describe('findMongod', () => {
  let folder: string;
  let fetches: number;

  beforeEach(async () => {
    folder = await emptyFolder();
    fetches = 0;
  });

  const search = (parts: Partial<MongodSearch> = {}): MongodSearch => ({
    searchPath: join(folder, 'bin'),
    cacheDir: join(folder, 'cache'),
    logger: silent,
    fetchers: [fetcher],
    ...parts,
  });

  const fetcher: Fetcher = {
    title: 'a box of servers',
    folder: 'box-6.0.5',
    async fetch(into) {
      fetches += 1;
      await sleep(100);
      return script(into, 'mongod', fakeServer('6.0.5'));
    },
  };

  it('takes the named one before any other', async () => {
    await script(join(folder, 'bin'), 'mongod', fakeServer('7.0.1'));
    const systemBinary = await script(join(folder, 'own'), 'mongod-eight', fakeServer('8.0.4'));

    const found = await findMongod(search({ systemBinary }));

    expect(found).toEqual({ path: systemBinary, version: '8.0.4', source: 'MONGOMS_SYSTEM_BINARY' });
  });

  it('does not silently take another one when the named one does not run', async () => {
    await script(join(folder, 'bin'), 'mongod', fakeServer('7.0.1'));

    const finding = findMongod(search({ systemBinary: '/not/there' }));

    await expect(finding).rejects.toMatchObject({ name: 'NoMongodError' });
    await expect(finding).rejects.toThrow(
      'MONGOMS_SYSTEM_BINARY cannot be used: /not/there does not run here',
    );
  });

  it('takes the one on the PATH before fetching', async () => {
    const path = await script(join(folder, 'bin'), 'mongod', fakeServer('7.0.1'));

    const found = await findMongod(search());

    expect(found).toEqual({ path, version: '7.0.1', source: 'the PATH' });
    expect(fetches).toBe(0);
  });

  it.each([
    ['does not run', 'echo "libcrypto.so.3 is missing" >&2; exit 127'],
    ['is too old for the driver', fakeServer('3.6.23')],
  ])('fetches one when that on the PATH %s', async (_why, body) => {
    await script(join(folder, 'bin'), 'mongod', body);

    const found = await findMongod(search());

    expect(found).toMatchObject({ version: '6.0.5', source: 'a box of servers' });
  });

  it('fetches once when several ask at the same time, and leaves nothing else behind', async () => {
    const found = await Promise.all([findMongod(search()), findMongod(search()), findMongod(search())]);

    expect(fetches).toBe(1);
    expect(new Set(found.map(({ path }) => path)).size).toBe(1);
    await expect(readdir(join(folder, 'cache', 'mongod'))).resolves.toEqual(['box-6.0.5']);
  });

  it('uses what was fetched before', async () => {
    await findMongod(search());

    await findMongod(search());

    expect(fetches).toBe(1);
  });

  it('tries the next way when one fails', async () => {
    const broken: Fetcher = {
      ...fetcher,
      folder: 'broken',
      fetch: async () => Promise.reject(new Error('no')),
    };

    const found = await findMongod(search({ fetchers: [broken, fetcher] }));

    expect(found.source).toBe('a box of servers');
  });

  it('says in words what was tried and what helps when there is none at all', async () => {
    const offline: Fetcher = {
      ...fetcher,
      fetch: async () => Promise.reject(new Error('nothing came for 5 s')),
    };

    const problem = await findMongod(search({ fetchers: [offline] })).catch((error) => error);

    expect(problem.name).toBe('NoMongodError');
    expect(problem.message).toBe(
      'Daybook found no MongoDB server to run. Tried:\n' +
        '  - on the PATH: no mongod\n' +
        '  - a box of servers: nothing came for 5 s\n' +
        'Install MongoDB (mongod on the PATH), or set MONGOMS_SYSTEM_BINARY to a mongod, ' +
        'or set MONGODB_URI to a replica set that runs elsewhere.',
    );
  });
});

describe('mongodSearchFrom', () => {
  it('reads the environment, an empty value being none', () => {
    const search = mongodSearchFrom({ PATH: '/bin', MONGOMS_SYSTEM_BINARY: '' }, '/home/ann');

    expect(search).toEqual({
      searchPath: '/bin',
      systemBinary: undefined,
      cacheDir: '/home/ann/.cache/daybook',
    });
  });
});
