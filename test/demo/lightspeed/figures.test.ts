import { expect, test } from 'vitest';
import { figuresOf } from '../../../demo/lightspeed/figures.ts';
import { worldOf } from '../../../demo/lightspeed/world.ts';
import { amsterdam } from './support.ts';

const later = Date.parse('2024-06-01T00:00:00Z');

test('start counts, end does not, and only completed, unvoided, unarchived sales', () => {
  const world = worldOf({
    shops: [amsterdam, { ...amsterdam, shopID: '2', name: 'Empty' }],
    sales: [
      { at: '2024-04-30T23:59:59+02:00', gross: 1 },
      { at: '2024-05-01T00:00:00+02:00', gross: 1210 },
      { at: '2024-05-01T23:59:59+02:00', gross: -121 },
      { at: '2024-05-02T00:00:00+02:00', gross: 2 },
      { at: '2024-05-01T12:00:00+02:00', gross: 4, voided: true },
      { at: '2024-05-01T12:00:00+02:00', gross: 8, completed: false },
      { at: '2024-05-01T12:00:00+02:00', gross: 16, archived: true },
    ],
  });

  const figures = figuresOf(world, { day: '2024-05-01', at: later });

  expect(figures).toEqual([
    { storeId: '1', gross: 1089, net: 900, tax: 189, sales: 2 },
    { storeId: '2', gross: 0, net: 0, tax: 0, sales: 0 },
  ]);
});

test('a figure is what could be seen at the instant asked for', () => {
  const world = worldOf({ shops: [amsterdam], sales: [{ at: '2024-05-01T12:00:00Z', gross: 1210 }] });
  world.voidSale(1, Date.parse('2024-05-02T12:00:00Z'));
  const grossAt = (at: string) => figuresOf(world, { day: '2024-05-01', at: Date.parse(at) })[0]?.gross;

  expect(grossAt('2024-05-02T03:00:00Z')).toBe(1210);
  expect(grossAt('2024-05-03T03:00:00Z')).toBe(0);
});

/** One sale of 1 in each quarter of an hour around the day, so that a figure tells the day's length. */
const quartersOf = (timeZone: string, day: string, cutOff = 0) => {
  const from = Date.parse(`${day}T00:00:00Z`) - 24 * 3_600_000;
  const sales = Array.from({ length: 4 * 72 }, (_, n) => ({
    at: new Date(from + n * 900_000).toISOString(),
    gross: 1,
  }));
  const world = worldOf({ shops: [{ ...amsterdam, timeZone }], sales });
  return (figuresOf(world, { day, at: later + 1e12, cutOff })[0]?.sales ?? 0) / 4;
};

test.each([
  ['Europe/Amsterdam', '2024-05-01', 0, 24],
  ['Europe/Amsterdam', '2024-03-31', 0, 23],
  ['Europe/Amsterdam', '2024-10-27', 0, 25],
  ['Europe/Amsterdam', '2024-10-26', 5, 25],
  ['America/St_Johns', '2024-11-03', 0, 25],
  ['Australia/Lord_Howe', '2024-04-07', 0, 24.5],
  ['America/Sao_Paulo', '2018-11-04', 0, 23],
  ['Pacific/Apia', '2011-12-30', 0, 0],
])('a day in %s, %s from hour %i on, has its true length', (timeZone, day, cutOff, hours) => {
  expect(quartersOf(timeZone, day, cutOff)).toBe(hours);
});
