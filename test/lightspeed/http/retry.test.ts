import { expect, test } from 'vitest';
import { retryAfter, waitBeforeRetry } from '../../../src/lightspeed/http/retry.ts';

const NOW = Date.parse('2020-07-15T15:04:00Z');

test.each([
  ['3', 3000],
  [' 0.5 ', 500],
  ['0', 0],
  ['Wed, 15 Jul 2020 15:04:05 GMT', 5000],
  ['Wed, 15 Jul 2020 15:03:00 GMT', 0],
  ['-5', null],
  ['soon', null],
  ['', null],
  [undefined, null],
])('Retry-After %j is %j ms', (header, wait) => {
  expect(retryAfter(header, NOW)).toBe(wait);
});

test('waits double, up to a quarter of a minute', () => {
  const waits = [1, 2, 3, 4, 10].map((failures) => waitBeforeRetry('down', failures, null, () => 1));

  expect(waits).toEqual([500, 1000, 2000, 4000, 15_000]);
});

test('chance takes off up to half of a wait', () => {
  expect(waitBeforeRetry('down', 3, null, () => 0)).toBe(1000);
});

test('being asked for no wait at all is still a growing wait', () => {
  expect([1, 2, 3].map((failures) => waitBeforeRetry('busy', failures, 0, () => 0))).toEqual([
    250, 500, 1000,
  ]);
});

test('a server that is down may ask for a wait too, but not for an hour', () => {
  expect(waitBeforeRetry('down', 1, 5000, () => 0)).toBe(5000);
  expect(waitBeforeRetry('down', 1, 3_600_000, () => 0)).toBe(60_000);
});
