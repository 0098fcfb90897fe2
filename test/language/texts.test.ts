import { expect, test } from 'vitest';
import { languages } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { type Leaf, leavesOf, said, samplesFor } from './support/leaves.ts';

const english = new Map(leavesOf(texts('en')).map((leaf) => [leaf.path, leaf]));
const others = languages.filter((language) => language !== 'en');

/** Names, and words that are the same in other languages. */
const sameEverywhere = new Set(
  'account csv daybook english excel help nederlands product series status week'.split(' '),
);

test.each(others)('every text is translated: %s', (language) => {
  const same = leavesOf(texts(language)).filter((leaf) => said(leaf) === said(inEnglish(leaf)));

  const forgotten = same.filter((leaf) => wordsOf(leaf).some((word) => !sameEverywhere.has(word)));

  expect(forgotten.map((leaf) => `${leaf.path}: ${said(leaf)}`)).toEqual([]);
});

test.each(others)('every text tells all that its English one tells: %s', (language) => {
  const lost = leavesOf(texts(language)).flatMap((leaf) =>
    samplesFor(leaf)
      .filter((value) => typeof value === 'string')
      .filter((value) => value.startsWith('VALUE'))
      .filter((value) => `${said(inEnglish(leaf), samplesFor(inEnglish(leaf)))}`.includes(value))
      .filter((value) => !`${said(leaf)}`.includes(value))
      .map((value) => `${leaf.path} without ${value}: ${said(leaf)}`),
  );

  expect(lost).toEqual([]);
});

test.each(languages)('every text says something, and shows no machinery: %s', (language) => {
  for (const leaf of leavesOf(texts(language))) {
    for (const text of [said(leaf), saidOf(leaf, 1), saidOf(leaf, 2)]) {
      expect(typeof text, leaf.path).toBe('string');
      expect(`${text}`.trim(), leaf.path).not.toBe('');
      expect(`${text}`, leaf.path).not.toMatch(/undefined|NaN|\[object|=>| {2}|\s$/);
    }
  }
});

test.each(others)('what English puts in the plural is put in it too: %s', (language) => {
  const inPlural = leavesOf(texts(language)).filter((leaf) => hasPlural(inEnglish(leaf)));

  const without = inPlural.filter((leaf) => !hasPlural(leaf));

  expect(inPlural.length).toBeGreaterThan(5);
  expect(without.map(({ path }) => path)).toEqual([]);
});

/** Slack cuts a modal's title at 24 characters, and these are titles of modals. */
const noModal = /^(?:digest|dayLog|help|consent|status)\.|[Qq]uestion/;

test.each(languages)('the title of a modal is short enough: %s', (language) => {
  const titles = leavesOf(texts(language)).filter(
    ({ path, text }) =>
      /\.title$|\.\w+Title$/.test(path) &&
      typeof text === 'string' &&
      !/^\*/.test(text) &&
      !noModal.test(path),
  );

  const long = titles.filter((leaf) => `${said(leaf)}`.length > 24);

  expect(titles.length).toBeGreaterThan(5);
  expect(long.map((leaf) => `${leaf.path}: ${said(leaf)}`)).toEqual([]);
});

function inEnglish({ path }: Leaf): Leaf {
  const leaf = english.get(path);
  if (!leaf) throw new Error(`${path} is not there in English`);
  return leaf;
}

/** The words of a text, without the values in it and without the names of emoji. */
function wordsOf(leaf: Leaf): string[] {
  const text = `${said(leaf)}`.replaceAll(/VALUE\d|:\w+:/g, '');
  return text.toLowerCase().match(/\p{Letter}{3,}/gu) ?? [];
}

/** Whether one is told in other words than two. */
function hasPlural(leaf: Leaf): boolean {
  return saidOf(leaf, 1) !== saidOf(leaf, 2);
}

/** A text with a number for each of its values, which is then masked. */
function saidOf(leaf: Leaf, number: number): string {
  const values = samplesFor(leaf).map((value) =>
    typeof value === 'string' && value.startsWith('VALUE') ? number : value,
  );
  return `${said(leaf, values)}`.replaceAll(`${number}`, '#');
}
