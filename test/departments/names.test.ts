import { describe, expect, test } from 'vitest';
import { nameKey, tidyName } from '../../src/departments/name.ts';
import { suggestDepartment } from '../../src/departments/suggest.ts';

describe('the name of a department', () => {
  test('is kept trimmed, with single spaces', () => {
    expect(tidyName('  Fresh \t  Bread\n')).toBe('Fresh Bread');
  });

  test.each([
    ['case', 'BAKERY', 'bakery'],
    ['spaces', ' Fresh  bread ', 'Fresh bread'],
    ['how an accent is spelled', 'Cafe\u0301', 'Caf\u00e9'],
    ['the width of letters', '\uff22\uff41\uff4b\uff45\uff52\uff59', 'Bakery'],
  ])('is the same name whatever the %s', (_what, one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
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
    expect(suggestDepartment(store, departments)?.name).toBe(name);
  });

  test('is none where there are none', () => {
    expect(suggestDepartment('Bakery', [])).toBeUndefined();
  });
});
