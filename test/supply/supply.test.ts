import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { licencesText, lockedPackages } from './licences.ts';

/** Licences under which Daybook may be given on, as it is: those that ask for no more than to be named, and MPL for files of its own. */
const allowed = new Set([
  '(ISC AND CC-BY-3.0)',
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'MIT AND OFL-1.1',
  'MPL-2.0',
  'PSF-2.0',
  'Unlicense',
]);

/** Packages that run code of their own when they are installed: none. A new one has to be looked at and named here. */
const mayRunScripts: string[] = [];

const own = async () => JSON.parse(await readFile('package.json', 'utf8'));

test('every package of our own choice is of one exact version', async () => {
  const { dependencies, devDependencies, optionalDependencies, overrides } = await own();

  const loose = Object.entries({
    ...dependencies,
    ...devDependencies,
    ...optionalDependencies,
    ...overrides,
  }).filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(String(version)));

  expect(loose).toEqual([]);
});

test('the lock file says for each package what its bytes are, and sends npm to no address but its own registry', async () => {
  const packages = await lockedPackages();

  // Without an address it is the registry that npm is set to.
  const unknown = packages.filter(
    ({ resolved, integrity = '' }) => resolved !== undefined || !integrity.startsWith('sha512-'),
  );

  expect(packages.length).toBeGreaterThan(100);
  expect(unknown.map(({ name }) => name)).toEqual([]);
});

test('what Daybook runs with is under a licence that is allowed', async () => {
  const packages = (await lockedPackages()).filter(({ dev }) => !dev);

  const others = packages.filter(({ license = 'none' }) => !allowed.has(license));

  expect(others.map(({ name, license }) => `${name}: ${license}`)).toEqual([]);
});

test('the page of licences is as the lock file is; `npm run licences` writes it', async () => {
  expect(await readFile('docs/licences.md', 'utf8')).toBe(licencesText(await lockedPackages()));
});

test('no package runs a script when it is installed, but those that were looked at', async () => {
  const packages = await lockedPackages();

  const scripted = packages.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name);

  expect(scripted).toEqual(mayRunScripts);
});

test('the container holds what runs and no more, as somebody who may do little', async () => {
  const [dockerfile, compose, ignored] = await Promise.all(
    ['Dockerfile', 'compose.yaml', '.dockerignore'].map((name) => readFile(name, 'utf8')),
  );

  expect(dockerfile).toMatch(/^ARG NODE_IMAGE=node:26-/m);
  expect(dockerfile).toContain('npm ci --omit=dev --ignore-scripts');
  expect(dockerfile).toMatch(/^USER node$/m);
  expect(dockerfile).toMatch(/^HEALTHCHECK /m);
  expect(compose).toContain('read_only: true');
  expect(compose).toContain('no-new-privileges:true');
  expect(ignored?.split('\n')[0]).toBe('*');
  expect(ignored).not.toMatch(/^!(?:demo|test|bench|\.env)/m);
});

test('the container starts Daybook with the flags of `npm start`', async () => {
  const dockerfile = await readFile('Dockerfile', 'utf8');
  const { scripts }: { scripts: { start: string } } = JSON.parse(await readFile('package.json', 'utf8'));

  const [, command = ''] = /^CMD (\[.*\])$/m.exec(dockerfile) ?? [];

  expect(['node', ...JSON.parse(command)].join(' ')).toBe(scripts.start);
});
