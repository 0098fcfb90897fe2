import { expect, it } from 'vitest';
import { readShares, sharesText } from '../../src/departments/read-shares.ts';

it.each([
  [
    'Bakery 60, Flowers 40',
    [
      ['Bakery', 6_000],
      ['Flowers', 4_000],
    ],
  ],
  [
    'Bakery: 33.33%; Flowers 33,33 %; Wine 33.34',
    [
      ['Bakery', 3_333],
      ['Flowers', 3_333],
      ['Wine', 3_334],
    ],
  ],
  [
    'Bread & Pastry 50\nHall 7 50',
    [
      ['Bread & Pastry', 5_000],
      ['Hall 7', 5_000],
    ],
  ],
])('reads %j', (typed, shares) => {
  expect(readShares(typed)).toEqual(shares.map(([name, weight]) => ({ name, weight })));
});

it.each([
  '',
  'Bakery 100',
  'Bakery 60, Flowers 30',
  'Bakery 60, bakery 40',
  'Bakery, Flowers',
  'Bakery 0, Flowers 100',
  '60, 40',
])('refuses %j', (typed) => {
  expect(readShares(typed)).toBeUndefined();
});

it('writes shares as it reads them', () => {
  const shares = [
    { name: 'Bakery', weight: 3_350 },
    { name: 'Flowers', weight: 6_650 },
  ];

  expect(readShares(sharesText(shares))).toEqual(shares);
});
