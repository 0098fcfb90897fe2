import type { PageCommand } from '../page-server/shared.ts';

/** A way to go on with what is typed. */
export type Completion = { line: string; shown: string; about: string };

/** Commands of the manifest that begin like this; after a command the words its hint names, such as `[link|map]`. */
export function completions(typed: string, commands: readonly PageCommand[]): Completion[] {
  if (!typed.startsWith('/')) return [];
  const [name = '', ...rest] = typed.split(' ');
  if (rest.length === 0) {
    return commands
      .filter(({ command }) => command.startsWith(name))
      .map(({ command, hint, description }) => ({
        line: `${command} `,
        shown: `${command} ${hint}`,
        about: description,
      }));
  }
  const hint = commands.find(({ command }) => command === name)?.hint ?? '';
  const before = [name, ...rest.slice(0, -1)].join(' ');
  const begun = rest.at(-1)?.toLowerCase() ?? '';
  return wordsFor(hint, rest.length)
    .filter(({ word }) => word.startsWith(begun) && word !== begun)
    .map(({ word, shown }) => ({ line: `${before} ${word}`, shown: `${before} ${shown}`, about: '' }));
}

/** The words for the first place after a command are those of the first brackets; for later ones those of later brackets. */
function wordsFor(hint: string, place: number): { word: string; shown: string }[] {
  const [first = '', ...later] = outerParts(hint, '[', ']');
  const parts = place === 1 ? [first] : later;
  return parts
    .filter((part) => part.includes('|'))
    .flatMap((part) => part.split('|'))
    .map((shown) => ({ word: shown.replace(/ ?\[.*$/, ''), shown }));
}

/** What stands in brackets, those inside others left where they are. */
function outerParts(text: string, open: string, close: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (const [index, character] of [...text].entries()) {
    if (character === open && depth++ === 0) start = index + 1;
    if (character === close && --depth === 0) parts.push(text.slice(start, index));
  }
  return parts;
}
