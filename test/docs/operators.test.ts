import { readFile } from 'node:fs/promises';
import { parseEnv } from 'node:util';
import { expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { createMetrics } from '../../src/metrics.ts';
import { codeIn, found, pathsIn, settingNames } from './repository.ts';
import { tableOf } from './tables.ts';

const guide = 'docs/guide-operators.md';
const paths = await pathsIn();

/** A column of a table of the guide, without the marks of code. */
async function column(name: string, ...columns: string[]): Promise<string[]> {
  const rows = await tableOf(guide, ...columns);
  return rows.map((row) => row[name]?.replaceAll('`', '') ?? '');
}

const exampleText = () => readFile('.env.example', 'utf8');

test('the example of settings and the guide name every setting, and no other', async () => {
  const settings = await settingNames();

  expect(settings.length).toBeGreaterThan(15);
  expect(found(await exampleText(), /^([A-Z][A-Z0-9_]*)=/gm)).toEqual(settings);
  expect((await column('setting', 'setting', 'default', 'what it is')).sort()).toEqual(settings);
});

test('the example of settings, as it is, changes nothing', async () => {
  expect(readConfig(parseEnv(await exampleText()))).toEqual(readConfig({}));
});

test('the guide tells the defaults', async () => {
  const rows = await tableOf(guide, 'setting', 'default', 'what it is');
  const example = parseEnv(await exampleText());

  const told = rows.map((row) => [row['setting'], row['default']].map((cell) => cell?.replaceAll('`', '')));

  expect(told).toEqual(told.map(([name = '']) => [name, example[name]?.replace(/\/$/, '') || 'none']));
});

test('the guide explains every metric of Daybook, and no other, each with its kind', async () => {
  const rows = await tableOf(guide, 'metric', 'kind', 'what it tells');
  const counted = createMetrics()
    .registry.getMetricsAsArray()
    .map(({ name, type }) => [name, String(type)]);
  const stored = found(await codeIn(paths, 'src/operations/'), /\bmeasured\('([a-z_]+)'/g);

  const there = [...counted, ...stored.map((name) => [`daybook_${name}`, 'gauge'])];

  expect(rows.map((row) => [row['metric']?.replaceAll('`', ''), row['kind']]).sort()).toEqual(there.sort());
});

test('the runbook has each alarm of the rules', async () => {
  const alarms = found(await readFile(guide, 'utf8'), /^ +- alert: (\w+)$/gm);

  expect((await column('alarm', 'alarm', 'what is wrong', 'do this')).sort()).toEqual(alarms);
});

test('the runbook has every error that the log may hold, and no other', async () => {
  const code = await codeIn(paths, 'src/', 'views/', 'commands/', 'jobs/');

  // The message is the first text in single quotes; what comes before it are fields.
  const withMessage = /\blog(?:ger)?\.(?:error|fatal)\([^';]*'([^']+)'/g;
  const calls = code.match(/\blog(?:ger)?\.(?:error|fatal)\(/g) ?? [];

  const errors = found(code, withMessage);

  expect(code.match(withMessage)).toHaveLength(calls.length);
  expect((await column('message', 'message', 'what happened', 'do this')).sort()).toEqual(errors);
});

test('what the runbook says of refused starts is said by the code', async () => {
  const code = await codeIn(paths, 'src/');
  const said = await column('it says', 'it says', 'do this');

  const parts = said.flatMap((words) => words.split('…').map((part) => part.trim()));

  expect(parts.filter((part) => !code.includes(part))).toEqual([]);
});

test('the runbook has whatever the doctor looks at', async () => {
  const code = await codeIn(paths, 'cli/doctor/');
  const told = await column('finding', 'finding', 'what it means', 'do this');

  const looked = found(code, /\bconst what = ['`]([\w' ,]+?) ?(?:['`]|\$\{)/g);

  expect(looked.length).toBeGreaterThan(6);
  expect(looked.filter((what) => !told.some((finding) => what.startsWith(finding)))).toEqual([]);
});
