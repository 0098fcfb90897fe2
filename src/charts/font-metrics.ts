import { readFileSync } from 'node:fs';
import { fontFiles, type Weight } from './fonts.ts';

/** How wide a font's letters are, and which it has. */
export interface FontMetrics {
  /** How far a letter (a code point) moves the pen at size 1; undefined where the font has no glyph for it. */
  advance(letter: number): number | undefined;
}

const known = new Map<Weight, FontMetrics>();

/** The metrics of a weight, read from its file once. */
export function fontMetrics(weight: Weight): FontMetrics {
  const metrics = known.get(weight) ?? readMetrics(readFileSync(fontFiles[weight]));
  known.set(weight, metrics);
  return metrics;
}

/**
 * Reads the tables of a TTF that say which letters there are (cmap, format 12) and how wide they are (hmtx):
 * https://learn.microsoft.com/typography/opentype/spec/otff. Throws an Error for a file without them.
 */
export function readMetrics(font: Buffer): FontMetrics {
  const table = (tag: string): number => {
    const tables = font.readUInt16BE(4);
    for (let at = 12; at < 12 + tables * 16; at += 16) {
      if (font.toString('latin1', at, at + 4) === tag) return font.readUInt32BE(at + 8);
    }
    throw new Error(`the font has no table ${tag}`);
  };
  const unitsPerEm = font.readUInt16BE(table('head') + 18);
  const widths = font.readUInt16BE(table('hhea') + 34);
  const hmtx = table('hmtx');
  const glyphOf = readLetters(font, table('cmap'));
  return {
    advance(letter) {
      const glyph = glyphOf(letter);
      if (glyph === 0) return undefined;
      // The last width holds for all glyphs after it.
      return font.readUInt16BE(hmtx + Math.min(glyph, widths - 1) * 4) / unitsPerEm;
    },
  };
}

/** Which glyph a letter is drawn with; 0 for none. */
function readLetters(font: Buffer, cmap: number): (letter: number) => number {
  const subtable = fullRange(font, cmap);
  const groups = font.readUInt32BE(subtable + 12);
  return (letter) => {
    // The groups are in order: each is a first letter, a last one, and the first one's glyph.
    let low = 0;
    let high = groups - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const at = subtable + 16 + middle * 12;
      const first = font.readUInt32BE(at);
      if (letter < first) high = middle - 1;
      else if (letter > font.readUInt32BE(at + 4)) low = middle + 1;
      else return font.readUInt32BE(at + 8) + letter - first;
    }
    return 0;
  };
}

function fullRange(font: Buffer, cmap: number): number {
  const subtables = font.readUInt16BE(cmap + 2);
  for (let index = 0; index < subtables; index += 1) {
    const at = cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4);
    if (font.readUInt16BE(at) === 12) return at;
  }
  throw new Error('the font has no cmap of format 12');
}
