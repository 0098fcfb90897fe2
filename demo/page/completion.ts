import type { PageCommand } from '../page-server/shared.ts';

/** A way to go on with what is typed. */
export type Completion = { line: string; shown: string; about: string };

/** Commands of the manifest that begin like this; after a command the words its hint names, such as `link|map`. */
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
  const known = commands.find(({ command }) => command === name);
  const begun = rest.join(' ').toLowerCase();
  return wordsOf(known?.hint ?? '')
    .filter((word) => word.startsWith(begun) && word !== begun)
    .map((word) => ({ line: `${name} ${word}`, shown: `${name} ${word}`, about: '' }));
}

function wordsOf(hint: string): string[] {
  const inside = hint.replace(/^\[|\]$/g, '');
  return inside.includes('|') ? inside.split('|') : [];
}
