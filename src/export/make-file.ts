import type { Context } from '../context.ts';
import type { Language } from '../language/format.ts';
import { spanText } from '../language/span-text.ts';
import { texts } from '../language/texts.ts';
import type { FileFormat } from '../turnover/read-question.ts';
import { spanCode } from '../turnover/span.ts';
import { toCsv } from './csv.ts';
import { type ExportInput, exportRows } from './rows.ts';
import { toXlsx } from './xlsx.ts';

/** A file with the figures of some days. */
export interface FiguresFile {
  /** With its ending. */
  name: string;
  title: string;
  bytes: Uint8Array;
  rows: number;
}

/** Writes the figures of some days into a file; undefined where there are none. */
export async function makeFile(
  context: Context,
  { format, language, ...input }: ExportInput & { format: FileFormat; language: Language },
): Promise<FiguresFile | undefined> {
  const rows = await exportRows(context, input);
  if (rows.length === 0) return undefined;
  const { file } = texts(language);
  return {
    name: `${file.name(spanCode(input).replace('..', '-'))}.${format}`,
    title: file.sheetTitle(spanText(input, language)),
    bytes: format === 'csv' ? Buffer.from(toCsv(rows, language)) : await toXlsx(rows, language),
    rows: rows.length,
  };
}
