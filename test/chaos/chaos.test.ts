import { describe, expect, inject, test } from 'vitest';
import { play } from './play.ts';

/** A few of the seeds that `npm run chaos` plays; together they have two zones, an outage and a second process. */
describe('whatever dies in the middle of it, figures, revisions and posts are as they should be', () => {
  test.each([1, 10])(
    'with the plan of seed %i',
    async (seed) => {
      const { wrong, deaths } = await play(seed, inject('mongodbUri'));

      expect(wrong, `npm run chaos -- --runs 1 --seed ${seed}`).toEqual([]);
      expect(deaths).toBeGreaterThan(0);
    },
    120_000,
  );
});
