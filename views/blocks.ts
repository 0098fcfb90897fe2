import type {
  ActionsBlock,
  Button,
  ContextBlock,
  HeaderBlock,
  Option,
  PlainTextElement,
  SectionBlock,
} from '@slack/types';
import { unturned } from '../src/departments/name.ts';

/** Text as it stands, without markup; a dash for none, since Slack refuses the whole view for an empty one. */
export function plain(text: string): PlainTextElement {
  const shown = unturned(text);
  return { type: 'plain_text', text: shown.trim() === '' ? '–' : shown, emoji: true };
}

/** A name from outside inside mrkdwn: it can neither ping anyone, nor make a link, nor turn what stands beside it. */
export function asText(text: string): string {
  return unturned(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export function section(markdown: string, accessory?: Button): SectionBlock {
  const block: SectionBlock = { type: 'section', text: { type: 'mrkdwn', text: cut(markdown, 3000) } };
  return accessory ? { ...block, accessory } : block;
}

export function header(text: string): HeaderBlock {
  return { type: 'header', text: plain(cut(text, 150)) };
}

/** Small grey lines, one element each; at most ten. */
export function context(...lines: string[]): ContextBlock {
  return {
    type: 'context',
    elements: lines.map((line) => ({ type: 'mrkdwn', text: cut(line, 3000) })),
  };
}

export function buttons(...elements: ActionsBlock['elements']): ActionsBlock {
  return { type: 'actions', elements };
}

export interface ButtonLook {
  action: string;
  text: string;
  value?: string;
  style?: 'primary' | 'danger';
  /** Said by screen readers where the text alone is too short. */
  label?: string;
}

export function button({ action, text, value, style, label }: ButtonLook): Button {
  return {
    type: 'button',
    action_id: action,
    text: plain(cut(text, 75)),
    ...(value === undefined ? {} : { value }),
    ...(style === undefined ? {} : { style }),
    ...(label === undefined ? {} : { accessibility_label: cut(label, 75) }),
  };
}

export function option(text: string, value: string): Option & { text: PlainTextElement } {
  return { text: plain(cut(text, 75)), value };
}

/** Lines gathered into as few sections as Slack's 3000 characters a text allow. */
export function sections(lines: readonly string[]): SectionBlock[] {
  const texts: string[] = [];
  // What belongs together stays together, unless it is too long for one section.
  const parts = lines.flatMap((line) => (line.length < longestPart ? [line] : line.split('\n')));
  for (const part of parts) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + part.length < longestPart) {
      texts[texts.length - 1] = `${last}\n${part}`;
    } else {
      texts.push(part);
    }
  }
  return texts.map((text) => section(text));
}

const longestPart = 2_900;

/** The lines that fit in so many characters together; `more` says how many do not, where there are any. */
export function fitting(
  lines: readonly string[],
  room: number,
  more: (left: number) => string,
): readonly string[] {
  let length = 0;
  const over = lines.findIndex((line) => {
    length += line.length + 1;
    return length > room;
  });
  return over === -1 ? lines : [...lines.slice(0, over), more(lines.length - over)];
}

/** Shortens what Slack would refuse as too long, never inside a letter or an escaped one. */
export function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const kept = text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$|&[a-z]{0,3}$/, '');
  return `${kept}…`;
}
