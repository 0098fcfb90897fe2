import { describe, expect, test } from 'vitest';
import { dueDays } from '../../src/digest/due-digests.ts';

const days = (
  now: string,
  hour: number,
  { zone = 'Europe/Amsterdam', chosenAt = '2024-01-01T00:00:00Z' } = {},
) => dueDays({ hour, zone, chosenAt: new Date(chosenAt) }, Date.parse(now));

describe('the days whose digest is due', () => {
  test.each([
    ['a moment before the hour', '2024-06-04T07:59:59.999+02:00', 8, '2024-06-02'],
    ['at the hour', '2024-06-04T08:00:00+02:00', 8, '2024-06-03'],
    ['at midnight', '2024-06-04T00:00:00+02:00', 0, '2024-06-03'],
    ['late in the evening', '2024-06-04T23:30:00+02:00', 23, '2024-06-03'],
    ['an hour that clocks skip: when the gap ends', '2024-03-31T03:00:00+02:00', 2, '2024-03-30'],
    ['just before that', '2024-03-31T01:59:59+01:00', 2, '2024-03-29'],
    ['an hour that comes twice: the first time', '2024-10-27T02:00:00+02:00', 2, '2024-10-26'],
    ['and not anew the second time', '2024-10-27T02:30:00+01:00', 2, '2024-10-26'],
  ])('%s', (_what, now, hour, last) => {
    expect(days(now, hour).at(-1)).toBe(last);
  });

  test('each day is due in the same number of looks over a change of the clocks', () => {
    const seen = new Set<string>();

    for (
      let at = Date.parse('2024-10-25T00:00:00Z');
      at < Date.parse('2024-10-30T00:00:00Z');
      at += 3_600_000
    )
      for (const day of days(new Date(at).toISOString(), 2)) seen.add(day);

    expect([...seen].sort()).toEqual(
      [
        ...['2024-10-20', '2024-10-21', '2024-10-22', '2024-10-23'],
        ...['2024-10-24', '2024-10-25', '2024-10-26', '2024-10-27', '2024-10-28'],
      ].slice(-8),
    );
  });

  test('are those of the last days only, after downtime', () => {
    expect(days('2024-06-20T09:00:00+02:00', 8)).toEqual([
      '2024-06-16',
      '2024-06-17',
      '2024-06-18',
      '2024-06-19',
    ]);
  });

  test('are none that were due before the channel was chosen', () => {
    const chosenAt = '2024-06-19T09:00:00+02:00';

    expect(days('2024-06-19T10:00:00+02:00', 8, { chosenAt })).toEqual([]);
    expect(days('2024-06-20T08:00:00+02:00', 8, { chosenAt })).toEqual(['2024-06-19']);
  });
});
