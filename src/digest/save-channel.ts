import { type Channel, type DigestLook, everyWeekday } from '../../models/channel.ts';
import type { Context } from '../context.ts';
import { audit } from '../security/audit.ts';
import { fullLook, lookOf } from './look.ts';
import { stopDigests } from './remove-channel.ts';

/** How many channels of a workspace may get the digest. */
export const mostChannels = 20;

/** How a channel gets its digest. */
export interface ChannelSettings extends DigestLook {
  /** The hour (0-23) of its zone at which the digest comes. */
  hour: number;
  /** IANA. */
  zone: string;
  /** On which days (1 Monday to 7 Sunday) it comes; it tells the day before. */
  weekdays: number[];
}

export interface ChannelToSave extends Partial<ChannelSettings> {
  channelId: string;
  /** The channel that is given up for this one. */
  insteadOf?: string;
  userId: string;
}

/**
 * Sends the morning digest to a channel from now on, in the way asked for; what is not said stays as it was. Digests that
 * were due before are not made up for, nor are those of days on which none came. False when the workspace has as many
 * channels as it may. Audited.
 */
export async function saveChannel(context: Context, input: ChannelToSave): Promise<boolean> {
  const { models, workspace, clock } = context;
  const { channelId, insteadOf, userId, ...changes } = input;
  const place = { workspaceId: workspace._id, channelId };
  const moved = insteadOf !== undefined && insteadOf !== channelId;
  const known = await models.channels.findOne(place).lean();
  const others = await models.channels.countDocuments({
    workspaceId: workspace._id,
    channelId: { $nin: [channelId, ...(moved ? [insteadOf] : [])] },
  });
  if (!known && others >= mostChannels) return false;
  if (moved) await stopDigests(context, { channelId: insteadOf });
  const before = known ? settingsOf(known) : undefined;
  const after = { ...(before ?? usualSettings(context)), ...changes };
  if (before && JSON.stringify(before) === JSON.stringify(after)) return true;

  // Another hour must not skip today's digest: only a channel that is new, or other weekdays, start from now.
  const startsNow = !before || before.weekdays.join() !== after.weekdays.join();
  await models.channels.updateOne(
    place,
    { $set: { ...after, chosenBy: userId, ...(startsNow ? { chosenAt: new Date(clock()) } : {}) } },
    { upsert: true },
  );
  await audit(context, { who: userId, action: 'channel.chosen', details: { channelId, ...after } });
  return true;
}

/** How a channel gets its digest where nobody chose anything. */
export function usualSettings({ workspace }: Pick<Context, 'workspace'>): ChannelSettings {
  return { hour: usualHour, zone: workspace.zone, weekdays: [...everyWeekday], ...fullLook };
}

/** The local hour at which a digest comes unless another is chosen. */
export const usualHour = 8;

/** How a known channel gets its digest. */
export function settingsOf(channel: Channel): ChannelSettings {
  const { hour, zone } = channel;
  return { hour, zone, weekdays: weekdaysOf(channel), ...lookOf(channel) };
}

/** The weekdays of a channel; one of an earlier version has all. */
export function weekdaysOf({ weekdays }: Partial<Pick<Channel, 'weekdays'>>): number[] {
  return weekdays && weekdays.length > 0 ? weekdays : [...everyWeekday];
}
