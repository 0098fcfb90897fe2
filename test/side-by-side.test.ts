import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { sideBySide } from '../src/side-by-side.ts';

/** Gives out the numbers from 1 up to a last one, then nothing. */
function numbersTo(last: number) {
  let asked = 0;
  return {
    next: async () => {
      asked += 1;
      return asked <= last ? asked : undefined;
    },
    asked: () => asked,
  };
}

test('all work is done, each piece once, and never more of it at a time than is allowed', async () => {
  const numbers = numbersTo(40);
  const done: number[] = [];
  let [now, most] = [0, 0];

  await sideBySide(5, numbers.next, async (number) => {
    now += 1;
    most = Math.max(most, now);
    await sleep(number % 3);
    now -= 1;
    done.push(number);
  });

  expect(done.toSorted((one, other) => one - other)).toEqual(Array.from({ length: 40 }, (_, at) => at + 1));
  expect(most).toBe(5);
});

test('little work is asked for little: twelve hands do not ask twelve times for nothing', async () => {
  const none = numbersTo(0);
  const one = numbersTo(1);

  await sideBySide(12, none.next, async () => undefined);
  await sideBySide(12, one.next, async () => undefined);

  expect(none.asked()).toBe(1);
  expect(one.asked()).toBe(3);
});

test('a failure is thrown only when what was begun beside it is over, and the rest is still done', async () => {
  const numbers = numbersTo(6);
  const done: number[] = [];
  const failure = new Error('number 1');

  const work = sideBySide(2, numbers.next, async (number) => {
    if (number === 1) throw failure;
    await sleep(5);
    done.push(number);
  });

  await expect(work).rejects.toBe(failure);
  expect(done).toEqual([2, 3, 4, 5, 6]);
});
