import type { ExportRow } from './rows.ts';

/** The columns of a sheet, in order, with their headings. */
export const columns: readonly { key: keyof ExportRow; heading: string }[] = [
  { key: 'day', heading: 'Day' },
  { key: 'department', heading: 'Department' },
  { key: 'account', heading: 'Account' },
  { key: 'store', heading: 'Store' },
  { key: 'currency', heading: 'Currency' },
  { key: 'gross', heading: 'Turnover incl. VAT' },
  { key: 'net', heading: 'Turnover excl. VAT' },
  { key: 'tax', heading: 'VAT' },
  { key: 'sales', heading: 'Sales' },
  { key: 'state', heading: 'State' },
];
