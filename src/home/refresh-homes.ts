import type { HomeLook } from '../../models/home-look.ts';
import { acrossWorkspaces } from '../../models/wall.ts';
import { type Context, contextOf, type Engine } from '../context.ts';
import { DeliveryError } from '../slack/delivery.ts';
import { homeNews } from './home-data.ts';
import { publish } from './show-home.ts';

/** Slack does not say when a person turns away from Home: so long they are taken to look at it, milliseconds. */
const looksFor = 3_600_000;

/** The most people of a workspace whose Home is renewed while they look: Slack takes about a hundred a minute. */
const most = 20;

/** Whose Home may be another one: everybody's of the workspace, or that of one person. */
interface Whose {
  workspaceId: string;
  userId?: string;
}

/**
 * After a change in one workspace: shows who looks at Home what is new in it. Never throws: the change was made and told, and
 * Home is right again when it is opened next.
 */
export async function refreshHomes(engine: Engine, whose: Whose): Promise<void> {
  try {
    await refresh(engine, whose);
  } catch (error) {
    engine.logger.warn({ err: error, ...whose }, 'Homes could not be renewed');
  }
}

async function refresh(engine: Engine, whose: Whose): Promise<void> {
  const { workspaceId } = whose;
  const looks = await engine.models.homeLooks
    .find({ ...whose, at: { $gt: new Date(engine.clock() - looksFor) } })
    .sort({ at: -1 })
    .limit(most)
    .lean();
  if (looks.length === 0) return;
  // Read anew: the change may be one of the workspace itself.
  const workspace = await engine.models.workspaces.findById(workspaceId).lean();
  if (workspace) await publishAll(contextOf(engine, workspace), looks);
}

/** The same in every workspace, after what happens by itself. */
export async function refreshAllHomes(engine: Engine): Promise<void> {
  const { models, clock } = engine;
  const since = { at: { $gt: new Date(clock() - looksFor) } };
  const workspaceIds = await models.homeLooks.distinct('workspaceId', since, acrossWorkspaces);
  for (const workspaceId of workspaceIds) await refreshHomes(engine, { workspaceId });
}

async function publishAll(context: Context, looks: readonly HomeLook[]): Promise<void> {
  const news = await homeNews(context);
  for (const { userId, shown } of looks) {
    try {
      await publish(context, { userId, news, shown });
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error;
      context.logger.warn({ err: error, userId }, 'a Home could not be renewed');
    }
  }
}
