import type { Judged } from './judge.ts';

const digits = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

/** The rows as lines of a table in plain text. */
export function tableOf(rows: readonly Judged[]): string {
  const lines = [['what', 'median', 'floor', 'ratio', 'target', 'met', 'runs'], ...rows.map(cells)];
  const widths =
    lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  return lines
    .map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .join('\n');
}

function cells({ name, unit, value, floor, ratio, target, isMet, runs }: Judged): string[] {
  return [
    name,
    `${digits.format(value)} ${unit}`,
    floor ? `${digits.format(floor.value)} ${unit} (${floor.name})` : '',
    ratio === null ? '' : `${digits.format(ratio)}x`,
    target ?? '',
    isMet === null ? '' : isMet ? 'yes' : 'NO',
    String(runs),
  ];
}
