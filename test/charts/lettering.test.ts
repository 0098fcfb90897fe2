import { expect, test } from 'vitest';
import { cutToWidth, drawable, drawableName, textWidth } from '../../src/charts/lettering.ts';

const label = { size: 14, weight: 500 } as const;

test('wide letters are wider than narrow ones, and twice the size is twice as wide', () => {
  expect(textWidth('WWWW', label)).toBeGreaterThan(2 * textWidth('iiii', label));
  expect(textWidth('Bakery', { size: 28, weight: 500 })).toBeCloseTo(2 * textWidth('Bakery', label));
});

test('what fits stays whole; what does not is cut with a mark and fits', () => {
  const long = 'Flowers and plants for every day';

  expect(cutToWidth('Bakery', 100, label)).toBe('Bakery');
  expect(cutToWidth(long, 100, label)).toMatch(/^Flowers and.*…$/);
  expect(textWidth(cutToWidth(long, 100, label), label)).toBeLessThanOrEqual(100);
});

test('a letter of several code points is never cut in two', () => {
  const name = 'e\u0301'.repeat(40);

  const cut = cutToWidth(name, 60, label);

  expect(cut.replaceAll('e\u0301', '')).toBe('…');
});

test.each([
  ['Bakery 🥐', 'Bakery'],
  [':croissant: Bakery', 'Bakery'],
  ['👩‍🍳 Kitchen 🇳🇱', 'Kitchen'],
  ['Wine 1️⃣', 'Wine 1'],
  ['Ωж Čeština', 'Ωж Čeština'],
  ['8:30 to 9:45', '8:30 to 9:45'],
])('%s is drawn as %s', (name, drawn) => {
  expect(drawableName(name, 'Department 1')).toBe(drawn);
});

test.each(['ベーカリー', '🥐', '빵집', 'مخبز', 'Bakery 🥐 パン'])(
  'a name the font cannot write (%s) is told by its stand-in',
  (name) => {
    expect(drawableName(name, 'Department 1')).toBe('Department 1');
  },
);

test('narrow and unbreakable spaces, which Intl writes into amounts, become plain ones', () => {
  expect(drawable('1\u202f234,50\u00a0€')).toBe('1 234,50 €');
});
