import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Models } from '../../models/models.ts';
import { type BenchServer, openPrepared, startServer } from '../database.ts';
import { startDaybook } from '../daybook.ts';
import { inFolder } from '../folder.ts';
import { startApart } from '../fork.ts';
import { settingsFor } from '../settings.ts';
import { type SlackStub, startSlackStub, teamId } from '../slack-stub.ts';
import { bookLinks } from './book-links.ts';

/** A workspace with a single account beside the one with all the others. */
const smallTeamId = 'T0SMALL';

export interface NightToRun {
  accounts: number;
  processes: number;
  /** How long Lightspeed takes for an answer, milliseconds. */
  latency: number;
}

export interface NightRan {
  /** From the start of the first process to the last night's end, milliseconds. */
  ms: number;
  /** When the night of the workspace with a single account was done, as a part of the time that all took. */
  smallDoneAt: number;
}

export type RunNight = (night: NightToRun) => Promise<NightRan>;

/** Gives a way to run nights, each in a database of its own. */
export async function withNights<Result>(measure: (run: RunNight) => Promise<Result>): Promise<Result> {
  const slack = await startSlackStub();
  const server = await startServer();
  const till = await startApart(new URL('server.ts', import.meta.url));
  let nights = 0;
  try {
    return await measure((night) => {
      nights += 1;
      const world = { slack, server, till: till.said, name: `links-${nights}` };
      return inFolder((dataDir) => runNight(world, dataDir, night));
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

async function runNight(
  { slack, server, till, name }: World,
  dataDir: string,
  { accounts, processes, latency }: NightToRun,
): Promise<NightRan> {
  const { connection, models } = await openPrepared(server.uri(name));
  await bookLinks(models, accounts);
  await bookLinks(models, 1, smallTeamId);
  const before = await requestsTo(till);
  const began = Date.now();
  const workers = await Promise.all(
    Array.from({ length: processes }, () =>
      startDaybook(
        settingsFor({
          slack,
          uri: server.uri(name),
          dataDir,
          role: 'worker',
          till: `${till}/${latency}`,
        }),
      ),
    ),
  );
  const ran = await ended(models, accounts, began);
  for (const worker of workers) await worker.stop();

  await expectFigures(models, accounts);
  // The list of shops and one page of sales each: a night costs its pages and one request.
  assert.equal((await requestsTo(till)) - before, (accounts + 1) * 2);
  await connection.dropDatabase();
  await connection.close();
  return ran;
}

async function ended({ nights }: Models, accounts: number, began: number): Promise<NightRan> {
  const done = { state: 'done' as const };
  while ((await nights.countDocuments({ workspaceId: teamId, ...done })) < accounts) await sleep(50);
  const last = await nights
    .findOne({ workspaceId: teamId, ...done })
    .sort({ doneAt: -1 })
    .orFail();
  const first = await nights
    .findOne({ workspaceId: teamId, ...done })
    .sort({ doneAt: 1 })
    .orFail();
  const small = await nights.findOne({ workspaceId: smallTeamId, ...done }).orFail();
  const [from = 0, to = 0, own = 0] = [first, last, small].map(({ doneAt }) => Number(doneAt));
  return { ms: to - began, smallDoneAt: Math.max(0, own - from) / (to - from) };
}

async function expectFigures({ figures }: Models, accounts: number): Promise<void> {
  const kept = await figures
    .find({ workspaceId: { $in: [teamId, smallTeamId] } }, null, { acrossWorkspaces: true })
    .lean();
  assert.equal(kept.length, (accounts + 1) * 2);
  assert.ok(kept.every(({ gross, tax, sales }) => gross === 3_630 && tax === 630 && sales === 3));
}

async function requestsTo(till: string): Promise<number> {
  return Number(await (await fetch(`${till}/requests`)).text());
}
