import { type Language, languages } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { Message } from '../../src/slack/message.ts';
import { asText, context, cut, section } from '../blocks.ts';

/** What may stand after `/lightspeed`, by its English word. */
export const words = [
  'link',
  'map',
  'departments',
  'status',
  'import',
  'settings',
  'targets',
  'unlink',
  'help',
] as const;
export type Word = (typeof words)[number];

/** Which of the words was typed, in whatever language; undefined for none. */
export function readWord(typed: string): Word | undefined {
  return spellings().find(({ spelling }) => spelling === typed.toLowerCase())?.word;
}

/** Every word in every language: people type what their colleagues do. */
function spellings(): { word: Word; spelling: string }[] {
  return words.flatMap((word) =>
    languages.map((language) => ({ word, spelling: texts(language).help.words[word] })),
  );
}

/** All commands, or, after a word that is none, what was probably meant first. */
export function helpMessage({ typed }: { typed?: string }, language: Language): Message {
  const { help } = texts(language);
  const meant = typed === undefined ? undefined : nearest(typed);
  const lines: string[] = [
    ...(typed === undefined ? [] : [help.unknown(asText(cut(typed, 40)))]),
    ...(meant === undefined ? [] : [help.meant(meant)]),
    `*${help.title}*`,
    ...Object.values(help.lines),
  ];
  return { text: lines.join('\n'), blocks: [section(lines.join('\n')), context(help.reports)] };
}

/** The word that was probably meant, as it is written in that language: at most two slips away. */
export function nearest(typed: string): string | undefined {
  const near = spellings()
    .map(({ spelling }) => ({ spelling, slips: slipsBetween(typed.toLowerCase(), spelling) }))
    .filter(({ spelling, slips }) => slips <= 2 || spelling.startsWith(typed.toLowerCase()))
    .sort((a, b) => a.slips - b.slips);
  return near[0]?.spelling;
}

/** How many letters must be added, dropped or changed (Levenshtein). */
function slipsBetween(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...to].entries()) {
      const changed = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, changed));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
