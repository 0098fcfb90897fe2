import { expect, test } from 'vitest';
import { toCsv } from '../../src/export/csv.ts';
import type { ExportRow } from '../../src/export/rows.ts';

const formulas = [
  '=HYPERLINK("http://x","y")',
  '+1+1',
  '-1+cmd|calc!A0',
  '-2',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  ' =1',
  '\u200b=1',
  '＝1',
  '\n-1',
];

const row = (name: string): ExportRow => ({
  day: '2025-11-12',
  department: name,
  account: name,
  store: name,
  currency: 'EUR',
  gross: '-12.10',
  net: '-10.00',
  tax: '-2.10',
  sales: 1,
  state: 'final',
  isIgnored: false,
});

test.each(formulas)('a name is no formula in a CSV: %j', (name) => {
  const csv = toCsv([row(name)], 'en');

  expect(csv.split(`'${name.replaceAll('"', '""')}`)).toHaveLength(4);
  expect(csv).toContain(',-12.10,-10.00,-2.10,');
});

test('amounts below zero stay amounts, names that are none stay as they are', () => {
  expect(toCsv([row('Bakery - 1')], 'nl')).toContain(
    ';Bakery - 1;Bakery - 1;Bakery - 1;EUR;-12,10;-10,00;-2,10;',
  );
});
