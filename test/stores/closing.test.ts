import { describe, expect, test } from 'vitest';
import type { Store } from '../../models/store.ts';
import { closingOf, holidayCountry } from '../../src/stores/closing.ts';
import { countries, countryOfZone, holidayOn, holidayYearBefore } from '../../src/stores/holidays.ts';

const store: Store = {
  workspaceId: 'T1',
  linkId: 'L1',
  storeId: '1',
  name: 'Amsterdam',
  zone: 'Europe/Amsterdam',
  cutOff: 0,
  changes: [],
  archived: false,
  foreignCurrency: null,
  goneSince: null,
  announced: true,
  since: '2020-01-01',
};
const place = { holidays: null, zone: 'Europe/Amsterdam' };
const closedDay = { _id: 'x', workspaceId: 'T1', by: 'U1', at: new Date(0) };

describe('a store is meant to be closed', () => {
  test('on its weekdays', () => {
    const closes = closingOf(place, []);

    expect(closes({ ...store, closedWeekdays: [7] }, '2026-11-08')).toBe(true);
    expect(closes({ ...store, closedWeekdays: [7] }, '2026-11-09')).toBe(false);
    expect(closes(store, '2026-11-08')).toBe(false);
  });

  test('on public holidays of the country chosen, else of its zone', () => {
    expect(closingOf(place, [])(store, '2026-04-27')).toBe(true);
    expect(closingOf({ ...place, holidays: 'none' }, [])(store, '2026-04-27')).toBe(false);
    expect(closingOf({ ...place, holidays: 'BE' }, [])(store, '2026-04-27')).toBe(false);
    expect(closingOf({ ...place, holidays: 'BE' }, [])(store, '2026-07-21')).toBe(true);
  });

  test('on single days, its own or those of every store', () => {
    const closes = closingOf({ ...place, holidays: 'none' }, [
      { ...closedDay, day: '2026-11-10', linkId: null, storeId: null },
      { ...closedDay, day: '2026-11-11', linkId: 'L1', storeId: '2' },
    ]);

    expect(closes(store, '2026-11-10')).toBe(true);
    expect(closes(store, '2026-11-11')).toBe(false);
    expect(closes({ ...store, storeId: '2' }, '2026-11-11')).toBe(true);
  });
});

describe('holidays', () => {
  test.each([
    ['Europe/Amsterdam', 'NL'],
    ['Europe/London', 'GB'],
    ['America/New_York', 'US'],
    ['Pacific/Auckland', 'NZ'],
    ['UTC', null],
  ])('the zone %s lies in %s', (zone, country) => {
    expect(countryOfZone(zone)).toBe(country);
    expect(holidayCountry({ holidays: null, zone })).toBe(country);
  });

  test('have the reader’s name, and the same one a year before is found though its date moved', () => {
    const easterMonday = holidayOn('NL', '2026-04-06', 'nl');

    expect(easterMonday?.name).toBe('Tweede paasdag');
    expect(easterMonday && holidayYearBefore('NL', easterMonday, 'nl')).toBe('2025-04-21');
    expect(holidayOn('NL', '2026-04-07', 'nl')).toBeNull();
    expect(holidayOn(null, '2026-04-06', 'nl')).toBeNull();
  });

  test('are those of many countries, by name', () => {
    const names = countries('nl').map(({ name }) => name);

    expect(names).toContain('Nederland');
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'nl')));
  });
});
