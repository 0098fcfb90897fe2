import { setTimeout as pause } from 'node:timers/promises';
import type { Engine } from '../context.ts';
import { isDuplicateKey } from '../database/duplicate-key.ts';

/** An event of Slack's in a workspace. */
export interface SlackEvent {
  workspaceId: string;
  /** The same whenever Slack tells of it. */
  eventId: string;
}

/** How long an event is remembered, milliseconds: Slack tells of one again for some minutes, where that is switched on for a day. */
const remembered = 25 * 3_600_000;

/** How often it is looked whether another process, which began with an event, is done, and how long is waited in between. */
const looks = 20;
const between = 500;

/**
 * Does what an event asks for once, however often and to whichever process Slack tells of it. One that another process began
 * with is taken over where that does not end: it may have died, and this may be the last time that Slack tells. Where the
 * database does not answer the work is done all the same: it says so itself. Throws what the work throws.
 */
export function hearOnce(
  engine: Engine,
  event: SlackEvent,
  work: () => Promise<void>,
  sleep: Sleep = pause,
): Promise<void> {
  const heard = hear(engine, { event, work, sleep });
  engine.inFlight.track(heard);
  return heard;
}

type Sleep = (milliseconds: number) => Promise<unknown>;

async function hear(
  engine: Engine,
  { event, work, sleep }: { event: SlackEvent; work: () => Promise<void>; sleep: Sleep },
): Promise<void> {
  let isMine: boolean;
  try {
    isMine = await take(engine, event, sleep);
  } catch (error) {
    engine.logger.warn({ err: error, ...event }, 'it is not known whether an event was heard before');
    return work();
  }
  if (!isMine) return;
  await work();
  await engine.models.heardEvents.updateOne({ ...event }, { $set: { isDone: true } });
}

async function take({ models, clock }: Engine, event: SlackEvent, sleep: Sleep): Promise<boolean> {
  const { heardEvents } = models;
  try {
    const expiresAt = new Date(clock() + remembered);
    await heardEvents.create({ ...event, turn: 1, isDone: false, expiresAt });
    return true;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
  let known = await heardEvents.findOne({ ...event }).lean();
  for (let look = 0; known && !known.isDone && look < looks; look += 1) {
    await sleep(between);
    known = await heardEvents.findOne({ ...event }).lean();
  }
  if (!known || known.isDone) return false;
  const { matchedCount } = await heardEvents.updateOne(
    { ...event, turn: known.turn, isDone: false },
    { $inc: { turn: 1 } },
  );
  return matchedCount > 0;
}
