import { describe, expect, test } from 'vitest';
import type { BackfillProgress } from '../../src/backfill/progress.ts';
import { languages } from '../../src/language/format.ts';
import { backfillMessage, backfillModal } from '../../views/backfill/blocks.ts';
import { hardNames, id } from './support/records.ts';
import { expectGoodMessage, expectGoodView, wordsIn } from './support/words.ts';

const states = ['running', 'paused', 'held', 'stopped', 'done'] as const;

const progress = (more: Partial<BackfillProgress> = {}): BackfillProgress => ({
  backfillId: id(1),
  account: 'Blad & Boon',
  series: 'r',
  from: '2024-11-01',
  to: '2025-10-31',
  state: 'running',
  daysDone: 91,
  daysAll: 365,
  failure: null,
  ...more,
});

/** The words on the buttons. */
const buttonsOf = (message: { blocks: unknown[] }) =>
  [
    ...JSON.stringify(message.blocks).matchAll(
      /"type":"button","action_id":"[^"]+","text":\{[^}]*?"text":"([^"]+)"/g,
    ),
  ].map(([, words]) => words);

describe('the progress of a backfill', () => {
  test('says of which account and days, how far it is, and that it goes on', () => {
    const message = backfillMessage(progress(), 'en');

    expectGoodMessage(message);
    expect(message.text).toBe(
      'Older days of *Blad &amp; Boon*, Fri 1 Nov 2024 to Fri 31 Oct 2025: 91 of 365 days. Being imported.',
    );
    expect(wordsIn(message.blocks)[0]).toContain('`█████░░░░░░░░░░░░░░░` 91 of 365 days');
    expect(buttonsOf(message)).toEqual(['Pause', 'Stop']);
  });

  test('in Dutch says the same', () => {
    const message = backfillMessage(progress(), 'nl');

    expectGoodMessage(message);
    expect(message.text).toContain('Oudere dagen van *Blad &amp; Boon*');
    expect(message.text).toContain('91 van 365 dagen. Wordt geïmporteerd.');
    expect(buttonsOf(message)).toEqual(['Pauzeren', 'Stoppen']);
  });

  test.each([
    ['running', ['Pause', 'Stop']],
    ['paused', ['Go on', 'Stop']],
    ['held', ['Stop']],
    ['stopped', []],
    ['done', []],
  ] as const)('that is %s offers what can be done then: %j', (state, offered) => {
    const message = backfillMessage(progress({ state }), 'en');

    expectGoodMessage(message);
    expect(buttonsOf(message)).toEqual(offered);
  });

  test.each([0, 1, 3, 364, 365])('has a bar of one width after %i of 365 days', (daysDone) => {
    const words = wordsIn(backfillMessage(progress({ daysDone }), 'en').blocks).join('\n');

    expect(words.match(/[█░]+/)?.[0]).toHaveLength(20);
    expect(words.includes('░')).toBe(daysDone < 360);
  });

  test.each([
    'KeyRefusedError',
    'AccessDeniedError',
    'LightspeedDownError',
    'VaultError',
    'toString',
    'Boom',
  ])('that fails for %s says why in words, while it goes on', (failure) => {
    for (const series of ['r', 'x'] as const) {
      const running = backfillMessage(progress({ failure, series }), 'en');
      const stopped = backfillMessage(progress({ failure, series, state: 'stopped' }), 'en');

      expectGoodMessage(running);
      expect(running.text).not.toContain(failure);
      expect(running.text.length).toBeGreaterThan(stopped.text.length);
      expect(stopped.text).toMatch(/Stopped\. The days that are in stay\.$/);
    }
  });

  test.each([...hardNames, ''])(
    'can be read for an account called "%s", in each state and language',
    (account) => {
      for (const language of languages) {
        for (const state of states)
          expectGoodMessage(backfillMessage(progress({ account, state }), language));
      }
    },
  );
});

test.each(languages)('the form asks for both days, with a proposal (%s)', (language) => {
  const view = backfillModal({ linkId: id(1), accounts: [], from: '2024-11-01', to: '2025-10-31' }, language);

  expectGoodView(view);
  expect(view.submit?.text).toBe(language === 'en' ? 'Import' : 'Importeren');
  expect(JSON.stringify(view.blocks)).toContain('"initial_date":"2024-11-01"');
  expect(JSON.stringify(view.blocks)).toContain('"initial_date":"2025-10-31"');
  expect(wordsIn(view.blocks)).toEqual(
    expect.arrayContaining(language === 'en' ? ['First day', 'Last day'] : ['Eerste dag', 'Laatste dag']),
  );
});

test('the form asks which account where there are several, set to the one it was opened for', () => {
  const accounts = hardNames.slice(0, 3).map((name, number) => ({ _id: id(number), name }));
  const range = { from: '2024-11-01', to: '2025-10-31' };

  const one = backfillModal({ linkId: id(1), accounts: accounts.slice(1, 2), ...range }, 'en');
  const three = backfillModal({ linkId: id(1), accounts, ...range }, 'en');

  expectGoodView(three);
  expect(wordsIn(one.blocks)).not.toContain('Account');
  expect(wordsIn(three.blocks)).toContain('Account');
  expect(JSON.stringify(three.blocks)).toMatch(new RegExp(`"initial_option":\\{[^}]*\\},"value":"${id(1)}"`));
});
