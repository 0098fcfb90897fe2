import type { Department } from '../../models/department.ts';
import { nameKey } from '../departments/name.ts';
import { matchName, type NamedMatch } from './near-names.ts';
import { plainWords, readWords, type SpanReading } from './read-span.ts';
import { oneDay, type Span } from './span.ts';
import { addDays, type Day } from './trading-day.ts';

export type Named = Pick<Department, '_id' | 'name'>;

/** A file somebody wants instead of an answer in Slack. */
export type FileFormat = 'csv' | 'xlsx';

/** What a person wants to know of the turnover. */
export interface Question {
  span: Span;
  /** Undefined: all of them. */
  department?: Named;
  format?: FileFormat;
}

/**
 * `question`: understood; `namesake` is a department whose name was read as days. `which-department`: the days are understood,
 * the name behind them is none; `near` may be meant. `no-days`: `bad` is not to be read, or says days that there are not.
 */
export type QuestionReading =
  | { kind: 'question'; question: Question; namesake?: Named }
  | { kind: 'which-department'; question: Question; typed: string; near: Named[] }
  | { kind: 'no-days'; bad: string; isImpossible: boolean };

const formats = new Map<string, FileFormat>([
  ['csv', 'csv'],
  ['xlsx', 'xlsx'],
  ['excel', 'xlsx'],
]);

/** More words than any way to say days has. */
const mostWords = 12;

/**
 * Reads `[days] [department] [csv|xlsx]`; nothing typed is yesterday. Days come before or after the department, a name in
 * quotes is never days, and where both could be meant the days win. Never throws.
 */
export function readQuestion(
  typed: string,
  { today, departments }: { today: Day; departments: readonly Named[] },
): QuestionReading {
  const { chunks, format } = withoutFormat(chunksOf(typed));
  const yesterday = oneDay(addDays(today, -1));
  const ask = (span: Span, department?: Named): Question => ({
    span,
    ...(department ? { department } : {}),
    ...(format ? { format } : {}),
  });
  if (chunks.length === 0) return { kind: 'question', question: ask(yesterday) };

  const splits = splitsOf(chunks, today).map((split) => ({
    ...split,
    found: matchName(split.name, departments),
  }));
  const complete = splits.find(({ name, found }) => name === '' || found.match);
  if (complete) {
    const question = ask(complete.span, complete.name === '' ? undefined : complete.found.match);
    const namesake = complete.name === '' ? sameName(nameOf(chunks), departments) : undefined;
    return { kind: 'question', question, ...(namesake ? { namesake } : {}) };
  }
  const whole = matchName(nameOf(chunks), departments);
  if (whole.match) return { kind: 'question', question: ask(yesterday, whole.match) };
  return incomplete(splits, { chunks, whole, today, ask: (span) => ask(span ?? yesterday) });
}

interface Chunk {
  /** As it was typed, without quotes. */
  raw: string;
  /** Nothing for a quoted one. */
  words: string[];
}

interface Split {
  span: Span;
  /** What was typed beside the days; empty when nothing was. */
  name: string;
  /** How many chunks are days. */
  length: number;
}

function chunksOf(typed: string): Chunk[] {
  const parts = typed.normalize('NFC').matchAll(/["“”„]([^"“”„]*)["“”]|[^\s"“”„]+/gu);
  return [...parts]
    .map(([raw, quoted]) =>
      quoted === undefined ? { raw, words: plainWords(raw) } : { raw: quoted.trim(), words: [] },
    )
    .filter(({ raw }) => raw !== '');
}

function withoutFormat(chunks: readonly Chunk[]): { chunks: readonly Chunk[]; format?: FileFormat } {
  const format = formats.get(chunks.at(-1)?.words[0] ?? '');
  return format ? { chunks: chunks.slice(0, -1), format } : { chunks };
}

/** Every way to part the words into days and a name: the longest days first, days in front before days behind. */
function splitsOf(chunks: readonly Chunk[], today: Day): Split[] {
  const splits: Split[] = [];
  for (let length = Math.min(chunks.length, mostWords); length > 0; length -= 1) {
    const fronts = [chunks.slice(0, length), chunks.slice(length)] as const;
    const backs = [chunks.slice(-length), chunks.slice(0, -length)] as const;
    for (const [days, others] of length === chunks.length ? [fronts] : [fronts, backs]) {
      const reading = readChunks(days, today);
      if (reading.kind === 'span') splits.push({ span: reading.span, name: nameOf(others), length });
    }
  }
  return splits;
}

function readChunks(chunks: readonly Chunk[], today: Day): SpanReading {
  const isQuoted = chunks.some(({ words }) => words.length === 0);
  if (isQuoted) return { kind: 'unreadable', bad: nameOf(chunks) };
  return readWords(
    chunks.flatMap(({ words }) => words),
    today,
  );
}

function nameOf(chunks: readonly Chunk[]): string {
  return chunks.map(({ raw }) => raw).join(' ');
}

function sameName(name: string, departments: readonly Named[]): Named | undefined {
  const key = nameKey(name);
  return departments.find((each) => nameKey(each.name) === key);
}

/** Nothing fits as a whole: the days are understood and the name is not, or the name nearly is, or the days are not. */
function incomplete(
  [split]: readonly (Split & { found: NamedMatch<Named> })[],
  {
    chunks,
    whole,
    today,
    ask,
  }: {
    chunks: readonly Chunk[];
    whole: NamedMatch<Named>;
    today: Day;
    ask: (span?: Span) => Question;
  },
): QuestionReading {
  const impossible = impossibleIn(chunks, today);
  // In `30 february` the month alone is no answer: nobody meant a department `30`.
  if (split && split.length >= (impossible?.length ?? 0)) {
    return { kind: 'which-department', question: ask(split.span), typed: split.name, near: split.found.near };
  }
  if (!split && whole.near.length > 0) {
    return { kind: 'which-department', question: ask(), typed: nameOf(chunks), near: whole.near };
  }
  if (impossible) return { kind: 'no-days', bad: impossible.bad, isImpossible: true };
  const reading = readChunks(chunks, today);
  const bad = reading.kind === 'unreadable' && chunks.length <= mostWords ? reading.bad : nameOf(chunks);
  return { kind: 'no-days', bad, isImpossible: false };
}

/** The longest beginning or end that says days which there are not, and how many chunks it has. */
function impossibleIn(chunks: readonly Chunk[], today: Day): { bad: string; length: number } | undefined {
  for (let length = Math.min(chunks.length, mostWords); length > 0; length -= 1) {
    for (const part of [chunks.slice(0, length), chunks.slice(-length)]) {
      const reading = readChunks(part, today);
      if (reading.kind === 'impossible') return { bad: reading.bad, length };
    }
  }
  return undefined;
}
