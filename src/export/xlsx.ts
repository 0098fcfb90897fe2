import writeExcelFile from 'write-excel-file/node';
import { decimals } from '../turnover/money.ts';
import { columns } from './columns.ts';
import type { ExportRow } from './rows.ts';

/** Rows as an Excel workbook: amounts are numbers with the currency's decimals, names are text whatever they look like. */
export async function toXlsx(rows: readonly ExportRow[]): Promise<Buffer> {
  const heading = columns.map((column) => ({ value: column.heading, fontWeight: 'bold' as const }));
  const body = rows.map((row) =>
    columns.map(({ key }) => {
      const value = row[key];
      if (key === 'gross' || key === 'net' || key === 'tax') {
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
