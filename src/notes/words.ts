import { longestNote } from '../../models/note.ts';

/** What was written as it is kept: without spaces around it, and no longer than a note may be. */
export function kept(text: string): { text: string; isShortened: boolean } {
  const tidy = text.replaceAll('\r\n', '\n').trim();
  if (tidy.length <= longestNote) return { text: tidy, isShortened: false };
  // Never half a letter.
  const start = tidy.slice(0, longestNote - 1).replace(/[\uD800-\uDBFF]$/, '');
  return { text: `${start.trimEnd()}…`, isShortened: true };
}

/** Slack's marks in a message, such as `<@U1>`, `<#C1|sales>`, `<!here>`, `<https://x.nl|x.nl>`. */
const mark = /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g;

/** The ids of the people whom a message of Slack calls. */
export function calledIn(text: string): string[] {
  return [...new Set([...text.matchAll(mark)].filter(([, kind]) => kind === '@').map(([, , id = '']) => id))];
}

/**
 * The words of a message as Slack sends it (https://docs.slack.dev/messaging/formatting-message-text), such as a person reads
 * them: it calls nobody when it is said again. `names`: what people are called, by their ids.
 */
export function wordsOf(text: string, names: ReadonlyMap<string, string>): string {
  const words = text.replaceAll(mark, (_whole, kind: string, target: string, label: string | undefined) => {
    switch (kind) {
      case '@':
        return `@${names.get(target) ?? label ?? '…'}`;
      case '#':
        return `#${label ?? '…'}`;
      case '!':
        return label ?? `@${target.split('^')[0] ?? ''}`;
      default:
        return label ?? target.replace(/^mailto:/, '');
    }
  });
  return words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
