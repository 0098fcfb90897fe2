import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameKey, nameProblem, tidyName } from '../../src/departments/name.ts';
import { suggester } from '../../src/departments/suggest.ts';

describe('the name of a department', () => {
  test('is kept trimmed, with single spaces', () => {
    expect(tidyName('  Fresh \t  Bread\n')).toBe('Fresh Bread');
  });

  test.each([
    ['case', 'BAKERY', 'bakery'],
    ['spaces', ' Fresh  bread ', 'Fresh bread'],
    ['how an accent is spelled', 'Cafe\u0301', 'Caf\u00e9'],
    ['the width of letters', '\uff22\uff41\uff4b\uff45\uff52\uff59', 'Bakery'],
    ['the case of a sharp s', 'STRASSE', 'Stra\u00dfe'],
    ['where a sigma stands', '\u039f\u0394\u039f\u03a3', '\u03bf\u03b4\u03bf\u03c2'],
    ['what cannot be seen in it', 'Bak\u200bery\ufe0f', 'Bakery'],
  ])('is the same name whatever the %s', (_what, one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  test('is the same name in plain letters with or without what cannot be seen', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        expect(nameKey(`${name}\u200b`)).toBe(nameKey(name));
      }),
    );
  });

  test('keeps its emoji, and nothing that turns or breaks the text around it', () => {
    expect(tidyName('\u202eBread \u{1f956}\u0007 & \u{1f469}\u200d\u{1f373}')).toBe(
      'Bread \u{1f956} & \u{1f469}\u200d\u{1f373}',
    );
  });

  test.each([
    ['sixty letters', 'x'.repeat(60), undefined],
    ['sixty-one letters', 'x'.repeat(61), 'too-long'],
    ['sixty flags', '\u{1f1f3}\u{1f1f1}'.repeat(60), undefined],
    ['sixty letters with accents of their own', 'e\u0302\u0301'.repeat(60), undefined],
    ['sixty letters with a dozen accents each', `e${'\u0301'.repeat(12)}`.repeat(60), 'too-long'],
    ['nothing', '', 'missing'],
    ['spaces', ' \u00a0\t', 'missing'],
    ['only what cannot be seen', '\u200b\u2060\ufe0f', 'missing'],
    ['one emoji', '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}', undefined],
  ])('of %s is taken or refused', (_what, name, problem) => {
    expect(nameProblem(name)).toBe(problem);
  });

  test('is another name with another accent', () => {
    expect(nameKey('Caf\u00e9')).not.toBe(nameKey('Cafe'));
  });
});

describe('the department that a store’s name suggests', () => {
  const departments = ['Bakery', 'Bakery North', 'Flowers', 'Wine & Cheese'].map((name) => ({
    name,
    key: nameKey(name),
  }));

  test.each([
    ['the same name', 'BAKERY', 'Bakery'],
    ['the same name before parts of it', 'bakery north', 'Bakery North'],
    ['a whole word of it', 'Flowers Rotterdam', 'Flowers'],
    ['a word of the department', 'Cheese', 'Wine & Cheese'],
    ['whatever stands between words', 'Shop: wine/cheese', 'Wine & Cheese'],
    ['none that is only part of a word', 'Sunflowerseeds', undefined],
    ['none where two would do', 'Bakery North Pole', undefined],
    ['none at all', 'Amsterdam', undefined],
  ])('%s: %s', (_what, store, name) => {
    expect(suggester(departments)(store)?.name).toBe(name);
  });

  test('is none where there are none', () => {
    expect(suggester([])('Bakery')).toBeUndefined();
  });
});
