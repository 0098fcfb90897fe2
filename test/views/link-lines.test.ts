import { expect, test } from 'vitest';
import { languages } from '../../src/language/format.ts';
import { linkLines } from '../../views/status/link-lines.ts';
import { link, linkStatus } from './support/links.ts';

const backfill = {
  backfillId: 'b1',
  account: 'Blad & Boon',
  series: 'r',
  from: '2024-11-01',
  to: '2025-10-31',
  state: 'held',
  daysDone: 91,
  daysAll: 365,
  failure: null,
} as const;

const special = linkStatus(link(1, { credential: 'oauth' }), {
  ignored: ['Test till'],
  ownDays: [{ name: 'Club', cutOff: 4 }],
  backfill,
  consentEnds: new Date('2025-12-13T09:00:00Z'),
});

test('what is special about a link is said in words', () => {
  const lines = linkLines(special, { language: 'en', room: 500 });

  expect(lines).toEqual(
    expect.arrayContaining([
      'Ignored, in no total: Test till.',
      'Days that do not begin at midnight: Club from 04:00.',
      'Older days: 91 of 365 in. Waiting, because the account is paused. It goes on by itself when that is resumed.',
    ]),
  );
  expect(lines.join(' ')).toMatch(/consent runs out Sat,? 13 Dec/);
});

test.each(languages)('a link of which nothing is special says nothing of it (%s)', (language) => {
  const usual = linkLines(linkStatus(link(1)), { language, room: 500 });

  expect(linkLines(special, { language, room: 500 }).length).toBeGreaterThan(usual.length);
  expect(usual).toHaveLength(3);
});

test('a refused key is told without a next import, as if that would bring something', () => {
  const [usual, refused] = (['active', 'refused'] as const).map((state) =>
    linkLines(linkStatus(link(1, { state, troubleSince: new Date('2025-11-12T02:00:00Z') })), {
      language: 'en',
      room: 500,
    }).join('\n'),
  );

  expect(usual).toContain('Next import');
  expect(refused).not.toContain('Next import');
  expect(refused).toContain(':warning:');
});
