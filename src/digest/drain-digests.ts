import { type Context, contextOf, type Engine } from '../context.ts';
import { sideBySide } from '../side-by-side.ts';
import { inTrace } from '../trace.ts';
import { bringToEnd } from './bring-to-end.ts';
import { type DigestData, type DigestShown, readDigests } from './digest.ts';
import { claimDigest, type DigestToDo, findDigests, releaseDigest } from './digest-lease.ts';
import type { DigestPostDocument } from './due-digests.ts';

/** How many workspaces one process brings their digests at a time: they wait for Slack, which takes its time. */
const workspacesAtATime = 12;
/** How many channels of each: Slack counts the calls of a workspace. */
const channelsAtATime = 4;
/** How many digests are claimed together, and told from one reading. */
const claimedAtATime = 20;

/** Posts and corrects every digest that is due, some channels side by side and each one's in order, until none is left. */
export async function drainDigests(engine: Engine): Promise<void> {
  const busy = new Set<string>();
  let found: DigestToDo[][] = [];
  const next = inTurn(async () => {
    if (engine.inFlight.isStopping) return undefined;
    if (found.length === 0) found = byWorkspace(await findDigests(engine, { notOf: [...busy] }));
    const [first] = found[0] ?? [];
    if (first) busy.add(first.workspaceId);
    return found.shift();
  });
  await sideBySide(workspacesAtATime, next, async (digests) => {
    try {
      await runWorkspace(engine, digests);
    } finally {
      for (const { workspaceId } of digests) busy.delete(workspaceId);
    }
  });
}

/** The same, but one call begins only after the one before has ended. */
function inTurn<Result>(ask: () => Promise<Result>): () => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return () => {
    const answer = last.then(ask);
    last = answer.catch(() => undefined);
    return answer;
  };
}

const byWorkspace = (digests: readonly DigestToDo[]) => [
  ...Map.groupBy(digests, ({ workspaceId }) => workspaceId).values(),
];

/** Brings the digests of a workspace to their end, the oldest day first. */
async function runWorkspace(engine: Engine, digests: readonly DigestToDo[]): Promise<void> {
  const days = [...Map.groupBy(digests, ({ day }) => day)].toSorted(([a], [b]) => a.localeCompare(b));
  for (const [, ofDay] of days) {
    for (let from = 0; from < ofDay.length; from += claimedAtATime) {
      if (engine.inFlight.isStopping) return;
      await runClaimedDigests(engine, await claimAll(engine, ofDay.slice(from, from + claimedAtATime)));
    }
  }
}

/** Claims those that are still free. Where one cannot be asked for, those before it are let go. */
async function claimAll(engine: Engine, digests: readonly DigestToDo[]): Promise<DigestPostDocument[]> {
  const claimed: DigestPostDocument[] = [];
  try {
    for (const digest of digests) {
      const post = await claimDigest(engine, digest);
      if (post) claimed.push(post);
    }
  } catch (error) {
    await letGo(engine, claimed);
    throw error;
  }
  return claimed;
}

/** Brings claimed digests of one workspace and day to their end; never throws for a reason that concerns one of them alone. */
export async function runClaimedDigests(engine: Engine, posts: readonly DigestPostDocument[]): Promise<void> {
  const left = [...posts];
  try {
    const [first] = posts;
    const workspace = first && (await engine.models.workspaces.findById(first.workspaceId).lean());
    if (!workspace) return;
    const context = contextOf(engine, workspace);
    const tell = tellerOf(context, first.day);
    await sideBySide(
      channelsAtATime,
      async () => (engine.inFlight.isStopping ? undefined : left.shift()),
      (post) => inTrace(() => bringToEnd(context, post, tell)),
    );
  } finally {
    // A process that stops, or cannot go on, leaves them to others at once.
    await letGo(engine, left);
  }
}

/** As far as the database is there; else they are free when their lease ends. */
async function letGo(engine: Engine, posts: readonly DigestPostDocument[]): Promise<void> {
  await Promise.allSettled(posts.map((post) => releaseDigest(engine, post)));
}

/**
 * Makes the digests of a day from what is read once, for all channels. It is read when the first one is made, which is after they
 * were claimed: what is written later marks them, to be checked again.
 */
function tellerOf(context: Context, day: string): (shown: DigestShown) => Promise<DigestData> {
  let read: ReturnType<typeof readDigests> | undefined;
  return async (shown) => {
    read ??= readDigests(context, day);
    try {
      return (await read)(shown);
    } catch (error) {
      // The next one reads anew.
      read = undefined;
      throw error;
    }
  };
}
