import type { Language } from '../language/format.ts';
import { texts } from '../language/texts.ts';
import type { ExportRow } from './rows.ts';

/** The columns of a sheet, in order. */
export const columns = [
  'day',
  'department',
  'account',
  'store',
  'currency',
  'gross',
  'net',
  'tax',
  'sales',
  'state',
] as const satisfies readonly (keyof ExportRow)[];
export type Column = (typeof columns)[number];

/** Those that hold an amount as decimal text. */
export const amountColumns: ReadonlySet<Column> = new Set(['gross', 'net', 'tax']);

/** What stands over the columns. */
export function headings(language: Language): string[] {
  const { file } = texts(language);
  return columns.map((column) => file.columns[column]);
}

/** What stands in a cell; amounts as they are, a number of sales as a number. */
export function cellOf(row: ExportRow, column: Column, language: Language): string | number {
  const { file } = texts(language);
  if (column === 'state') return file.states[row.state];
  if (column === 'department' && row.isIgnored) return file.ignored;
  return row[column];
}
