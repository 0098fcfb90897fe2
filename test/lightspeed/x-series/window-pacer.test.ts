import { expect, test } from 'vitest';
import { createWindowPacer } from '../../../src/lightspeed/x-series/window-pacer.ts';

function waitAfter(headers: Record<string, string>, elapsed = 0) {
  const pacer = createWindowPacer();
  pacer.heard(headers, 1_000_000);
  return pacer.wait(1_000_000 + elapsed);
}

const room = (remaining: number, limit: number) => ({
  'x-ratelimit-remaining': String(remaining),
  'x-ratelimit-limit': String(limit),
});

test('nothing is waited for before the first answer', () => {
  expect(createWindowPacer().wait(0)).toBe(0);
});

test('nothing is waited for while more than a tenth is left', () => {
  expect(waitAfter(room(36, 350))).toBe(0);
});

test('the last tenth is asked at the pace of the window', () => {
  expect(waitAfter(room(35, 350))).toBe(858);
  expect(waitAfter(room(0, 3050))).toBe(99);
});

test('time that passed counts', () => {
  expect(waitAfter(room(0, 350), 800)).toBe(58);
  expect(waitAfter(room(0, 350), 5000)).toBe(0);
});

test('a clock set back does not lengthen the wait', () => {
  expect(waitAfter(room(0, 350), -60_000)).toBe(858);
});

test('no wait is longer than a second, however small the limit', () => {
  expect(waitAfter(room(0, 5))).toBe(1000);
});

test.each([{}, { 'x-ratelimit-remaining': 'none' }, { 'x-ratelimit-remaining': '' }])(
  'headers that say nothing (%j) ask for no wait',
  (headers) => {
    expect(waitAfter(headers)).toBe(0);
  },
);

test('without a limit the smallest is taken', () => {
  expect(waitAfter({ 'x-ratelimit-remaining': '3' })).toBe(858);
  expect(waitAfter({ 'x-ratelimit-remaining': '36' })).toBe(0);
});

test('an answer without the headers ends the waiting', () => {
  const pacer = createWindowPacer();
  pacer.heard(room(0, 350), 0);
  pacer.heard({}, 0);

  expect(pacer.wait(0)).toBe(0);
});
