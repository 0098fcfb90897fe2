import { describe, expect, test } from 'vitest';
import { readCsv, textOf } from '../../src/targets/file/read-csv.ts';
import { mostLines, readTargetsFile } from '../../src/targets/file/read-targets-file.ts';
import { readWhen } from '../../src/targets/file/read-when.ts';
import { templateOf } from '../../src/targets/file/template.ts';
import { emptyWeek } from '../../src/targets/target.ts';

const departments = ['Bakery', 'Fish & Chips', 'Café; bar', '=Sum', 'Mei', 'Café'].map((name, index) => ({
  _id: `d${index}`,
  name,
}));
const read = (text: string) => readTargetsFile(text, { departments, currency: 'EUR' });

describe('a CSV file', () => {
  test.each([
    ['semicolons', 'a;b;c\r\nd;"e;f";g\r\n'],
    ['commas', 'a,b,c\nd,"e;f",g'],
    ['tabs', 'a\tb\tc\nd\te;f\tg\n'],
    ['a named delimiter and a mark at the start', '\uFEFFsep=|\na|b|c\nd|e;f|g\n'],
  ])('with %s is read', (_what, text) => {
    expect(readCsv(text).map(({ cells }) => cells)).toEqual([
      ['a', 'b', 'c'],
      ['d', 'e;f', 'g'],
    ]);
  });

  test('counts lines as an editor does, also where a cell has several or a row is empty', () => {
    const rows = readCsv('a;"x\ny";1\n;;\n\nb;"q""q";2');

    expect(rows).toEqual([
      { line: 1, cells: ['a', 'x\ny', '1'] },
      { line: 5, cells: ['b', 'q"q', '2'] },
    ]);
  });

  test('of an old Excel is read with its accents', () => {
    expect(textOf(new Uint8Array([0x43, 0x61, 0x66, 0xe9]))).toBe('Café');
    expect(textOf(new TextEncoder().encode('Café'))).toBe('Café');
  });
});

test.each([
  ['Monday', { weekday: 1 }],
  ['mon', { weekday: 1 }],
  ['ZONDAG', { weekday: 7 }],
  ['wo', { weekday: 3 }],
  ['2025-12-24', { day: '2025-12-24' }],
  ['24-12-2025', { day: '2025-12-24' }],
  ['4/7/2025', { day: '2025-07-04' }],
  ['12/24/2025', undefined],
  ['2025-02-29', undefined],
  ['', undefined],
  ['m', undefined],
])('"%s" stands for %o', (typed, when) => {
  expect(readWhen(typed)).toEqual(when);
});

describe('a file of targets', () => {
  test('is read with or without a heading; names by the whole of them, whatever their case', () => {
    const rows = 'bakery;Mon;4210.50\nCAFÉ; BAR;x\n';

    expect(read(`Department;When;Amount\n${rows.split('\n')[0]}\n`)).toEqual({
      kind: 'targets',
      targets: [{ departmentId: 'd0', weekdays: new Map([[1, 421_050]]), days: new Map() }],
    });
    expect(read('Bake;Mon;5')).toMatchObject({
      kind: 'errors',
      errors: [{ line: 1, kind: 'department', near: ['Bakery'] }],
    });
  });

  test('of a heading alone is empty', () => {
    expect(read('department;weekday or date;amount\n')).toEqual({ kind: 'empty' });
    expect(read('')).toEqual({ kind: 'empty' });
  });

  test('an amount with a comma is read in quotes, and asked for them without', () => {
    expect(read('Bakery,Mon,"4210,50"')).toMatchObject({ kind: 'targets' });
    expect(read('Bakery,Mon,4210,50')).toMatchObject({ errors: [{ kind: 'columns', found: 4 }] });
  });

  test('a first line with a mistake is told, and not taken for a heading', () => {
    expect(read('Bakery;Mon;much\n')).toMatchObject({ errors: [{ line: 1, kind: 'amount' }] });
  });

  test.each(['en', 'nl'] as const)('that Daybook wrote is read back as it was: %s', (language) => {
    const week = [421_050, null, 100_000, null, null, null, 7];
    const list = departments.map(({ _id, name }, index) => ({
      departmentId: _id,
      name,
      week: index === 0 ? week : emptyWeek,
      currency: index === 0 ? 'EUR' : null,
      vat: index === 0 ? ('excl' as const) : null,
      later: [],
      days: 0,
      lastSet: null,
    }));

    const reading = read(templateOf({ departments: list }, { language, vat: 'excl' }));

    if (reading.kind !== 'targets') throw new Error(JSON.stringify(reading));
    expect(reading.targets.map(({ departmentId }) => departmentId)).toEqual([
      'd0',
      'd1',
      'd2',
      'd3',
      'd4',
      'd5',
    ]);
    expect([...(reading.targets[0]?.weekdays.values() ?? [])]).toEqual(week);
  });

  test('that Daybook wrote holds no amount that was set the other way round', () => {
    const week = [421_050, null, null, null, null, null, null];
    const bakery = {
      departmentId: 'd0',
      name: 'Bakery',
      week,
      currency: 'EUR',
      later: [],
      days: 0,
      lastSet: null,
    };

    const file = templateOf({ departments: [{ ...bakery, vat: 'incl' }] }, { language: 'en', vat: 'excl' });

    expect(file).toContain('Bakery,Monday,\n');
    expect(file).not.toContain('4210');
  });

  test.each([
    ['UTF-16 of Excel, low byte first', [0xff, 0xfe], (code: number) => [code & 255, code >> 8]],
    ['UTF-16, high byte first', [0xfe, 0xff], (code: number) => [code >> 8, code & 255]],
  ])('in %s is read', (_what, mark, pair) => {
    const text = 'Caf\u00e9\tdi\t5';
    const bytes = [...mark, ...[...text].flatMap((letter) => pair(letter.charCodeAt(0)))];

    expect(read(textOf(new Uint8Array(bytes)))).toMatchObject({
      targets: [{ departmentId: 'd5', weekdays: new Map([[2, 500]]) }],
    });
  });

  test('of the most lines and departments, all of them wrong, takes no longer than a person waits', () => {
    const many = Array.from({ length: 150 }, (_, number) => ({
      _id: `d${number}`,
      name: `Bakkerij nummer ${number}`,
    }));
    const rows = Array.from({ length: mostLines }, (_, line) => `Bakerij numer ${line};ma;5`).join('\n');
    const began = performance.now();

    const reading = readTargetsFile(rows, { departments: many, currency: 'EUR' });

    expect(reading).toMatchObject({ kind: 'errors' });
    expect(performance.now() - began).toBeLessThan(1_500);
  });
});
