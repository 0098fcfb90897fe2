import { stringify } from 'csv-stringify/sync';
import { columns } from './columns.ts';
import type { ExportRow } from './rows.ts';

/** Rows as CSV with a byte-order mark, as Excel wants it; a name that looks like a formula stays text. */
export function toCsv(rows: readonly ExportRow[]): string {
  return stringify([...rows], {
    header: true,
    bom: true,
    // Only names can be formulas; amounts may begin with a minus.
    columns: columns.map(({ key, heading }) => ({ key, header: heading })),
    cast: { string: (value) => (/^[=+@\t\r]|^-(?!\d)/.test(value) ? `'${value}` : value) },
  });
}
