import { nameKey } from '../../departments/name.ts';
import { matchName } from '../../turnover/near-names.ts';
import { readAmount } from '../../turnover/read-amount.ts';
import type { Named } from '../../turnover/read-question.ts';
import type { Day } from '../../turnover/trading-day.ts';
import { type CsvRow, readCsv } from './read-csv.ts';
import { readWhen, type When } from './read-when.ts';

/** What is wrong with a line of the file, from 1. */
export type LineError = { line: number } & (
  | { kind: 'columns'; found: number }
  | { kind: 'department'; typed: string; near: string[] }
  | { kind: 'when'; typed: string }
  | { kind: 'amount'; typed: string }
  | { kind: 'ambiguous'; typed: string; readings: [string, string] }
  /** The same is said on an earlier line. */
  | { kind: 'twice'; earlier: number }
);

/** What a file says of one department; null where nothing is to be expected. */
export interface FileTargets {
  departmentId: string;
  /** By weekday, 1 Monday to 7 Sunday. */
  weekdays: Map<number, number | null>;
  days: Map<Day, number | null>;
}

export type FileReading =
  | { kind: 'targets'; targets: FileTargets[] }
  | { kind: 'errors'; errors: LineError[] }
  /** No line but a heading. */
  | { kind: 'empty' }
  | { kind: 'too-many'; most: number };

/** The most lines of a file. */
export const mostLines = 5_000;

/** For so many names that are none it is looked for what was meant: that takes its time, and a person reads no more. */
const mostGuessed = 20;
const longestGuessed = 100;

interface Line {
  line: number;
  departmentId: string;
  when: When;
  amount: number | null;
}

/** Reads `department;weekday or date;amount`, with or without a heading; every line that will not do is told. */
export function readTargetsFile(
  text: string,
  { departments, currency }: { departments: readonly Named[]; currency: string },
): FileReading {
  const rows = readCsv(text);
  const lines = rows.slice(isHeading(rows[0]) ? 1 : 0);
  if (lines.length === 0) return { kind: 'empty' };
  if (lines.length > mostLines) return { kind: 'too-many', most: mostLines };
  const find = departmentFinder(departments);
  const read = lines.map((row) => readLine(row, { find, currency }));
  const good = read.flatMap((each) => ('kind' in each ? [] : [each]));
  const errors = [...read.flatMap((each) => ('kind' in each ? [each] : [])), ...twice(good)];
  if (errors.length > 0) return { kind: 'errors', errors: errors.sort((a, b) => a.line - b.line) };
  return { kind: 'targets', targets: gathered(good) };
}

/** A heading has no digit where the amount is, and no weekday or date. */
function isHeading(row: CsvRow | undefined): boolean {
  const [, when = '', amount = ''] = row?.cells ?? [];
  return row !== undefined && amount !== '' && !/\d/.test(amount) && readWhen(when) === undefined;
}

function readLine(
  { line, cells }: CsvRow,
  { find, currency }: { find: Finder; currency: string },
): Line | LineError {
  const [name = '', when = '', amount = ''] = cells;
  const isMore = cells.slice(3).some((cell) => cell !== '');
  if (cells.length < 3 || isMore) return { line, kind: 'columns', found: cells.length };
  const { match, near } = find(name);
  if (!match) return { line, kind: 'department', typed: name, near: near.map((each) => each.name) };
  const read = readWhen(when);
  if (!read) return { line, kind: 'when', typed: when };
  if (amount === '') return { line, departmentId: match._id, when: read, amount: null };
  const money = readAmount(amount, currency);
  if (money.kind === 'ambiguous') return { line, kind: 'ambiguous', typed: amount, readings: money.readings };
  if (money.kind === 'unreadable' || money.minor <= 0) return { line, kind: 'amount', typed: amount };
  return { line, departmentId: match._id, when: read, amount: money.minor };
}

type Finder = (typed: string) => { match: Named | undefined; near: readonly Named[] };

/** Only the whole name will do: a target must not go to another department. The mark that keeps a name from being a formula is ours. */
function departmentFinder(departments: readonly Named[]): Finder {
  const byKey = new Map(departments.map((department) => [nameKey(department.name), department]));
  const guessed = new Map<string, readonly Named[]>();
  const nearest = (wanted: string, key: string): readonly Named[] => {
    if (guessed.size >= mostGuessed || key.length > longestGuessed) return [];
    const { match, near } = matchName(wanted, departments);
    const found = match ? [match] : near;
    guessed.set(key, found);
    return found;
  };
  return (typed) => {
    const wanted = /^'[=+@-]/.test(typed) ? typed.slice(1) : typed;
    const key = nameKey(wanted);
    const match = byKey.get(key);
    return { match, near: match ? [] : (guessed.get(key) ?? nearest(wanted, key)) };
  };
}

function twice(lines: readonly Line[]): LineError[] {
  const first = new Map<string, number>();
  return lines.flatMap(({ line, departmentId, when }): LineError[] => {
    const key = `${departmentId} ${'day' in when ? when.day : when.weekday}`;
    const earlier = first.get(key);
    first.set(key, earlier ?? line);
    return earlier === undefined ? [] : [{ line, kind: 'twice', earlier }];
  });
}

function gathered(lines: readonly Line[]): FileTargets[] {
  const byDepartment = Map.groupBy(lines, ({ departmentId }) => departmentId);
  return [...byDepartment].map(([departmentId, own]) => ({
    departmentId,
    weekdays: new Map(
      own.flatMap(({ when, amount }) => ('weekday' in when ? [[when.weekday, amount] as const] : [])),
    ),
    days: new Map(own.flatMap(({ when, amount }) => ('day' in when ? [[when.day, amount] as const] : []))),
  }));
}
