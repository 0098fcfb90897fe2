import { expect, test } from 'vitest';
import { SeenIds } from '../../../src/lightspeed/http/seen-ids.ts';

test('an id is new once, whatever it looks like', () => {
  const seen = new SeenIds();
  const ids = [
    '0',
    '1',
    '7',
    '8',
    '8191',
    '8192',
    '999999999999999',
    '9007199254740993',
    '007',
    'a1',
    '-1',
    '1.0',
  ];

  expect(ids.filter((id) => seen.add(id))).toEqual(ids);
  expect(ids.filter((id) => seen.add(id))).toEqual([]);
});

test('a million ids take less than a megabyte', () => {
  const seen = new SeenIds();
  const before = process.memoryUsage().arrayBuffers;

  for (let id = 5_000_000; id < 6_000_000; id++) seen.add(String(id));

  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1_000_000);
  expect(seen.add('5999999')).toBe(false);
  expect(seen.add('6000000')).toBe(true);
});
