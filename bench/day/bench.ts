import assert from 'node:assert/strict';
import type { Models } from '../../models/models.ts';
import { createVault } from '../../src/security/vault.ts';
import type { Bench, Report } from '../bench.ts';
import { openPrepared, startServer } from '../database.ts';
import { inFolder } from '../folder.ts';
import { encryptionKeys } from '../settings.ts';
import { signingSecret } from '../slack-stub.ts';
import { bookTeam } from './book-teams.ts';
import { type DaybookApart, startDaybookApart } from './daybook.ts';
import { createPeople, type People } from './people.ts';
import { channelOf, linksOf, teams } from './shops.ts';
import { type DaySlack, startDaySlack } from './slack.ts';
import { startTill } from './till.ts';
import type { Held } from './words.ts';

const minute = 60_000;
const hour = 60 * minute;
/** How often it is looked for what is due: less often than Daybook does by itself, since each look takes real time. */
const sweepEvery = 30 * minute;
/** When Slack was asked too much at the end, it is asked again within so long. */
const afterwards = 5 * minute;
const mebibyte = 2 ** 20;

export const dayBench: Bench = {
  name: 'day',
  about: `24 simulated hours of ${teams.length * linksOf} accounts in ${teams.length} workspaces, after such a day before`,
  run: async () => {
    const server = await startServer();
    const slack = await startDaySlack();
    // So that neither day ends on an hour or a half hour, when something is due somewhere, nor in the minutes that it is followed for.
    const clock = { now: Math.ceil(Date.now() / (24 * hour)) * 24 * hour + 35 * minute };
    const till = await startTill(() => clock.now);
    const { connection, models } = await openPrepared(server.uri('day'));
    try {
      const vault = createVault(encryptionKeys);
      for (const team of teams) await bookTeam(models, { vault, team, at: clock.now });
      return await inFolder(async (dataDir) => {
        const daybook = startDaybookApart({
          SLACK_CLIENT_ID: '1.2',
          SLACK_CLIENT_SECRET: 'bench-client-secret',
          SLACK_STATE_SECRET: 'bench-state-secret',
          SLACK_SIGNING_SECRET: signingSecret,
          SLACK_API_URL: `${slack.url}/api/`,
          LIGHTSPEED_R_URL: till.url,
          MONGODB_URI: server.uri('day'),
          ENCRYPTION_KEYS: encryptionKeys,
          DAYBOOK_DATA_DIR: dataDir,
          DAYBOOK_ROLE: 'all',
          PORT: '0',
          LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'fatal',
        });
        try {
          const { port } = await daybook.ask('start', clock.now);
          const people = createPeople(slack, `http://127.0.0.1:${port}/slack/events`);
          return await measure({ daybook, people, models, slack, clock });
        } finally {
          await daybook.stop();
        }
      });
    } finally {
      await connection.close();
      await till.close();
      await slack.close();
      await server.stop();
    }
  },
};

interface World {
  daybook: DaybookApart;
  people: People;
  models: Models;
  slack: DaySlack;
  clock: { now: number };
}

async function measure(world: World): Promise<Report> {
  const remarks: string[] = [];
  await liveDay(world, 1);
  const begin = await heapOf(world);
  const heldBefore = await heldBy(world);
  const { done, heaps } = await liveDay(world, 2);
  const end = await heapOf(world);
  const heldAfter = await heldBy(world);
  remarks.push(
    `heap hour by hour, MiB: ${heaps.map((bytes) => (bytes / mebibyte).toFixed(1)).join(' ')}`,
    `${done} things people did in that day, each of which showed something`,
    `held before: ${wordsOf(heldBefore)}`,
    `held after: ${wordsOf(heldAfter)}`,
    `${world.slack.edits()} edits, ${world.slack.limited()} calls of Slack refused as too many`,
  );
  return {
    rows: [
      {
        name: 'heap after 24 more hours',
        unit: 'MiB',
        samples: [end / mebibyte],
        floor: { name: 'heap before', samples: [begin / mebibyte] },
        target: { at: 'most', value: 1.05 },
      },
    ],
    remarks,
  };
}

/** One day, hour by hour, after which every night and every digest of it happened once. */
async function liveDay(world: World, day: number): Promise<{ done: number; heaps: number[] }> {
  const { daybook, people, clock } = world;
  const heaps: number[] = [];
  let done = 0;
  for (let each = 0; each < 24; each += 1) {
    const end = clock.now + hour;
    done += await people.liveHour(each, clock.now);
    while (clock.now < end) {
      clock.now += sweepEvery;
      await daybook.ask('work', clock.now);
    }
    heaps.push(await heapOf(world));
  }
  for (const _again of [1, 2]) {
    clock.now += afterwards;
    await daybook.ask('work', clock.now);
  }
  await check(world, day);
  return { done, heaps };
}

async function check({ models, slack }: World, day: number): Promise<void> {
  const nights = await models.nights.collection.find({}).toArray();
  const ofLink = Object.groupBy(nights, ({ linkId }) => String(linkId));
  assert.equal(Object.keys(ofLink).length, teams.length * linksOf);
  for (const [link, own = []] of Object.entries(ofLink)) {
    assert.deepEqual(
      own.map(({ state }) => state),
      Array.from({ length: day }, () => 'done'),
      `nights of ${link} after day ${day}`,
    );
  }
  for (const team of teams) {
    const keys = slack.digests.get(channelOf(team)) ?? [];
    assert.equal(keys.length, day, `digests of ${team.id}: ${keys.join()}`);
    assert.equal(new Set(keys).size, day, `digests of ${team.id}: ${keys.join()}`);
  }
}

async function heapOf({ daybook, clock }: World): Promise<number> {
  const { heap } = await daybook.ask('heap', clock.now);
  assert.ok(heap);
  return heap;
}

async function heldBy({ daybook, clock }: World): Promise<Held> {
  const { held } = await daybook.ask('held', clock.now);
  assert.ok(held);
  return held;
}

function wordsOf({ resources, listeners }: Held): string {
  const kinds = Object.entries(resources).map(([kind, count]) => `${count} ${kind}`);
  return [...kinds, `${listeners} listeners`].join(', ');
}
