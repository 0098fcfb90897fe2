import { fontMetrics } from './font-metrics.ts';
import type { Weight } from './fonts.ts';

export interface Lettering {
  /** Pixels. */
  size: number;
  weight: Weight;
}

/** A letter that is missing in the font is drawn as a box about this wide, in ems. */
const boxWidth = 0.75;

/** Emoji as Slack gives them, `:bread:`, and as letters: resvg draws none of them. */
const emoji =
  /:[a-z0-9_+-]+:|\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u200d|\ufe0e|\ufe0f|\u20e3/gu;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** How wide a text is, in pixels; pairs of letters that move together are not looked at. */
export function textWidth(text: string, { size, weight }: Lettering): number {
  const metrics = fontMetrics(weight);
  let ems = 0;
  for (const letter of text) ems += metrics.advance(letter.codePointAt(0) ?? 0) ?? boxWidth;
  return ems * size;
}

/** Cuts a text to so many pixels, between letters as people see them, with a mark that it goes on. */
export function cutToWidth(text: string, width: number, lettering: Lettering): string {
  if (textWidth(text, lettering) <= width) return text;
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    if (textWidth(`${kept}${segment}…`, lettering) > width) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** As many parts, from the first on, as fit whole: a line that breaks off in the middle of a figure tells nothing. */
export function joinToWidth(parts: readonly string[], width: number, lettering: Lettering): string {
  let joined = parts[0] ?? '';
  for (const part of parts.slice(1)) {
    const longer = `${joined}, ${part}`;
    if (textWidth(drawable(longer), lettering) > width) break;
    joined = longer;
  }
  return joined;
}

/** A name without emoji; `standIn` where the font cannot draw what is left, such as Japanese: boxes tell nobody anything. */
export function drawableName(name: string, standIn: string): string {
  const text = drawable(name.normalize('NFC').replace(emoji, ''));
  return text !== '' && isDrawable(text) ? text : standIn;
}

/** A text with every kind of space as one that fonts have. */
export function drawable(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function isDrawable(text: string): boolean {
  const metrics = fontMetrics(400);
  return [...text].every((letter) => metrics.advance(letter.codePointAt(0) ?? 0) !== undefined);
}
