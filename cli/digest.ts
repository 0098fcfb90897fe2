import type { Channel } from '../models/channel.ts';
import { acrossWorkspaces } from '../models/wall.ts';
import { type Context, contextOf, type Engine } from '../src/context.ts';
import { digestOf } from '../src/digest/digest.ts';
import { postDigestNow } from '../src/digest/post-digest-now.ts';
import { parseDay } from './day.ts';
import { CommandError, UsageError } from './errors.ts';
import { type Opened, withEngine } from './open.ts';
import { type AsJson, printJson } from './output.ts';

interface DigestOptions extends AsJson {
  day: string;
  channel?: string;
  dryRun?: boolean;
}

/** `daybook digest`: posts a day's digest in its channels (or one), unless it is there already; or only prints it. */
export async function digest({ channel, dryRun = false, json, ...options }: DigestOptions): Promise<void> {
  const day = parseDay(options.day);
  if (day >= new Date().toISOString().slice(0, 10))
    throw new UsageError(`${day} is not over yet, so there is nothing to tell.`);
  await withEngine(async (opened) => {
    const { engine, credentials, say } = opened;
    if (dryRun) return print(opened, { day, json });
    if (!credentials) {
      throw new CommandError(
        'Slack is not set up (SLACK_BOT_TOKEN), so nothing was posted. Next: --dry-run shows the digest without Slack.',
      );
    }
    const digests = [];
    for (const { context, channelId } of await chosenChannels(engine, channel)) {
      const { _id: id, name } = context.workspace;
      const outcome = await postDigestNow(context, { channelId, day });
      digests.push({ workspace: { id, name }, channel: channelId, day, outcome });
      if (!json) say(`${name}, ${channelId}, ${day}: ${outcome}`);
    }
    if (json) printJson({ digests });
    const failed = digests.filter(({ outcome }) => outcome !== 'posted' && outcome !== 'already').length;
    if (failed > 0) {
      throw new CommandError(
        `${failed} not posted. What waits is tried again by itself; \`npm run daybook -- doctor\` says what is wrong.`,
      );
    }
  });
}

async function print({ engine, say }: Opened, { day, json }: AsJson & { day: string }): Promise<void> {
  const digests = [];
  for (const workspace of await engine.models.workspaces.find().sort({ name: 1 }).lean()) {
    const { _id: id, name } = workspace;
    const data = await digestOf(contextOf(engine, workspace), { day });
    const { text } = engine.faces.digest(data, workspace);
    const { state, vat, sums, storesIn, storesExpected } = data.log;
    const departments = data.log.departments.map((each) => ({ name: each.name, sums: each.sums }));
    digests.push({
      workspace: { id, name },
      day,
      state,
      vat,
      sums,
      departments,
      storesIn,
      storesExpected,
      text,
    });
    if (!json) say(`${name}: ${text}`);
  }
  if (json) printJson({ digests });
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
  if (chosen.length === 0) {
    throw new CommandError(
      'No channel gets a digest yet, so nothing was posted. Next: name one with --channel, or choose one in /lightspeed settings.',
    );
  }
  return chosen.flatMap((channel) => {
    const workspace = workspaces.find(({ _id }) => _id === channel.workspaceId);
    return workspace ? [{ context: contextOf(engine, workspace), channelId: channel.channelId }] : [];
  });
}
