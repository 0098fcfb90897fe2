import { type Language, languages } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { Message } from '../../src/slack/message.ts';
import { asText, button, buttons, context, cut, section } from '../blocks.ts';
import { actions } from '../ids.ts';

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
  'audit',
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

/** What people come for, by task and with examples; after a word that is none, first what was probably meant. */
export function helpMessage({ typed }: { typed?: string }, language: Language): Message {
  const { help } = texts(language);
  const meant = typed === undefined ? undefined : nearest(typed);
  const missed = [
    ...(typed === undefined ? [] : [help.unknown(asText(cut(typed, 40)))]),
    ...(meant === undefined ? [] : [help.meant(meant)]),
  ];
  const tasks = Object.values(help.tasks).map(({ title, lines }) => [`*${title}*`, ...lines].join('\n'));
  const parts = [...(missed.length > 0 ? [missed.join('\n')] : []), `*${help.title}*`, ...tasks];
  return {
    text: parts.join('\n'),
    blocks: [
      ...parts.map((part) => section(part)),
      buttons(button({ action: actions.moreHelp, text: help.more, label: help.moreLabel })),
    ],
  };
}

/** Everything that Daybook can do, a line each. */
export function wholeHelpMessage(language: Language): Message {
  const { help } = texts(language);
  const lines = Object.values(help.lines).map((line) => `• ${line}`);
  const text = [`*${help.title}*`, ...lines].join('\n');
  return { text, blocks: [section(text), context(help.reports)] };
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
