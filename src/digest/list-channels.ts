import type { Channel, ChannelTrouble } from '../../models/channel.ts';
import type { Context } from '../context.ts';
import { allDepartments } from '../departments/in-order.ts';
import { type ChannelSettings, settingsOf } from './save-channel.ts';

/** A channel that gets the digest, and how. */
export interface ChannelRow extends ChannelSettings {
  channelId: string;
  /** The names of its departments that are left; null: all of them. */
  names: string[] | null;
  trouble: ChannelTrouble | null;
}

/** The channels that get the digest, in the order in which they were chosen. */
export async function listChannels(context: Context): Promise<ChannelRow[]> {
  const { models, workspace } = context;
  const [channels, departments] = await Promise.all([
    models.channels.find({ workspaceId: workspace._id }).sort({ _id: 1 }).lean(),
    allDepartments(context),
  ]);
  return channels.map((channel) => rowOf(channel, departments));
}

/** One of them; undefined when the channel gets none. */
export async function findChannel(context: Context, channelId: string): Promise<ChannelRow | undefined> {
  return (await listChannels(context)).find((row) => row.channelId === channelId);
}

/** The channels whose digest tells of a department. */
export async function channelsTelling(context: Context, departmentId: string): Promise<string[]> {
  const rows = await listChannels(context);
  return rows
    .filter(({ departments }) => departments?.includes(departmentId) ?? true)
    .map(({ channelId }) => channelId);
}

function rowOf(channel: Channel, departments: readonly { _id: string; name: string }[]): ChannelRow {
  const settings = settingsOf(channel);
  const chosen = settings.departments && new Set(settings.departments);
  return {
    ...settings,
    channelId: channel.channelId,
    names: chosen && departments.filter(({ _id }) => chosen.has(_id)).map(({ name }) => name),
    trouble: channel.trouble ?? null,
  };
}
