import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { explain } from '../../cli/explain.ts';
import { createProgram } from '../../cli/program.ts';
import { daybook } from './daybook.ts';

/** Nothing answers there, and nobody should have asked. */
const nowhere = { MONGODB_URI: 'mongodb://127.0.0.1:9/none' };

/** Every command and command of a command, by how it is typed. */
function typed(): string[][] {
  return createProgram().commands.flatMap((command) => [
    [command.name()],
    ...command.commands.map((below) => [command.name(), below.name()]),
  ]);
}

describe('help', () => {
  test('of daybook has examples, the exit codes, and every command', async () => {
    const { code, out } = await daybook({}, '--help');

    expect(code).toBe(0);
    expect(out).toContain('Examples:\n  daybook doctor');
    expect(out).toContain('Exit codes: 0 done, 1 failed, 2 typed wrong.');
    for (const [name = ''] of typed()) expect(out).toContain(`\n  ${name}`);
  });

  test.each(typed().filter(([name]) => name !== 'demo-data'))('of %s %s has examples', (...words) => {
    const names = words.filter((word) => typeof word === 'string');
    const command = names.reduce((above, name) => {
      const below = above.commands.find((each) => each.name() === name);
      if (!below) throw new Error(`there is no ${name}`);
      return below;
    }, createProgram());
    let help = '';
    command.configureOutput({
      writeOut: (text) => {
        help += text;
      },
    });

    command.outputHelp();

    const isGroup = names.join(' ') === 'keys';
    expect(help.includes(`Examples:\n  daybook ${names.join(' ')}`)).toBe(!isGroup);
  });
});

test('what every command prints for programs is described', async () => {
  const page = await readFile('docs/command-line.md', 'utf8');
  const forPrograms = createProgram()
    .commands.flatMap((command) => [command, ...command.commands])
    .filter((command) => command.options.some(({ long }) => long === '--json'))
    .map((command) =>
      command.parent?.parent ? `${command.parent.name()} ${command.name()}` : command.name(),
    );

  expect(forPrograms.length).toBeGreaterThan(5);
  expect(forPrograms.filter((name) => !page.includes(`\`daybook ${name}\``))).toEqual([]);
});

describe('what is typed wrong ends with 2, and says how it is meant', () => {
  test.each([
    [['nigth'], "unknown command 'nigth'", '(Did you mean night?)'],
    [['export', '--from', '2024-05-01'], "required option '--to <day>'", '--help'],
    [['keys'], 'Usage: daybook keys', 'rotate'],
    [
      ['import', '--day', 'yesterday'],
      '"yesterday" is no day; write it like 2024-05-01.',
      'Nothing was done',
    ],
  ])('%j', async (args, what, next) => {
    const { code, out, err } = await daybook(nowhere, ...args);

    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(what);
    expect(err).toContain(next);
  });

  test.each([
    [['import', '--day', '2024-05-02', '--to', '2024-05-01'], '--to is before --day.'],
    [['digest', '--day', '2999-01-01'], 'not over yet'],
    [['export', '--from', '2024-05-02', '--to', '2024-05-01'], '--to is before --from.'],
    [['export', '--from', '2024-05-01', '--to', '2024-05-02', '--format', 'pdf'], 'csv or xlsx'],
    [['export', '--from', '2024-05-01', '--to', '2024-05-02', '--json'], '--out'],
    [['night', '--as-of', 'noon'], '"noon" is no instant'],
    [['tally', 'sales.json', '--series', 'z'], '--series is r or x.'],
    [['manifest', '--url', 'ftp://shops.test'], '--url https://...'],
  ])('%j', async (args, what) => {
    const error: unknown = await createProgram()
      .parseAsync(args, { from: 'user' })
      .catch((reason: unknown) => reason);

    const { code, text } = explain(error);

    expect(code).toBe(2);
    expect(text).toContain(what);
    expect(text).toContain('Nothing was done.');
  });
});

describe('what fails ends with 1, in words', () => {
  test('a file that is not there, and one that holds no JSON', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'daybook-cli-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const broken = join(folder, 'broken.json');
    await writeFile(broken, '{"account":');

    const absent = await daybook({}, 'tally', join(folder, 'none.json'));
    const unread = await daybook({}, 'tally', broken);

    expect(absent).toMatchObject({ code: 1, out: '', err: expect.stringContaining('there is no such file') });
    expect(unread).toMatchObject({ code: 1, out: '', err: expect.stringContaining('it is no JSON') });
    for (const { err } of [absent, unread]) {
      expect(err).toContain('Nothing was changed. Next:');
      expect(err).not.toContain('at ');
    }
  });

  test('a stack is shown to who asks for one', async () => {
    const { code, err } = await daybook({ LOG_LEVEL: 'debug' }, 'tally', 'none.json');

    expect(code).toBe(1);
    expect(err).toMatch(/^ +at /m);
    expect(err).toContain('because of Error: ENOENT');
  });

  test('no password is shown, with a stack or without', () => {
    const error = new Error('no answer from mongodb://daybook:s3cret@shops.test/daybook');

    const texts = [explain(error), explain(error, { isTraced: true })].map(({ text }) => text);

    for (const text of texts) {
      expect(text).toContain('shops.test');
      expect(text).not.toContain('s3cret');
    }
  });
});
