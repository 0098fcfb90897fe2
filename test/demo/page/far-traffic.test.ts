import { expect, test } from 'vitest';
import { shownAnswer } from '../../../demo/page-server/far-traffic.ts';

test('of a long list the first entries are shown, and how many more there are', () => {
  const page = { Sale: Array.from({ length: 100 }, (_, index) => ({ saleID: String(index) })) };

  const shown = shownAnswer(JSON.stringify(page));

  expect(shown).toEqual({ Sale: [{ saleID: '0' }, { saleID: '1' }, { saleID: '2' }, '… and 97 more'] });
});

test('tokens in an answer are masked', () => {
  const shown = shownAnswer(JSON.stringify({ access_token: 'secret-1', refresh_token: 'secret-2' }));

  expect(JSON.stringify(shown)).not.toContain('secret');
});

test('what is no JSON is shown as it came, the beginning of it', () => {
  expect(shownAnswer('<h1>502 Bad Gateway</h1>')).toBe('<h1>502 Bad Gateway</h1>');
  expect(shownAnswer('x'.repeat(5_000))).toBe(`${'x'.repeat(2_000)}…`);
});
