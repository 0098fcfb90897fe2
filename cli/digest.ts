import type { Channel } from '../models/channel.ts';
import { acrossWorkspaces } from '../models/wall.ts';
import { type Context, contextOf, type Engine } from '../src/context.ts';
import { digestOf } from '../src/digest/digest.ts';
import { postDigestNow } from '../src/digest/post-digest-now.ts';
import { parseDay } from './day.ts';
import { CommandError, type Opened, withEngine } from './open.ts';

/** `daybook digest`: posts a day's digest in its channels (or one), unless it is there already; or only prints it. */
export async function digest(options: { day: string; channel?: string; dryRun?: boolean }): Promise<void> {
  const day = parseDay(options.day);
  if (day >= new Date().toISOString().slice(0, 10))
    throw new CommandError(`${day} is not over yet, so there is nothing to tell.`);
  await withEngine(async (opened) => {
    const { engine, credentials } = opened;
    if (options.dryRun) return print(opened, day);
    if (!credentials)
      throw new CommandError('Slack is not set up (SLACK_BOT_TOKEN); use --dry-run to see the digest.');
    let failed = 0;
    for (const { context, channelId } of await chosenChannels(engine, options.channel)) {
      const outcome = await postDigestNow(context, { channelId, day });
      if (outcome !== 'posted' && outcome !== 'already') failed += 1;
      opened.say(`${context.workspace.name}, ${channelId}, ${day}: ${outcome}`);
    }
    if (failed > 0) throw new CommandError(`${failed} not posted.`);
  });
}

async function print({ engine, say }: Opened, day: string): Promise<void> {
  for (const workspace of await engine.models.workspaces.find().lean()) {
    const data = await digestOf(contextOf(engine, workspace), { day });
    say(`${workspace.name}: ${engine.faces.digest(data, workspace).text}`);
  }
}

async function chosenChannels(
  engine: Engine,
  channelId: string | undefined,
): Promise<{ context: Context; channelId: string }[]> {
  const { models } = engine;
  const workspaces = await models.workspaces.find().lean();
  const chosen: Pick<Channel, 'workspaceId' | 'channelId'>[] =
    channelId === undefined
      ? await models.channels.find({}, null, acrossWorkspaces).lean()
      : workspaces.map(({ _id }) => ({ workspaceId: _id, channelId }));
  if (chosen.length === 0) throw new CommandError('No channel gets a digest yet; name one with --channel.');
  return chosen.flatMap((channel) => {
    const workspace = workspaces.find(({ _id }) => _id === channel.workspaceId);
    return workspace ? [{ context: contextOf(engine, workspace), channelId: channel.channelId }] : [];
  });
}
