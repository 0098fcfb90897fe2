import fc from 'fast-check';
import { expect, test } from 'vitest';
import { namedCurrency, readAmount } from '../../src/turnover/read-amount.ts';

test.each([
  ['4210.50', 421_050],
  ['4.210,50', 421_050],
  ['4,210.50', 421_050],
  ['4 210,50', 421_050],
  ['4\u00a0210,50', 421_050],
  ['4’210.50', 421_050],
  ['1.234.567', 123_456_700],
  ['€ 12', 1_200],
  ['12 €', 1_200],
  ['EUR 12,5', 1_250],
  ['12.5 eur', 1_250],
  ['€ 12,-', 1_200],
  ['-€ 12.10', -1_210],
  ['€ -12.10', -1_210],
  ['−12,10', -1_210],
  ['.5', 50],
  ['0', 0],
  ['0042', 4_200],
])('“%s” is that amount in euros', (typed, minor) => {
  expect(readAmount(typed, 'EUR')).toEqual({ kind: 'amount', minor });
});

test.each([
  ['1.234', ['1234', '1.234']],
  ['1,234', ['1234', '1.234']],
  ['-12.345', ['-12345', '-12.345']],
  ['€ 1.000', ['1000', '1.000']],
])('“%s” may be thousands or decimals, so it is not guessed', (typed, readings) => {
  expect(readAmount(typed, 'EUR')).toEqual({ kind: 'ambiguous', readings });
});

test.each([
  '',
  ' ',
  '€',
  'twelve',
  '12.345,678',
  '1,23,456',
  '0.123',
  '12.',
  '1 2',
  '$ 12',
  '12 usd',
  '--12',
  '1e5',
  '9'.repeat(30),
])('“%s” is no amount in euros', (typed) => {
  expect(readAmount(typed, 'EUR')).toEqual({ kind: 'unreadable' });
});

test('a currency without decimals has no decimals to mistake for thousands', () => {
  expect(readAmount('1.234', 'JPY')).toEqual({ kind: 'amount', minor: 1_234 });
  expect(readAmount('¥1,234', 'JPY')).toEqual({ kind: 'amount', minor: 1_234 });
  expect(readAmount('12.5', 'JPY')).toEqual({ kind: 'unreadable' });
});

test('a currency with three decimals is read with them', () => {
  expect(readAmount('1234.567', 'KWD')).toEqual({ kind: 'amount', minor: 1_234_567 });
  expect(readAmount('1.234', 'KWD')).toEqual({ kind: 'ambiguous', readings: ['1234', '1.234'] });
});

test('however an amount with its decimals is marked, it is read back to the cent', () => {
  const marks = fc.constantFrom(['.', ','], [',', '.'], ['', '.'], ['', ','], [' ', ','], ["'", '.']);

  fc.assert(
    fc.property(
      fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }),
      marks,
      (minor, [group = '', point = '']) => {
        const digits = String(Math.abs(minor)).padStart(3, '0');
        const whole = digits.slice(0, -2).replaceAll(/\B(?=(\d{3})+$)/g, group);
        const typed = `${minor < 0 ? '-' : ''}${whole}${point}${digits.slice(-2)}`;

        expect(readAmount(typed, 'EUR')).toEqual({ kind: 'amount', minor: minor === 0 ? 0 : minor });
      },
    ),
  );
});

test('a currency named before or after an amount is found', () => {
  expect(namedCurrency('EUR 12')).toBe('EUR');
  expect(namedCurrency('12.50 cad')).toBe('CAD');
  expect(namedCurrency('12.50')).toBeUndefined();
  expect(namedCurrency('euros')).toBeUndefined();
});
