import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { codeIn, pathsIn } from './repository.ts';

const english = (await codeIn(await pathsIn(), 'src/language/en')).replaceAll('\\`', '').replaceAll('’', "'");

/** The words in italics that Daybook says nowhere in English; numbers and dots stand for what differs. */
function unsaid(text: string): string[] {
  return [...text.matchAll(/(?<![\w/])_([^_\n]+)_(?!\w)/g)]
    .map(([, words = '']) => words)
    .filter((words) => words.split(/…|\d+/).some((part) => !english.includes(part.trim())));
}

test('what the managers’ guide puts in italics is what Daybook says', async () => {
  const guide = await readFile('docs/guide-managers.md', 'utf8');

  expect(unsaid(guide)).toEqual([]);
});

test('a button that is called otherwise is noticed', () => {
  expect(unsaid('Press _Reconcile…_, then _Press here_: _2 of 3 stores in_')).toEqual(['Press here']);
});
