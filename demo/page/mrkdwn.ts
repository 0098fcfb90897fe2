import { dateText } from './dates.ts';
import type { Child } from './dom.ts';
import { h } from './dom.ts';
import { emoji } from './emoji.ts';

/** The names that a text refers to by id. */
export type Names = {
  person(id: string): string;
  channel(id: string): string;
  locale: string;
  zone: string;
};

/** Renders mrkdwn as Slack documents it. Only the marks below have a meaning, everything else is text. */
export function mrkdwn(text: string, names: Names): Child[] {
  return fences(text).flatMap((part) =>
    part.isCode ? [h('pre', {}, decoded(part.text))] : lines(part.text, names),
  );
}

/** Plain text: no marks, but emoji by name. */
export function plainText(text: string): Child[] {
  return text
    .split('\n')
    .flatMap((line, index) => (index === 0 ? withEmoji(line) : [h('br'), withEmoji(line)].flat()));
}

function fences(text: string): { isCode: boolean; text: string }[] {
  return text
    .split(/```\n?([\s\S]*?)\n?```/)
    .map((part, index) => ({ isCode: index % 2 === 1, text: part }))
    .filter((part) => part.text !== '');
}

/** Lines, those that begin with > gathered into quotes. */
function lines(text: string, names: Names): Child[] {
  const parts: Child[] = [];
  let quoted: string[] = [];
  const endQuote = () => {
    if (quoted.length === 0) return;
    parts.push(h('blockquote', {}, joined(quoted, names)));
    quoted = [];
  };
  const plain: string[] = [];
  const endPlain = () => {
    if (plain.length > 0) parts.push(...joined(plain.splice(0), names));
  };
  for (const line of text.split('\n')) {
    const quote = /^(?:&gt;|>) ?(.*)$/.exec(line);
    if (quote) {
      endPlain();
      quoted.push(quote[1] ?? '');
    } else {
      endQuote();
      plain.push(line);
    }
  }
  endPlain();
  endQuote();
  return parts;
}

function joined(all: string[], names: Names): Child[] {
  return all.flatMap((line, index) => [...(index > 0 ? [h('br')] : []), ...inline(line, names)]);
}

type Rule = { pattern: RegExp; make(match: RegExpExecArray, names: Names): Child[] };

const styled = (tag: string, mark: string): Rule => ({
  // A mark opens after a space or punctuation, closes before one, and has no space inside its edge.
  pattern: new RegExp(`(?<![\\w${mark}])\\${mark}(?=\\S)([^${mark}]*?\\S)\\${mark}(?![\\w${mark}])`),
  make: (match, names) => [h(tag, {}, inline(match[1] ?? '', names))],
});

const rules: Rule[] = [
  { pattern: /`([^`]+)`/, make: (match) => [h('code', {}, decoded(match[1] ?? ''))] },
  { pattern: /<([^<>\n]+)>/, make: (match, names) => reference(match[1] ?? '', names) },
  styled('strong', '*'),
  styled('em', '_'),
  styled('del', '~'),
];

function inline(text: string, names: Names): Child[] {
  const found = rules
    .flatMap((rule) => {
      const match = rule.pattern.exec(text);
      return match ? [{ rule, match }] : [];
    })
    .sort((one, other) => one.match.index - other.match.index)[0];
  if (!found) return withEmoji(decoded(text));
  const { rule, match } = found;
  return [
    ...withEmoji(decoded(text.slice(0, match.index))),
    ...rule.make(match, names),
    ...inline(text.slice(match.index + match[0].length), names),
  ];
}

/** What stands between < and >: a person, a channel, everybody, a date, or a link. */
function reference(inside: string, names: Names): Child[] {
  const [what = '', label] = inside.split(/\|(.*)/s);
  if (what.startsWith('@')) return [h('span', { class: 'mention' }, `@${names.person(what.slice(1))}`)];
  if (what.startsWith('#')) {
    const id = what.slice(1);
    return [h('a', { class: 'mention', href: `#/${id}` }, `#${label || names.channel(id)}`)];
  }
  if (what.startsWith('!date^')) return [dateText(what, decoded(label ?? ''), names)];
  if (what.startsWith('!')) return [h('span', { class: 'mention' }, `@${what.slice(1)}`)];
  return [link(decoded(what), decoded(label ?? what))];
}

/** Only addresses of the web and of mail become links. */
export function link(url: string, text: string): Child {
  if (!/^(https?:\/\/|mailto:)/i.test(url)) return text;
  return h('a', { href: url, rel: 'noreferrer noopener', target: '_blank' }, text);
}

function withEmoji(text: string): Child[] {
  return text.split(/:([a-z0-9_+-]+):/).flatMap((part, index): Child[] => {
    if (index % 2 === 0) return part === '' ? [] : [part];
    const shown = emoji(part);
    return shown === undefined
      ? [`:${part}:`]
      : [h('span', { role: 'img', 'aria-label': part.replaceAll('_', ' ') }, shown)];
  });
}

function decoded(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
