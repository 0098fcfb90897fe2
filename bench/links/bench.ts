import type { Bench } from '../bench.ts';
import { withNights } from './night.ts';

/** A quick Lightspeed, milliseconds an answer: what Daybook itself takes is most of it. */
const quick = 100;
/** One that keeps a night waiting, milliseconds an answer. */
const slow = 1_000;

export const linksBench: Bench = {
  name: 'links',
  about: `a night of 100 and 1,000 accounts, by one process and by two and four`,
  run: () =>
    withNights(async (run) => {
      const [few, many, alone, ofTwo, ofFour, small]: number[][] = [[], [], [], [], [], []];
      for (let round = 0; round < 3; round += 1) {
        few?.push((await run({ accounts: 100, processes: 1, latency: quick })).ms / 100);
        const ofMany = await run({ accounts: 1_000, processes: 1, latency: quick });
        many?.push(ofMany.ms / 1_000);
        small?.push(ofMany.smallDoneAt);
        const waiting = { accounts: 300, latency: slow };
        alone?.push((await run({ ...waiting, processes: 1 })).ms);
        ofTwo?.push((await run({ ...waiting, processes: 2 })).ms);
        ofFour?.push((await run({ ...waiting, processes: 4 })).ms);
      }
      return {
        rows: [
          {
            name: '1,000 accounts, each',
            unit: 'ms',
            samples: many ?? [],
            floor: { name: '100 accounts, each', samples: few ?? [] },
            target: { at: 'most', value: 1.1 },
          },
          {
            name: '300 accounts that wait, one process',
            unit: 'ms',
            samples: alone ?? [],
            floor: { name: 'two processes', samples: ofTwo ?? [] },
            target: { at: 'least', value: 1.8 },
          },
          {
            name: 'the same',
            unit: 'ms',
            samples: alone ?? [],
            floor: { name: 'four processes', samples: ofFour ?? [] },
          },
          {
            name: 'one account beside 1,000, done after this part of the night',
            unit: '',
            samples: small ?? [],
            target: { at: 'most', value: 0.1 },
          },
        ],
        remarks: [`Lightspeed takes ${quick} ms for an answer, and ${slow} ms where accounts wait.`],
      };
    }),
};

export const manyLinksBench: Bench = {
  name: 'many-links',
  about: 'a night of 10,000 accounts, by one process',
  run: () =>
    withNights(async (run) => {
      const few = await run({ accounts: 1_000, processes: 1, latency: quick });
      const many = await run({ accounts: 10_000, processes: 1, latency: quick });
      return {
        rows: [
          {
            name: '10,000 accounts in all',
            unit: 'min',
            samples: [many.ms / 60_000],
            target: { at: 'most', value: 15 },
          },
          {
            name: '10,000 accounts, each',
            unit: 'ms',
            samples: [many.ms / 10_000],
            floor: { name: '1,000 accounts, each', samples: [few.ms / 1_000] },
            target: { at: 'most', value: 1.1 },
          },
        ],
      };
    }),
};
