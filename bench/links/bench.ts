import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench, Report } from '../bench.ts';
import { type BenchServer, openPrepared, startServer } from '../database.ts';
import { inFolder } from '../folder.ts';
import { startApart } from '../fork.ts';
import { settingsFor } from '../settings.ts';
import { type SlackStub, startSlackStub, teamId } from '../slack-stub.ts';
import { bookLinks } from './book-links.ts';

/** How long Lightspeed takes for an answer, milliseconds: a quick one. */
const latency = 100;

export const linksBench: Bench = {
  name: 'links',
  about: `a night of 100 and 1,000 accounts (${latency} ms an answer), by one process and by two`,
  run: () =>
    withWorld(async (nightOf) => {
      const [few, many, ofTwo]: number[][] = [[], [], []];
      for (let run = 0; run < 3; run += 1) {
        few?.push((await nightOf(100, 1)) / 100);
        many?.push((await nightOf(1_000, 1)) / 1_000);
        ofTwo?.push((await nightOf(1_000, 2)) / 1_000);
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
            name: 'one process',
            unit: 'ms',
            samples: many ?? [],
            floor: { name: 'two processes', samples: ofTwo ?? [] },
            target: { at: 'least', value: 1.8 },
          },
        ],
      };
    }),
};

export const manyLinksBench: Bench = {
  name: 'many-links',
  about: `a night of 10,000 accounts (${latency} ms an answer), by one process`,
  run: () =>
    withWorld(async (nightOf) => ({
      rows: [
        {
          name: '10,000 accounts in all',
          unit: 'min',
          samples: [(await nightOf(10_000, 1)) / 60_000],
          target: { at: 'most', value: 15 },
        },
      ],
    })),
};

/** How long a night of so many accounts takes so many processes, milliseconds from the start of the first. */
type NightOf = (accounts: number, processes: number) => Promise<number>;

async function withWorld(measure: (nightOf: NightOf) => Promise<Report>): Promise<Report> {
  const slack = await startSlackStub();
  const server = await startServer();
  const till = await startApart(new URL('server.ts', import.meta.url), { args: [String(latency)] });
  let night = 0;
  try {
    return await measure((accounts, processes) => {
      night += 1;
      const world = { slack, server, till: till.said, name: `links-${night}` };
      return inFolder((dataDir) => runNight(world, dataDir, accounts, processes));
    });
  } finally {
    await till.stop();
    await server.stop();
    await slack.close();
  }
}

interface World {
  slack: SlackStub;
  server: BenchServer;
  till: string;
  name: string;
}

async function runNight(world: World, dataDir: string, accounts: number, processes: number): Promise<number> {
  const { connection, models } = await openPrepared(world.server.uri(world.name));
  await bookLinks(models, accounts);
  const before = await requestsTo(world.till);
  const started = performance.now();
  const workers = await Promise.all(
    Array.from({ length: processes }, () =>
      startApart(new URL('../../src/main.ts', import.meta.url), {
        env: settingsFor({
          slack: world.slack,
          uri: world.server.uri(world.name),
          dataDir,
          role: 'worker',
          till: world.till,
        }),
        words: 'Daybook runs',
      }),
    ),
  );
  const done = { workspaceId: teamId, state: 'done' as const };
  while ((await models.nights.countDocuments(done)) < accounts) await sleep(50);
  const ms = performance.now() - started;
  for (const worker of workers) await worker.stop();

  const figures = await models.figures.find({ workspaceId: teamId }).lean();
  assert.equal(figures.length, accounts * 2);
  assert.ok(figures.every(({ gross, tax, sales }) => gross === 3_630 && tax === 630 && sales === 3));
  // The list of shops and one page of sales each: a night costs its pages and one request.
  assert.equal((await requestsTo(world.till)) - before, accounts * 2);
  await connection.dropDatabase();
  await connection.close();
  return ms;
}

async function requestsTo(till: string): Promise<number> {
  return Number(await (await fetch(`${till}/requests`)).text());
}
