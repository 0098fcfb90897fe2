import type { Language } from '../language/format.ts';
import { decimals } from '../turnover/money.ts';
import { amountColumns, cellOf, columns, headings } from './columns.ts';
import type { ExportRow } from './rows.ts';

/** Rows as an Excel workbook: amounts are numbers with the currency's decimals, names are text whatever they look like. */
export async function toXlsx(rows: readonly ExportRow[], language: Language): Promise<Buffer> {
  // Loaded with the first workbook: a start need not wait for it.
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const heading = headings(language).map((value) => ({ value, fontWeight: 'bold' as const }));
  const body = rows.map((row) =>
    columns.map((column) => {
      const value = cellOf(row, column, language);
      if (amountColumns.has(column)) {
        const places = decimals(row.currency);
        return {
          type: Number,
          value: Number(value),
          format: places === 0 ? '#,##0' : `#,##0.${'0'.repeat(places)}`,
        };
      }
      return typeof value === 'number' ? { type: Number, value } : { type: String, value };
    }),
  );
  return writeExcelFile([heading, ...body], { stickyRowsCount: 1 }).toBuffer();
}
