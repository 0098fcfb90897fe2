import { stringify } from 'csv-stringify/sync';
import type { Language } from '../language/format.ts';
import { amountColumns, type Column, cellOf, columns, headings } from './columns.ts';
import type { ExportRow } from './rows.ts';

/** As the Excel of each language reads a file without asking: the Dutch one takes a comma for a decimal mark. */
export const marks: Record<Language, { delimiter: string; decimal: string }> = {
  en: { delimiter: ',', decimal: '.' },
  nl: { delimiter: ';', decimal: ',' },
};

/** Rows as CSV with a byte-order mark, as Excel wants it; a name that looks like a formula stays text. */
export function toCsv(rows: readonly ExportRow[], language: Language): string {
  const { delimiter, decimal } = marks[language];
  const cell = (row: ExportRow, column: Column) => {
    const value = cellOf(row, column, language);
    if (amountColumns.has(column)) return String(value).replace('.', decimal);
    return typeof value === 'string' ? asCell(value) : value;
  };
  const lines = [headings(language), ...rows.map((row) => columns.map((column) => cell(row, column)))];
  return stringify(lines, { bom: true, delimiter });
}

/** A name that every program for sheets takes for text, whatever it begins with; amounts may begin with a minus and are none. */
export function asCell(value: string): string {
  return /^[\s\u200b\ufeff]*[=+\-@＝＋－＠\t\r\n]/.test(value) ? `'${value}` : value;
}
