import fc from 'fast-check';

/** How many payloads in all: `FUZZ_RUNS=100000` for a long run. */
const all = Number(process.env['FUZZ_RUNS'] ?? 2_000);

/** Always the same, so that nobody's change is refused for another's fault; `FUZZ_SEED=random` looks further. */
const given = process.env['FUZZ_SEED'] ?? '20251113';
const seed = given === 'random' ? Math.floor(Math.random() * 0x7fff_ffff) : Number(given);

process.stdout.write(`fuzz: FUZZ_RUNS=${all} FUZZ_SEED=${seed}\n`);

/** What fast-check is to do with this share of all payloads, so many of them at a time. */
export function runsOf(share: number, atOnce = 1): fc.Parameters<unknown> {
  return { seed, numRuns: Math.max(1, Math.ceil((all * share) / atOnce)), endOnFailure: atOnce > 1 };
}

/** Long enough for any share of a long run, milliseconds. */
export const fuzzTimeout = Math.max(60_000, all * 60);

/** What people and attackers type: any text, and pieces of what Daybook reads. */
export const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    '',
    ' ',
    '<!channel>',
    '<@U1MANAGER|x>',
    '*_~`\n>',
    '\u202e\u200b\u0000',
    '=1+1',
    '__proto__',
    'constructor',
    '"',
    '{}',
    '[]',
    'null',
    '-0',
    '1e999',
    'NaN',
    '9'.repeat(40),
    'a'.repeat(3_500),
    '💶'.repeat(200),
    '2025-11-12',
    '2025-02-30',
    '$where',
  ),
);

const word = fc.constantFrom(
  ...'yesterday gisteren last vorige week 18 q2 2024 may mei bakery csv xlsx reconcile vergelijk 4210.50'.split(
    ' ',
  ),
  ...'.. - " 1 31 2024-05-01 01-05-2024 0 link map import status settings targets audit help koppelen'.split(
    ' ',
  ),
);

/** What may stand after a command. */
export const commandTexts = fc.oneof(
  texts,
  fc.array(fc.oneof({ weight: 4, arbitrary: word }, texts), { maxLength: 6 }).map((words) => words.join(' ')),
);
