import { type Language, list } from '../src/language/format.ts';
import { asText, fitting } from './blocks.ts';

/** Names in a row, for mrkdwn: `Bakery, Flowers and Wine`; where they need more than `room` characters, `… and +12` ends it. */
export function nameList(names: readonly string[], language: Language, room = 1_200): string {
  const escaped = names.map(asText);
  return list(
    fitting(escaped, room, (left) => `+${left}`),
    language,
  );
}
