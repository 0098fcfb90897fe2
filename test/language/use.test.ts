import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { texts } from '../../src/language/texts.ts';
import { leavesOf } from './support/leaves.ts';

const root = join(import.meta.dirname, '../..');
/** The texts themselves: `en-days.ts`, `nl.ts`. */
const texted = /^src[/\\]language[/\\](?:en|nl)[-.]/;

/** The code of Daybook outside its texts, without comments. */
async function code(...folders: string[]): Promise<{ path: string; source: string }[]> {
  const files = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(join(root, folder), { recursive: true })).map((name) => join(folder, name)),
    ),
  );
  const own = files.flat().filter((path) => path.endsWith('.ts') && !texted.test(path));
  return Promise.all(
    own.map(async (path) => ({ path, source: withoutComments(await readFile(join(root, path), 'utf8')) })),
  );
}

function withoutComments(source: string): string {
  return source.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}

test('every text is used somewhere', async () => {
  const sources = await code('src', 'views', 'commands', 'jobs');

  const unused = leavesOf(texts('en'))
    .map(({ path }) => path)
    .filter((path) => !sources.some(({ source }) => uses(source, path.split('.'))));

  expect(unused).toEqual([]);
});

/** Whether a source names the surface and the text, or picks one of a group of texts by a value. */
function uses(source: string, path: string[]): boolean {
  const [surface = '', ...rest] = path;
  const leaf = path.at(-1) ?? '';
  if (!new RegExp(`\\b${surface}\\b`).test(source)) return false;
  const picks = (group: string, marks: string) => new RegExp(`\\b${group}(?:${marks})`).test(source);
  return (
    picks(surface, '\\[') ||
    new RegExp(`\\.${leaf}\\b|\\{[^{}]*\\b${leaf}\\b[^{}]*\\} =`).test(source) ||
    // `say.why[name]`, `const words: Record<string, string> = say.mend;`, `Object.values(say.lines)`
    rest.slice(0, -1).some((group) => picks(group, '\\[|[;,)]'))
  );
}

/** A string or template: what it says, without the values in it. */
const literal = /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g;

/** What only an operator or a developer reads: logs, errors and the like. */
const notForPeople = /(?:\b(?:logger|log)\.\w+\([^;]*|Error\([^;]*|super\([^;]*|<!doctype[\s\S]*)$/;

/** The page of the jobs is the operator's, as the command line is: in English. */
const forOperators = /^jobs[/\\](?:dashboard|sign-in-page)\.ts$/;

test('no sentence that people read stands outside the texts', async () => {
  const sources = (await code('views', 'commands', 'jobs')).filter(({ path }) => !forOperators.test(path));

  const found = sources.flatMap(({ path, source }) =>
    [...source.matchAll(literal)]
      .map((match) => ({
        match,
        words: (match[1] ?? match[2] ?? match[3] ?? '').replaceAll(/\$\{[^}]*\}/g, ''),
      }))
      .filter(({ words }) => isSentence(words) && !words.startsWith('<!doctype'))
      .filter(({ match }) => !notForPeople.test(source.slice(Math.max(0, match.index - 200), match.index)))
      .map(({ words }) => `${path}: ${words}`),
  );

  expect(found).toEqual([]);
});

/** Two words in a row, or one word with a capital as on a button. */
function isSentence(words: string): boolean {
  return /\p{Letter}{2,} \p{Letter}{2,}/u.test(words) || /^\p{Lu}\p{Ll}{2,}[….!?]?$/u.test(words);
}

/** Where the language of the workspace is meant: what stands in a channel, its setting, and who nobody knows better. */
const forChannels = [
  'views/answering.ts',
  'views/views.ts',
  'views/range/ask.ts',
  'views/settings/channel-listeners.ts',
];

/** Who is told here is in no workspace of ours, so Slack does not say which language they read. */
const unknownReaders = ['views/install/strangers.ts'];

test('no surface picks a language by itself', async () => {
  const sources = await code('views', 'commands', 'jobs');

  const fixed = sources.filter(({ source }) => /texts\('|[,(] ?'(?:en|nl)'\)/.test(source));
  const workspaces = sources.filter(({ source }) => /workspace\.language\b/.test(source));

  expect(fixed.map(({ path }) => path)).toEqual(unknownReaders);
  expect(workspaces.map(({ path }) => path).filter((path) => !forChannels.includes(path))).toEqual([]);
});
