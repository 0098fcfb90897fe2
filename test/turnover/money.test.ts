import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, amountText, decimals, sumToMinor, toMinor } from '../../src/turnover/money.ts';

describe('decimals of a currency', () => {
  test.each([
    ['JPY', 0],
    ['ISK', 0],
    ['EUR', 2],
    ['CAD', 2],
    ['KWD', 3],
    ['TND', 3],
  ])('%s has %i', (currency, places) => {
    expect(decimals(currency)).toBe(places);
  });

  test.each(['HUF', 'IDR', 'COP', 'PKR', 'RSD'])(
    '%s keeps its two by ISO 4217, though custom writes none',
    (currency) => {
      expect(decimals(currency)).toBe(2);
      expect(toMinor('99.5', currency)).toBe(9950);
    },
  );
});

describe('decimal text in minor units', () => {
  test.each([
    ['317.1', 'EUR', 31_710],
    ['0', 'EUR', 0],
    ['-0.00', 'EUR', 0],
    ['.5', 'EUR', 50],
    ['5.', 'EUR', 500],
    ['+1.00', 'EUR', 100],
    [' 1.00 ', 'EUR', 100],
    ['-34.48', 'EUR', -3_448],
    ['1080', 'JPY', 1080],
    ['1.234', 'KWD', 1234],
    ['1.1', 'KWD', 1100],
    ['1.5E+3', 'EUR', 150_000],
    ['2e-2', 'EUR', 2],
    ['-1.5e1', 'EUR', -1_500],
    ['8.95', 'EUR', 895],
    ['1.005', 'EUR', 101],
    ['1.00499999', 'EUR', 100],
    ['-1.005', 'EUR', -101],
    ['0.5', 'JPY', 1],
    ['-0.5', 'JPY', -1],
    ['0.0005', 'KWD', 1],
    ['1e-400', 'EUR', 0],
    ['90071992547409.91', 'EUR', 9_007_199_254_740_991],
  ])('%j in %s', (text, currency, minor) => {
    expect(toMinor(text, currency)).toBe(minor);
  });

  test('zero has no sign', () => {
    expect(Object.is(toMinor('-0.001', 'EUR'), 0)).toBe(true);
  });

  test.each([
    '',
    ' ',
    '.',
    '-',
    'NaN',
    '12,50',
    '1 000',
    '0x10',
    '1e',
    'e5',
    '--1',
    '€5',
    '1.2.3',
    'Infinity',
  ])('%j is no number', (text) => {
    expect(() => toMinor(text, 'EUR')).toThrow(RangeError);
  });

  test.each(['90071992547409.92', '-90071992547409.92', '1e300'])('%s cannot be exact', (text) => {
    expect(() => toMinor(text, 'EUR')).toThrow(RangeError);
  });
});

describe('sums', () => {
  test('are added exactly and rounded once', () => {
    expect(sumToMinor(['0.004', '0.004'], 'EUR')).toBe(1);
    expect(sumToMinor(['-1.5', '-2.99'], 'EUR')).toBe(-449);
    expect(sumToMinor([], 'EUR')).toBe(0);
  });

  test('refuse to lose a cent', () => {
    expect(add(Number.MAX_SAFE_INTEGER - 1, 1)).toBe(Number.MAX_SAFE_INTEGER);
    expect(() => add(Number.MAX_SAFE_INTEGER, 1)).toThrow(RangeError);
    expect(() => add(-Number.MAX_SAFE_INTEGER, -1)).toThrow(RangeError);
  });
});

const currencies = fc.constantFrom('JPY', 'EUR', 'KWD');
/** Amounts with up to six decimals, as their digits. */
const digits = fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n });
const placesOf = fc.integer({ min: 0, max: 6 });

function decimal(value: bigint, places: number): string {
  const text = (value < 0n ? -value : value).toString().padStart(places + 1, '0');
  const point = text.length - places;
  return `${value < 0n ? '-' : ''}${text.slice(0, point)}${places > 0 ? `.${text.slice(point)}` : ''}`;
}

/** value x 10^-places in units of 10^-wanted, half away from zero: twice the amount, and one half more, halved. */
function roundedByHand(value: bigint, places: number, wanted: number): bigint {
  if (places <= wanted) return value * 10n ** BigInt(wanted - places);
  const unit = 10n ** BigInt(places - wanted);
  const sign = value < 0n ? -1n : 1n;
  return (sign * (2n * sign * value + unit)) / (2n * unit);
}

describe('against whole numbers', () => {
  test('any amount is rounded half away from zero', () => {
    fc.assert(
      fc.property(digits, placesOf, currencies, (value, places, currency) => {
        const expected = roundedByHand(value, places, decimals(currency));
        fc.pre(expected >= -(2n ** 53n) + 1n && expected <= 2n ** 53n - 1n);

        expect(BigInt(toMinor(decimal(value, places), currency))).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  test('scientific notation says the same as plain text', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }),
        placesOf,
        currencies,
        (value, places, currency) => {
          expect(toMinor(`${value}e-${places}`, currency)).toBe(toMinor(decimal(value, places), currency));
        },
      ),
    );
  });

  test('a text made of minor units reads as the same units', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), currencies, (minor, currency) => {
        expect(toMinor(amountText(minor, currency), currency)).toBe(minor === 0 ? 0 : minor);
      }),
    );
  });
});
