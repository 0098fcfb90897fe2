/** A row of a CSV file, and the line on which it begins, from 1. */
export interface CsvRow {
  line: number;
  cells: string[];
}

/** In the order in which they are believed where a line has several: an amount may hold a comma. */
const delimiters = [';', '\t', ','] as const;

/** The text of a file that Excel or anybody else wrote: UTF-16 that says so, UTF-8, else the code page of Windows in western Europe. */
export function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/**
 * The rows of a CSV file (RFC 4180, or with semicolons or tabs), cells trimmed; empty rows are left out, and so is the line
 * with which Excel names the delimiter.
 */
export function readCsv(text: string): CsvRow[] {
  const plain = text.replace(/^\uFEFF/, '');
  const named = /^sep=(.)\r?\n/i.exec(plain);
  const rows = split(plain, named?.[1] ?? delimiterOf(plain));
  return rows.slice(named ? 1 : 0).filter(({ cells }) => cells.some((cell) => cell !== ''));
}

function delimiterOf(text: string): string {
  const [first = ''] = text.split('\n').filter((line) => line.trim() !== '');
  return delimiters.find((delimiter) => first.includes(delimiter)) ?? ',';
}

function split(text: string, delimiter: string): CsvRow[] {
  const rows: CsvRow[] = [];
  let row: CsvRow = { line: 1, cells: [] };
  let cell = '';
  let isQuoted = false;
  let line = 1;
  const endCell = () => {
    row.cells.push(cell.trim());
    cell = '';
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = { line, cells: [] };
  };
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    if (letter === '\n') line += 1;
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') {
        cell += letter;
        at += 1;
      } else isQuoted = false;
    } else if (letter === '"' && cell.trim() === '') {
      isQuoted = true;
      cell = '';
    } else if (letter === delimiter) endCell();
    else if (letter === '\n') endRow();
    else if (letter !== '\r') cell += letter;
  }
  endRow();
  return rows;
}
