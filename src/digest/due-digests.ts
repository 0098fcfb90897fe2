import type { HydratedDocument } from 'mongoose';
import type { Channel } from '../../models/channel.ts';
import type { DigestPost } from '../../models/digest-post.ts';
import { acrossWorkspaces } from '../../models/wall.ts';
import { batches } from '../batches.ts';
import type { Engine } from '../context.ts';
import { addDays, type Day, dayOf, daysFrom, instantAt } from '../turnover/trading-day.ts';
import { weekdaysOf } from './save-channel.ts';

export type DigestPostDocument = HydratedDocument<DigestPost>;

/** How many missed digests are made up for after a stop; older ones would only be noise. */
const mostMissed = 3;

/** How many channels are looked at with one query. */
const batchSize = 500;

/**
 * Opens a post for every digest that is due, and for those missed while Daybook was down. Those that are open already cost no
 * write, so that it may be asked often.
 */
export async function openDueDigests(engine: Engine): Promise<void> {
  const channels = engine.models.channels
    .find({}, { hour: 1, zone: 1, chosenAt: 1, weekdays: 1, workspaceId: 1, channelId: 1 }, acrossWorkspaces)
    .lean()
    .cursor({ batchSize });
  for await (const batch of batches(channels, batchSize)) await openThose(engine, batch);
}

type DigestPlace = Pick<DigestPost, 'workspaceId' | 'channelId' | 'day'>;

type DueChannel = Pick<Channel, 'workspaceId' | 'channelId' | 'hour' | 'zone' | 'chosenAt' | 'weekdays'>;

/** Opens what is due in some channels and is not open yet. */
async function openThose({ models, clock }: Engine, channels: readonly DueChannel[]): Promise<void> {
  const now = clock();
  const due = channels.flatMap((channel) =>
    dueDays(channel, now).map(
      (day): DigestPlace => ({ workspaceId: channel.workspaceId, channelId: channel.channelId, day }),
    ),
  );
  const distinct = (name: keyof DigestPlace) => ({ $in: [...new Set(due.map((each) => each[name]))] });
  const known = await models.digestPosts
    .find(
      { workspaceId: distinct('workspaceId'), channelId: distinct('channelId'), day: distinct('day') },
      { _id: 0, workspaceId: 1, channelId: 1, day: 1 },
      acrossWorkspaces,
    )
    .lean();
  const open = new Set(known.map(keyOf));
  const missing = due.filter((place) => !open.has(keyOf(place)));
  if (missing.length === 0) return;
  await models.digestPosts.bulkWrite(
    missing.map((place) => ({ updateOne: { filter: place, update: opened(now), upsert: true } })),
    { ordered: false },
  );
}

const keyOf = ({ workspaceId, channelId, day }: DigestPlace) => `${workspaceId} ${channelId} ${day}`;

const opened = (now: number) => ({
  $setOnInsert: { state: 'waiting' as const, dueAt: new Date(now), nextAt: new Date(now) },
});

/** The days whose digest was due in a channel by now (epoch milliseconds) and not before it was chosen, oldest first. */
export function dueDays(
  channel: Pick<Channel, 'hour' | 'zone' | 'chosenAt'> & { weekdays?: number[] },
  now: number,
): Day[] {
  const today = dayOf(now, { zone: channel.zone, cutOff: 0 });
  const weekdays = weekdaysOf(channel);
  return daysFrom(addDays(today, -mostMissed), today)
    .filter((date) => weekdays.includes(Temporal.PlainDate.from(date).dayOfWeek))
    .filter((date) => {
      const due = instantAt(date, channel.hour, channel.zone);
      return due <= now && due >= channel.chosenAt.getTime();
    })
    .map((date) => addDays(date, -1));
}

/** Opens one digest post, once however often it is asked; returns it in whatever state it is. */
export async function openDigest(
  { models, clock }: Engine,
  { workspaceId, channelId, day }: DigestPlace,
): Promise<DigestPostDocument> {
  return models.digestPosts.findOneAndUpdate({ workspaceId, channelId, day }, opened(clock()), {
    upsert: true,
    returnDocument: 'after',
    setDefaultsOnInsert: true,
  });
}
