import type { Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { Message } from '../../src/slack/message.ts';
import { asText, context, cut, section } from '../blocks.ts';

/** The words after `/lightspeed`. */
export const words = [
  'link',
  'map',
  'departments',
  'status',
  'import',
  'settings',
  'unlink',
  'help',
] as const;
export type Word = (typeof words)[number];

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

/** The word that was probably meant: at most two slips away. */
export function nearest(typed: string): Word | undefined {
  const near = words
    .map((word) => ({ word, slips: slipsBetween(typed.toLowerCase(), word) }))
    .filter(({ word, slips }) => slips <= 2 || word.startsWith(typed.toLowerCase()))
    .sort((a, b) => a.slips - b.slips);
  return near[0]?.word;
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
