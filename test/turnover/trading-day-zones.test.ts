import { expect, test } from 'vitest';
import { dayBounds, dayOf } from '../../src/turnover/trading-day.ts';
import { type ClockChange, clockChanges, firstShowing } from './zone-walker.ts';

const from = Date.parse('2000-01-01T00:00:00Z');
const to = Date.parse('2036-01-01T00:00:00Z');
const hour = 3_600_000;
const oneDay = 24 * hour;
const cutOffs = [0, 1, 2, 3, 4, 5, 6];

/** Zones that change their clocks at odd hours, by odd steps, often, twice a year or once for ever. */
const zones = [
  ...['Africa/Cairo', 'Africa/Casablanca', 'Africa/El_Aaiun', 'Africa/Juba', 'Africa/Sao_Tome'],
  ...['Africa/Tripoli', 'Africa/Windhoek', 'America/Argentina/San_Luis', 'America/Asuncion'],
  ...['America/Bogota', 'America/Caracas', 'America/Godthab', 'America/Havana', 'America/Los_Angeles'],
  ...['America/Mexico_City', 'America/New_York', 'America/Santiago', 'America/Sao_Paulo'],
  ...['America/Scoresbysund', 'America/St_Johns', 'America/Toronto', 'Antarctica/Casey', 'Antarctica/Troll'],
  ...['Asia/Amman', 'Asia/Beirut', 'Asia/Colombo', 'Asia/Damascus', 'Asia/Gaza', 'Asia/Jerusalem'],
  ...['Asia/Kathmandu', 'Asia/Pyongyang', 'Asia/Tehran', 'Asia/Tokyo', 'Atlantic/Azores'],
  ...['Atlantic/Stanley', 'Australia/Adelaide', 'Australia/Lord_Howe', 'Australia/Sydney'],
  ...['Europe/Amsterdam', 'Europe/Istanbul', 'Europe/Lisbon', 'Europe/London', 'Europe/Moscow'],
  ...['Europe/Volgograd', 'Pacific/Apia', 'Pacific/Auckland', 'Pacific/Chatham', 'Pacific/Easter'],
  ...['Pacific/Fakaofo', 'Pacific/Fiji', 'Pacific/Norfolk', 'Pacific/Tongatapu'],
];

const textOf = (wall: number) => new Date(wall).toISOString().slice(0, 10);

/** The days around a change that are not as the walker finds them. */
function wrongAround(zone: string, change: ClockChange): string[] {
  const midnight = Math.floor((change.at + change.before) / oneDay) * oneDay;
  const wrong: string[] = [];
  for (const cutOff of cutOffs) {
    for (const wall of [midnight - oneDay, midnight, midnight + oneDay, midnight + 2 * oneDay]) {
      const rule = { zone, cutOff };
      const start = firstShowing(wall + cutOff * hour, change);
      const end = firstShowing(wall + oneDay + cutOff * hour, change);
      const day = textOf(wall);
      const bounds = dayBounds(day, rule);
      const isRight =
        bounds.start === start &&
        bounds.end === end &&
        (start === end || (dayOf(start, rule) === day && dayOf(end - 1, rule) === day));
      if (!isRight) wrong.push(`${day} from ${cutOff} in ${zone}: ${new Date(start).toISOString()}`);
    }
  }
  return wrong;
}

test('the zones are at least forty and change their clocks often enough to mean something', () => {
  const changes = zones.map((zone) => clockChanges(zone, from, to).length);

  expect(zones.length).toBeGreaterThanOrEqual(40);
  expect(changes.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(2_000);
});

test.each(zones)('days around every change of the clocks of %s from 2000 to 2035 are right', (zone) => {
  const changes = clockChanges(zone, from, to);

  expect(changes.flatMap((change) => wrongAround(zone, change))).toEqual([]);
});
