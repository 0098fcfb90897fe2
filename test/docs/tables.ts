import { readFile } from 'node:fs/promises';

/** The rows of the table of a page that has these columns, each by the names of its columns. */
export async function tableOf(page: string, ...columns: string[]): Promise<Record<string, string>[]> {
  const lines = (await readFile(page, 'utf8')).split('\n');
  const head = lines.findIndex((line) => cellsOf(line).join('|') === columns.join('|'));
  if (head === -1) throw new Error(`${page} has no table with the columns ${columns.join(', ')}`);
  const rows: Record<string, string>[] = [];
  // Below the head is the line that makes it a table.
  for (const line of lines.slice(head + 2)) {
    if (!line.startsWith('|')) break;
    rows.push(Object.fromEntries(cellsOf(line).map((cell, index) => [columns[index] ?? '', cell])));
  }
  return rows;
}

function cellsOf(line: string): string[] {
  return line.startsWith('|')
    ? line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim())
    : [];
}
