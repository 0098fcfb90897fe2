import { expect, test } from 'vitest';
import { calledIn, kept, wordsOf } from '../../src/notes/words.ts';

const names = new Map([['U1', 'Sam']]);

test.each([
  ['Busy &amp; wet, 3 &lt; 5', 'Busy & wet, 3 < 5'],
  ['&amp;lt; stays', '&lt; stays'],
  ['ask <@U1> or <@U2|noor>', 'ask @Sam or @noor'],
  ['<@U9> knows', '@… knows'],
  ['<!here> and <!subteam^S1|@tills> in <#C1|sales>', '@here and @tills in #sales'],
  ['see <https://example.com/a|the page> and <https://example.com>', 'see the page and https://example.com'],
  ['<mailto:a@example.com>', 'a@example.com'],
])('the message %s reads as a person reads it', (text, words) => {
  expect(wordsOf(text, names)).toBe(words);
});

test('names are looked up once for each person called', () => {
  expect(calledIn('<@U1> and <@U2|b> and <@U1>, <!here>')).toEqual(['U1', 'U2']);
});

test('a note is cut between letters, never inside one', () => {
  const long = `${'a'.repeat(498)}😀😀`;

  expect(kept(long)).toEqual({ text: `${'a'.repeat(498)}…`, isShortened: true });
  expect(kept('  rain\r\nall day ')).toEqual({ text: 'rain\nall day', isShortened: false });
});
