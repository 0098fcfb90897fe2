import { describe, expect, test } from 'vitest';
import type { Store } from '../../models/store.ts';
import { languages } from '../../src/language/format.ts';
import type { StoreComparison } from '../../src/turnover/compare-day.ts';
import type { EnterableStore, StandingFigure } from '../../src/turnover/figures-by-hand.ts';
import { checkModal } from '../../views/day-actions/check-blocks.ts';
import { manualModal } from '../../views/day-actions/manual-blocks.ts';
import { dayMenu, menuValue, readMenuValue } from '../../views/day-actions/menu.ts';
import { reimportedModal, reimportModal } from '../../views/day-actions/reimport-blocks.ts';
import { link } from './support/links.ts';
import { hardName, hardNames, id } from './support/records.ts';
import { expectGoodView, wordsIn } from './support/words.ts';

const day = '2025-11-12';
const look = { day, vat: 'excl', language: 'en', isProvisional: false } as const;
const said = (view: { blocks: unknown[] }) => wordsIn(view.blocks).join('\n');

const amounts = (net: number) => ({
  gross: Math.round(net * 1.21),
  net,
  tax: Math.round(net * 0.21),
  sales: 3,
});
const noneVoided = { sales: 0, gross: 0, tax: 0 };

const compared = (number: number, name: string, more: Partial<StoreComparison> = {}): StoreComparison => ({
  storeId: String(number),
  name,
  currency: 'EUR',
  kept: amounts(15_000),
  now: amounts(15_000),
  voidedSince: noneVoided,
  isManual: false,
  ...more,
});

const comparison = (stores: StoreComparison[], failures: string[] = []) => ({
  kind: 'compared' as const,
  day,
  links: stores.length > 0 ? [{ link: link(1), stores }] : [],
  unread: failures.map((failure, number) => ({
    link: link(number + 2, { name: `Other & co ${number}` }),
    failure,
  })),
});

const changed = compared(1, 'Amsterdam', {
  now: amounts(11_000),
  voidedSince: { sales: 1, gross: -6_050, tax: -1_050 },
});
/** Everything there can be at once, with names that break things. */
const everything = comparison(
  Array.from({ length: 300 }, (_, number) =>
    compared(number, hardName(number), {
      kept: number % 5 === 0 ? null : amounts(15_000),
      now: amounts(number * 100),
      isManual: number % 7 === 1,
      voidedSince: { sales: number, gross: -121, tax: -21 },
    }),
  ),
  [
    'KeyRefusedError',
    'AccessDeniedError',
    'LightspeedDownError',
    'UnreadableAnswerError',
    'VaultError',
    'Boom',
  ],
);

describe('a check against Lightspeed', () => {
  test('says by how much a store differs and why, and that nothing was changed', () => {
    const view = checkModal(comparison([changed, compared(2, 'Rotterdam')]), look);

    expectGoodView(view);
    expect(view.submit).toBeUndefined();
    expect(said(view).split('\n')).toEqual([
      'Lightspeed now says something else of *Wed 12 Nov 2025* than Daybook has:',
      '*Amsterdam*: €150.00 → €110.00 (-€40.00)',
      '• one sale voided since: -€50.00',
      '• changed, added or moved since: +€10.00',
      '1 store as before.',
      'Nothing was changed.',
      'To take over what Lightspeed says now, choose “Import this day again…”.',
      'All amounts excl. VAT.',
      expect.stringContaining('should match “Total” in *Analytics*'),
    ]);
  });

  test('that finds nothing says so', () => {
    const view = checkModal(comparison([compared(1, 'Amsterdam')]), look);

    expectGoodView(view);
    expect(said(view)).toContain('Lightspeed says of Wed 12 Nov 2025 what Daybook has.');
  });

  test('of a store that is not in calls that no zero', () => {
    const view = checkModal(comparison([compared(1, 'Amsterdam', { kept: null })]), look);

    expectGoodView(view);
    expect(said(view)).toContain('*Amsterdam*: not in → €150.00');
    expect(said(view)).not.toContain('€0.00');
  });

  test('that could read nothing does not say that nothing differs', () => {
    const view = checkModal(comparison([], ['LightspeedDownError']), look);

    expectGoodView(view);
    expect(said(view)).toContain('*Other &amp; co 0* could not be read.');
    expect(said(view)).not.toContain('what Daybook has');
  });

  test.each(languages)('of 300 stores fits and can be read (%s)', (language) => {
    for (const isProvisional of [true, false]) {
      for (const vat of ['incl', 'excl'] as const) {
        expectGoodView(checkModal(everything, { day, vat, language, isProvisional }));
      }
    }
  });
});

describe('a day that is imported again', () => {
  test('is shown as it is and as it will be before it is saved', () => {
    const view = reimportModal(comparison([changed, compared(2, 'Rotterdam')]), look);

    expectGoodView(view);
    expect(view.submit?.text).toBe('Save');
    expect(said(view)).toContain('*Amsterdam*: €150.00 → €110.00 (-€40.00)');
    expect(said(view)).toContain('1 store as before.');
  });

  test('cannot be saved where that would change nothing', () => {
    const same = reimportModal(comparison([compared(1, 'Amsterdam')]), look);
    const byHand = reimportModal(comparison([{ ...changed, isManual: true }]), look);

    for (const view of [same, byHand]) {
      expectGoodView(view);
      expect(view.submit).toBeUndefined();
    }
    expect(said(byHand)).toContain(
      '*Amsterdam*: entered by hand, so it stays €150.00; Lightspeed says €110.00.',
    );
  });

  test.each(languages)('of 300 stores fits before and after, and can be read (%s)', (language) => {
    const written = everything.links.flatMap(({ stores }) =>
      stores.map(({ name, currency, kept, now }) => ({ name, currency, before: kept, after: now })),
    );

    expectGoodView(reimportModal(everything, { ...look, language }));
    expectGoodView(
      reimportedModal({ kind: 'done', written, unread: everything.unread }, { ...look, language }),
    );
    expectGoodView(reimportedModal({ kind: 'done', written: [], unread: [] }, { ...look, language }));
  });
});

const store = (number: number, name: string): Store => ({
  workspaceId: 'T1',
  linkId: id(1),
  storeId: String(number),
  name,
  zone: 'Europe/Amsterdam',
  cutOff: 0,
  changes: [],
  archived: false,
  foreignCurrency: null,
  goneSince: null,
  announced: true,
  since: '2025-11-01',
});

const enterable = (number: number, name: string): EnterableStore => ({
  link: link(1),
  store: store(number, name),
});

const standing = (number: number, name: string, reason = 'Till was broken'): StandingFigure => ({
  linkId: id(1),
  storeId: String(number),
  name,
  currency: 'EUR',
  gross: 12_100,
  entered: { reason, by: 'U1' },
});

describe('the form for a figure by hand', () => {
  test('asks for the store, the turnover, the VAT and why', () => {
    const view = manualModal({ day, stores: [enterable(1, 'Amsterdam')], standing: [] }, 'en');

    expectGoodView(view);
    expect(wordsIn(view.blocks)).toEqual(
      expect.arrayContaining(['Store', 'Amsterdam', 'Turnover incl. VAT', 'VAT in it', 'Why']),
    );
    expect(JSON.stringify(view.blocks)).not.toContain('initial_value');
  });

  test('shows what was entered before, by whom and why, with a question before it is released', () => {
    const data = {
      day,
      stores: [enterable(1, 'A & B')],
      standing: [standing(1, 'A & B', '<!channel> broke')],
    };

    const view = manualModal(data, 'en');

    expectGoodView(view);
    expect(said(view)).toContain(
      '*A &amp; B*: €121.00 incl. VAT, entered by hand by <@U1>: “&lt;!channel&gt; broke”',
    );
    expect(JSON.stringify(view.blocks)).toContain(
      'Give up this figure and read A & B from Lightspeed again?',
    );
  });

  test.each(languages)(
    'fits for 300 stores, all of them entered by hand before, with long reasons (%s)',
    (language) => {
      const stores = Array.from({ length: 300 }, (_, number) => enterable(number, hardName(number)));
      const figures = Array.from({ length: 300 }, (_, number) =>
        standing(number, hardName(number), 'W'.repeat(300)),
      );

      const full = manualModal({ day, stores, standing: figures }, language);
      expectGoodView(full);
      const released = JSON.stringify(full.blocks).match(/release_figure/g)?.length ?? 0;
      expect(said(full)).toContain(`+${300 - released}`);
      expectGoodView(manualModal({ day, stores, standing: [] }, language));
    },
  );

  test.each([...hardNames, 'W'.repeat(200)])('takes a store called "%s"', (name) => {
    expectGoodView(manualModal({ day, stores: [enterable(1, name)], standing: [standing(1, name)] }, 'en'));
  });
});

describe('the menu beside a day', () => {
  test.each(languages)('offers four deeds (%s)', (language) => {
    expect(dayMenu(day, language).options.map(({ text }) => text.text)).toHaveLength(4);
  });

  test('is understood again, and nothing else is', () => {
    expect(readMenuValue(menuValue('check', day))).toEqual({ deed: 'check', day });
    for (const forged of ['', 'check', 'delete:2025-11-12', 'check:2025-11-12:more']) {
      expect(readMenuValue(forged)).toBeUndefined();
    }
  });
});
