import { readTerm, type Term } from './read-span-terms.ts';
import { openers, separators, sinces } from './read-span-words.ts';
import { firstOf, lastOf, type Span } from './span.ts';
import { addDays, type Day } from './trading-day.ts';

/**
 * `span`: understood; it may reach into the future. `impossible`: `bad` is written as days are, and there are none, as on
 * 30 February. `unreadable`: `bad` is the part that says nothing.
 */
export type SpanReading =
  | { kind: 'span'; span: Span }
  | { kind: 'impossible'; bad: string }
  | { kind: 'unreadable'; bad: string };

/** How many years back a date without its year is looked for: over a leap year, and a weekday's turn through the week. */
const yearsBack = 12;

/**
 * What people type for a day or some days in a row, in English or Dutch: `2024-05-01`, `1 mei`, `last friday`, `week 18`,
 * `q2 2024`, `1 may..7 may`. Numbers are day first. What leaves out the year means the latest that has begun by `today`.
 */
export function readSpan(typed: string, today: Day): SpanReading {
  return readWords(plainWords(typed), today);
}

/** The same from words as `plainWords` gives them. */
export function readWords(words: readonly string[], today: Day): SpanReading {
  const text = words.join(' ');
  const whole = readTerm(text, today);
  if (whole) return settled(latest(whole, today), text);
  const [first = '', ...others] = words;
  const said = openers.has(first) ? others : words;
  const ends = endsOf(said) ?? daysOfMonth(said);
  if (ends) return readEnds(ends, today);
  if (sinces.has(first)) return readSince(others, today);
  return { kind: 'unreadable', bad: text };
}

/** The words of a text in lower case, without marks at their ends; the two ends of a range apart. */
export function plainWords(typed: string): string[] {
  return typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s*(?:\.{2,}|…|[–—])\s*/gu, ' .. ')
    .split(/\s+/u)
    .map((word) => (word === '..' ? word : word.replace(/^['‘’]+|[.,;:!?'‘’]+$/gu, '')))
    .filter((word) => word !== '');
}

interface Ends {
  left: string;
  right: string;
}

function endsOf(words: readonly string[]): Ends | undefined {
  for (const separator of separators) {
    const at = words.findIndex((_, index) =>
      separator.every((word, offset) => words[index + offset] === word),
    );
    if (at < 1 || at + separator.length >= words.length) continue;
    return { left: words.slice(0, at).join(' '), right: words.slice(at + separator.length).join(' ') };
  }
  return undefined;
}

/** In `1-7 may` the numbers are days of the month behind them, and no date. */
function daysOfMonth([numbers = '', ...month]: readonly string[]): Ends | undefined {
  const [, left, last] = /^(\d{1,2})-(\d{1,2})$/.exec(numbers) ?? [];
  if (left === undefined || last === undefined || month.length === 0) return undefined;
  return { left, right: [last, ...month].join(' ') };
}

function readEnds(ends: Ends, today: Day): SpanReading {
  const { left, right } = completed(ends);
  const [first, last] = [readTerm(left, today), readTerm(right, today)];
  if (!first) return { kind: 'unreadable', bad: left };
  if (!last) return { kind: 'unreadable', bad: right };
  const [from, to] = settle(first, last, today);
  if (!from) return { kind: 'impossible', bad: left };
  if (!to) return { kind: 'impossible', bad: right };
  // The two may be named in any order, and overlap.
  const whole = { from: firstOf(from.from, to.from), to: lastOf(from.to, to.to) };
  return { kind: 'span', span: whole };
}

/** Where one end is only a number it takes the rest from the other: `1..7 may`, `week 18 to 20`. */
function completed({ left, right }: Ends): Ends {
  const isBare = (text: string) => /^\d{1,2}$/.test(text);
  const withNumber = (text: string, number: string) =>
    /\p{L}/u.test(text) ? text.replace(/(?<!\d)\d{1,2}(?!\d)/, number) : number;
  if (isBare(left)) return { left: withNumber(right, left), right };
  return isBare(right) ? { left, right: withNumber(left, right) } : { left, right };
}

/** Both ends with their years: one that has none lies next to the other. */
function settle(first: Term, last: Term, today: Day): [Span | undefined, Span | undefined] {
  if (first.kind === 'fixed' && last.kind === 'yearly') {
    return [first.span, first.span && earliest(last, first.span.from)];
  }
  const to = latest(last, today);
  return [to && latest(first, to.to), to];
}

function readSince(words: readonly string[], today: Day): SpanReading {
  const text = words.join(' ');
  const term = readTerm(text, today);
  if (!term) return { kind: 'unreadable', bad: text };
  const start = latest(term, today);
  if (!start) return { kind: 'impossible', bad: text };
  const yesterday = addDays(today, -1);
  return { kind: 'span', span: { from: start.from, to: start.from > yesterday ? start.to : yesterday } };
}

/** The latest days meant that have begun by a day. */
function latest(term: Term, by: Day): Span | undefined {
  if (term.kind === 'fixed') return term.span;
  const year = yearOf(by);
  // A week may belong to the year after the one it begins in.
  for (let back = -1; back <= yearsBack; back += 1) {
    const span = term.in(year - back);
    if (span && span.from <= by) return span;
  }
  return undefined;
}

/** The first days meant that end on a day or later. */
function earliest(term: Term & { kind: 'yearly' }, from: Day): Span | undefined {
  const year = yearOf(from);
  for (let on = -1; on <= yearsBack; on += 1) {
    const span = term.in(year + on);
    if (span && span.to >= from) return span;
  }
  return undefined;
}

function yearOf(day: Day): number {
  return Temporal.PlainDate.from(day).year;
}

function settled(span: Span | undefined, text: string): SpanReading {
  return span ? { kind: 'span', span } : { kind: 'impossible', bad: text };
}
