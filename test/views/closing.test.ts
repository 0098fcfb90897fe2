import { describe, expect, test } from 'vitest';
import type { Closings } from '../../src/stores/closings.ts';
import { closedDayModal, closingModal, weekdaysModal } from '../../views/closing/blocks.ts';
import { hardName, id } from './support/records.ts';
import { expectGoodView, wordsIn } from './support/words.ts';

const nothing: Closings = { country: null, stores: [], days: [], today: '2026-11-10' };

const said = (view: { blocks: unknown[] }) => wordsIn(view.blocks).join('\n');

describe('closed days', () => {
  test('say that nothing is set', () => {
    const view = closingModal(nothing, 'en');

    expectGoodView(view);
    expect(said(view)).toContain('No store is closed on a fixed weekday.\n');
    expect(said(view)).toContain('No single day is set.');
    expect(said(view)).toContain('No country');
  });

  test('name the country, the weekdays of stores, and each single day with a way to take it back', () => {
    const view = closingModal(
      {
        ...nothing,
        country: 'NL',
        stores: [{ name: 'Fish & Chips', weekdays: [1, 7] }],
        days: [
          { id: id(1), day: '2026-11-11', name: null },
          { id: id(2), day: '2027-01-02', name: 'Bakery' },
        ],
      },
      'en',
    );

    expectGoodView(view);
    expect(said(view)).toContain('Netherlands');
    expect(said(view)).toContain('Fish &amp; Chips: Monday and Sunday');
    expect(said(view)).toContain('Wed 11 Nov: every store');
    expect(said(view)).toContain('Sat 2 Jan 2027: Bakery');
    expect(said(view).match(/Take back: closed on/g)).toHaveLength(2);
  });

  test.each(['en', 'nl'] as const)('fit for 300 stores and a year of days (%s)', (language) => {
    const stores = Array.from({ length: 300 }, (_, number) => ({
      name: hardName(number),
      weekdays: [1, 2, 3, 4, 5, 6, 7],
    }));
    const days = Array.from({ length: 365 }, (_, number) => ({
      id: id(number),
      day: '2026-11-11',
      name: hardName(number),
    }));

    expectGoodView(closingModal({ ...nothing, stores, days, done: hardName(3) }, language));
    expectGoodView(weekdaysModal(language));
    const chosen = { value: `${id(1)} ${id(2)}`, name: hardName(7), weekdays: [1, 7] };
    expectGoodView(weekdaysModal(language, chosen));
    expectGoodView(closedDayModal(nothing, language));
  });
});
