import type { HydratedDocument } from 'mongoose';
import type { Channel } from '../../models/channel.ts';
import type { DigestPost } from '../../models/digest-post.ts';
import { acrossWorkspaces } from '../../models/wall.ts';
import type { Engine } from '../context.ts';
import { addDays, type Day, dayOf, daysFrom, instantAt } from '../turnover/trading-day.ts';
import { weekdaysOf } from './save-channel.ts';

export type DigestPostDocument = HydratedDocument<DigestPost>;

/** How many missed digests are made up for after a stop; older ones would only be noise. */
const mostMissed = 3;

/** Opens a post for every digest that is due, and for those missed while Daybook was down. */
export async function openDueDigests(engine: Engine): Promise<void> {
  const channels = await engine.models.channels.find({}, null, acrossWorkspaces).lean();
  for (const channel of channels) {
    for (const day of dueDays(channel, engine.clock())) await openDigest(engine, { ...channel, day });
  }
}

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
  { workspaceId, channelId, day }: Pick<DigestPost, 'workspaceId' | 'channelId' | 'day'>,
): Promise<DigestPostDocument> {
  return models.digestPosts.findOneAndUpdate(
    { workspaceId, channelId, day },
    { $setOnInsert: { state: 'waiting', dueAt: new Date(clock()), nextAt: new Date(clock()) } },
    { upsert: true, returnDocument: 'after', setDefaultsOnInsert: true },
  );
}
