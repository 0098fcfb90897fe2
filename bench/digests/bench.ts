import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { jobsCollection } from '../../jobs/indexes.ts';
import { everyWeekday } from '../../models/channel.ts';
import type { Models } from '../../models/models.ts';
import { createVault } from '../../src/security/vault.ts';
import { addDays } from '../../src/turnover/trading-day.ts';
import { type Asked, createAsker } from '../asker.ts';
import type { Bench, Report } from '../bench.ts';
import { openPrepared, startServer } from '../database.ts';
import { startDaybook } from '../daybook.ts';
import { inFolder } from '../folder.ts';
import { startApart } from '../fork.ts';
import { quantile } from '../median.ts';
import { atRate } from '../pace.ts';
import { encryptionKeys, manyWorkspaces } from '../settings.ts';
import { managerId, type SlackStub, startSlackStub } from '../slack-stub.ts';
import { bookTeams, departmentIds } from './book-teams.ts';
import type { Heard } from './heard.ts';
import { channelOf, departmentOf, type Team, teamsOf, totalOf } from './teams.ts';

/** How long Slack takes for an answer, milliseconds. */
const latency = 100;
/** How often `/turnover` is asked for meanwhile, a second. */
const perSecond = 25;
const quietSeconds = 20;
/** There are figures of so many days up to the one told, and of the same weekday a year before. */
const recentDays = 15;
/** Channels. */
const fewChannels = 1_000;
const manyChannels = 10_000;

export const digestsBench: Bench = {
  name: 'digests',
  about: `digests of ${manyChannels} channels due in the same minute (${latency} ms an answer of Slack, with its limits)`,
  run: () => measure(manyChannels),
};

export const fewDigestsBench: Bench = {
  name: 'few-digests',
  about: `the same with ${fewChannels} channels`,
  run: () => measure(fewChannels),
};

interface World {
  /** Where answers to `/turnover` go. */
  slack: SlackStub;
  /** Where the Slack with limits is. */
  limitedSlack: string;
  uri: string;
  dataDir: string;
}

async function measure(channels: number): Promise<Report> {
  const stub = await startSlackStub();
  const server = await startServer();
  const slack = await startApart(new URL('slack.ts', import.meta.url), { args: [String(latency)] });
  try {
    return await inFolder((dataDir) =>
      measureIn(
        { slack: stub, limitedSlack: slack.said, uri: server.uri('digests'), dataDir },
        teamsOf(channels),
      ),
    );
  } finally {
    await slack.stop();
    await server.stop();
    await stub.close();
  }
}

async function measureIn(world: World, teams: readonly Team[]): Promise<Report> {
  const { connection, models } = await openPrepared(world.uri);
  const now = new Date();
  const day = addDays(now.toISOString().slice(0, 10), -1);
  const told = Array.from({ length: recentDays }, (_, back) => addDays(day, -back));
  told.push(addDays(day, -7 * 52));
  await bookTeams(models, createVault(encryptionKeys), { teams, day, told });
  const daybook = await startDaybook(manyWorkspaces({ ...world, role: 'all' }));
  try {
    const ask = createAsker(world.slack, String(JSON.parse(daybook.said).port));
    await acksFor(ask, () => sleep(3_000));
    const quiet = await acksFor(ask, () => sleep(quietSeconds * 1_000));
    await chooseChannels(models, teams, now);
    const started = performance.now();
    await connection
      .collection(jobsCollection)
      .updateOne({ name: 'sweep' }, { $set: { nextRunAt: new Date() } });
    const busy = await acksFor(ask, () => allTold(models, teams));
    const seconds = (performance.now() - started) / 1000;
    const heard = (await (await fetch(`${world.limitedSlack}/heard`)).json()) as Heard;
    check(heard, teams);
    return reportOf({ teams, seconds, quiet, busy, heard });
  } finally {
    await daybook.stop();
    await connection.close();
  }
}

/** Asks for acknowledgements while something goes on; how long each took, milliseconds. */
async function acksFor(ask: (text: string) => Asked, during: () => Promise<void>): Promise<number[]> {
  const over = new AbortController();
  const asked = atRate({ perSecond, seconds: 3_600, until: over.signal }, () => ask('help').acked);
  try {
    await during();
  } finally {
    over.abort();
  }
  return asked;
}

async function chooseChannels(models: Models, teams: readonly Team[], now: Date): Promise<void> {
  const hour = now.getUTCHours();
  const chosenAt = new Date(now.getTime() - 3_600_000);
  const channels = teams.flatMap((team) =>
    Array.from({ length: team.channels }, (_, index) => ({
      workspaceId: team.id,
      channelId: channelOf(team, index),
      hour,
      zone: 'UTC',
      weekdays: everyWeekday,
      chosenBy: managerId,
      chosenAt,
      departments: departmentIds(team, departmentOf(index)),
      amounts: 'money' as const,
      picture: true,
      trouble: null,
    })),
  );
  await models.channels.collection.insertMany(channels);
}

/** Waits until every digest is posted, its details too. */
async function allTold(models: Models, teams: readonly Team[]): Promise<void> {
  const wanted = teams.reduce((sum, { channels }) => sum + channels, 0);
  const posts = models.digestPosts.collection;
  while ((await posts.countDocuments({ state: 'posted', toCheck: false })) < wanted) await sleep(1_000);
}

/** A sender that is busy hears late that it is to wait: of so many calls one may come too soon. */
const callsForOneTooSoon = 1_000;

/** Each channel heard its own total, once, with one reply; Slack hardly ever had to say twice that it is too much. */
function check({ digests, overruns, calls, refused }: Heard, teams: readonly Team[]): void {
  const wanted = teams.flatMap((team) =>
    Array.from({ length: team.channels }, (_, index) => ({
      channel: channelOf(team, index),
      total: euros(totalOf(team, index)),
    })),
  );
  assert.equal(Object.keys(digests).length, wanted.length);
  for (const { channel, total } of wanted) {
    const told = digests[channel];
    assert.deepEqual([told?.texts.length, told?.replies], [1, 1], channel);
    assert.ok(told?.texts[0]?.startsWith(total), `${channel}: ${told?.texts[0]} instead of ${total}`);
  }
  const called = Object.values(calls).reduce((sum, count) => sum + count, 0);
  assert.ok(overruns <= called / callsForOneTooSoon, `${overruns} too soon of ${JSON.stringify(calls)}`);
  const others = Object.keys(refused).filter((each) => each !== 'chat.postMessage invalid_blocks');
  assert.deepEqual(others, []);
}

const euros = (cents: number) =>
  new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'EUR' }).format(cents / 100);

interface Measured {
  teams: readonly Team[];
  seconds: number;
  quiet: number[];
  busy: number[];
  heard: Heard;
}

function reportOf({ teams, seconds, quiet, busy, heard }: Measured): Report {
  const channels = Object.values(heard.digests);
  const pictures = channels.reduce((sum, digest) => sum + digest.pictures, 0);
  const told = (name: string, counts: Record<string, number>) => `${name}: ${JSON.stringify(counts)}`;
  return {
    rows: [
      {
        name: `${channels.length} digests in all`,
        unit: 'min',
        samples: [seconds / 60],
        target: { at: 'most', value: 10 },
      },
      {
        name: 'p99 of the acknowledgement meanwhile',
        unit: 'ms',
        samples: [quantile(busy, 0.99)],
        floor: { name: 'in quiet', samples: [quantile(quiet, 0.99)] },
        target: { at: 'most', value: 1.25 },
      },
      {
        name: 'half of the acknowledgements meanwhile',
        unit: 'ms',
        samples: [quantile(busy, 0.5)],
        floor: { name: 'in quiet', samples: [quantile(quiet, 0.5)] },
      },
    ],
    remarks: [
      `${teams.length} workspaces; ${busy.length} acknowledgements meanwhile, the slowest ${Math.round(Math.max(...busy))} ms`,
      `${pictures} of ${channels.length} digests with their picture`,
      told('calls', heard.calls),
      `${told('answered with 429', heard.limited)}; asked again too soon: ${heard.overruns}`,
      told('refused', heard.refused),
    ],
  };
}
