import { describe, expect, test } from 'vitest';
import { languages } from '../../src/language/format.ts';
import type { StoreDayRule } from '../../src/stores/day-rules.ts';
import { businessDayModal, storeOptions } from '../../views/business-day/blocks.ts';
import { hardName, hardNames, id } from './support/records.ts';
import { expectGoodView, wordsIn } from './support/words.ts';

const today = '2025-11-13';

const store = (number: number, name: string, more: Partial<StoreDayRule> = {}): StoreDayRule => ({
  linkId: id(1),
  storeId: String(number),
  name,
  cutOff: 0,
  zone: 'Europe/Amsterdam',
  ...more,
});

const said = (view: { blocks: unknown[] }) => wordsIn(view.blocks).join('\n');

describe('the form for business days', () => {
  test('says of each store when its day begins and where', () => {
    const stores = [
      store(1, 'Bar', { cutOff: 4 }),
      store(2, 'Shop & more'),
      store(3, 'Nowhere', { zone: null }),
    ];

    const view = businessDayModal({ stores, today }, 'en');

    expectGoodView(view);
    expect(said(view)).toContain('*Bar*: from 04:00, Europe/Amsterdam');
    expect(said(view)).toContain('*Shop &amp; more*: from 00:00, Europe/Amsterdam');
    expect(said(view)).toContain('*Nowhere*: from 00:00, no time zone known, so not read');
  });

  test('offers the hours from midnight to six, and today as the first day', () => {
    const view = businessDayModal({ stores: [store(1, 'Bar')], today }, 'en');

    const offered = wordsIn(view.blocks).filter((words) => /^\d\d:00$/.test(words));
    expect(offered).toEqual(['00:00', '01:00', '02:00', '03:00', '04:00', '05:00', '06:00']);
    expect(JSON.stringify(view.blocks)).toContain(`"initial_date":"${today}"`);
  });

  test.each(languages)('without a store says what to do, and submits nothing (%s)', (language) => {
    const view = businessDayModal({ stores: [], today }, language);

    expectGoodView(view);
    expect(view.submit).toBeUndefined();
    expect(said(view)).toContain('/lightspeed');
  });

  test.each(languages)(
    'takes 300 stores with names that break things, and leaves none out in silence (%s)',
    (language) => {
      const stores = Array.from({ length: 300 }, (_, number) => store(number, hardName(number)));

      const view = businessDayModal({ stores, today }, language);

      expectGoodView(view);
      const listed = said(view).match(/: (?:from|vanaf) 00:00/g)?.length ?? 0;
      expect(said(view)).toContain(`+${300 - listed}`);
    },
  );
});

describe('the stores to choose from', () => {
  test.each([...hardNames, ''])('name the store "%s" as Slack takes it', (name) => {
    const [option] = storeOptions([store(1, name)], '');

    expect(option?.text.text.length).toBeGreaterThan(0);
    expect(option?.text.text.length).toBeLessThanOrEqual(75);
    expect(option?.value).toBe(`${id(1)} 1`);
  });

  test('are those whose name holds what was typed, in either case, at most a hundred', () => {
    const stores = Array.from({ length: 300 }, (_, number) => store(number, `Store ${number}`));

    expect(storeOptions(stores, ' STORE 29').map(({ text }) => text.text)).toEqual([
      'Store 29',
      ...Array.from({ length: 10 }, (_, number) => `Store ${290 + number}`),
    ]);
    expect(storeOptions(stores, '')).toHaveLength(100);
    expect(storeOptions(stores, 'bakery')).toEqual([]);
  });
});
