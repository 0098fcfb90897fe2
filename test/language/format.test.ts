import { describe, expect, test } from 'vitest';
import {
  count,
  dayText,
  hourText,
  languageOf,
  list,
  money,
  moneyChange,
  percentChange,
  timeText,
} from '../../src/language/format.ts';

/** With plain spaces for those that do not break. */
const plainly = (text: string | undefined) => text?.replaceAll(/\u00a0|\u202f/g, ' ');

describe('money', () => {
  test.each([
    ['en', 1_851_820, 'EUR', '€18,518.20'],
    ['nl', 1_851_820, 'EUR', '€ 18.518,20'],
    ['en', -310, 'EUR', '-€3.10'],
    ['nl', -310, 'EUR', '€ -3,10'],
    ['en', 5_000_000, 'JPY', 'JP¥5,000,000'],
    ['nl', 5_000_000, 'JPY', 'JP¥ 5.000.000'],
    ['nl', 1_234, 'KWD', 'KWD 1,234'],
  ] as const)('in %s: %d minor units of %s', (language, amount, currency, text) => {
    expect(plainly(money(amount, currency, language))).toBe(text);
  });

  test('a change always has its sign, nothing has none', () => {
    expect(plainly(moneyChange(1_200, 'EUR', 'nl'))).toBe('€ +12,00');
    expect(plainly(moneyChange(-1_200, 'EUR', 'nl'))).toBe('€ -12,00');
    expect(plainly(moneyChange(0, 'EUR', 'nl'))).toBe('€ 0,00');
  });

  test('more than a float can hold is exact', () => {
    expect(plainly(money(Number.MAX_SAFE_INTEGER, 'EUR', 'nl'))).toBe('€ 90.071.992.547.409,91');
  });
});

test('counts, shares and rows of names', () => {
  expect(count(12_345, 'en')).toBe('12,345');
  expect(count(12_345, 'nl')).toBe('12.345');
  expect(percentChange(104, 100, 'nl')).toBe('+4%');
  expect(list(['Bakkerij', 'Bloemen', 'Wijn'], 'nl')).toBe('Bakkerij, Bloemen en Wijn');
});

test('days and times', () => {
  const instant = Date.parse('2026-11-11T02:04:00Z');

  expect(dayText('2026-11-10', 'nl')).toBe('di 10 nov 2026');
  expect(dayText('2026-03-10', 'nl', '2026-01-01')).toBe('di 10 mrt');
  expect(timeText(instant, 'Europe/Amsterdam', 'nl')).toBe('wo 11 nov, 03:04');
  expect(hourText(8, 'nl')).toBe('08:00');
});

test.each([
  ['nl-NL', 'nl'],
  ['nl-BE', 'nl'],
  ['NL', 'nl'],
  ['en-US', 'en'],
  ['fr-FR', undefined],
  ['nlx', undefined],
  ['', undefined],
  [null, undefined],
])('the locale %s is read as %s', (locale, language) => {
  expect(languageOf(locale)).toBe(language);
});
