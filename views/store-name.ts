import { type Language, share } from '../src/language/format.ts';
import type { StoreLine } from '../src/turnover/day-log.ts';
import { asText } from './blocks.ts';

/** A store's name, with the department's part of it where others share it: `Market (33.33%)`. */
export function storeName(
  { name, percent }: Pick<StoreLine, 'name' | 'percent'>,
  language: Language,
): string {
  return percent === undefined ? asText(name) : `${asText(name)} (${share(percent, language)})`;
}
