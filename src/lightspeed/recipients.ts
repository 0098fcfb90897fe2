import type { Link } from '../../models/link.ts';
import type { Context } from '../context.ts';
import { standingOf } from '../security/permissions.ts';
import { DeliveryError } from '../slack/delivery.ts';

/** Most people that one notice goes to: news for everybody is news for nobody. */
const most = 5;

/** Who is told of a link: the person who linked it and the named managers; when nobody of them is left, any manager we know. */
export async function linkerAndManagers(context: Context, link: Pick<Link, 'linkedBy'>): Promise<string[]> {
  const people = await present(context, [link.linkedBy, ...context.workspace.managers]);
  return people.length > 0 ? people : knownManagers(context);
}

/** Managers by name; where none is named or left, those who lately did something here and still manage. */
export async function knownManagers(context: Context): Promise<string[]> {
  const named = await present(context, context.workspace.managers);
  if (named.length > 0) return named;
  const { models, workspace } = context;
  const acted = await models.auditEntries
    .find({ workspaceId: workspace._id, who: { $nin: ['operator', 'daybook'] } }, { who: 1 })
    .sort({ at: -1 })
    .limit(500)
    .lean();
  return present(context, new Set(acted.map(({ who }) => who)), { managing: true });
}

/** Those who are still in the workspace, once each. Slack not saying counts as still there: better told in vain than not. */
async function present(
  context: Context,
  userIds: Iterable<string>,
  { managing = false }: { managing?: boolean } = {},
): Promise<string[]> {
  const found: string[] = [];
  for (const userId of new Set(userIds)) {
    if (found.length === most) break;
    if (await isThere(context, userId, managing)) found.push(userId);
  }
  return found;
}

async function isThere(context: Context, userId: string, managing: boolean): Promise<boolean> {
  try {
    const { isDeleted } = await context.delivery.person(context.workspace._id, userId);
    return !isDeleted && (!managing || (await standingOf(context, userId)) === 'manager');
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    return !managing && error.outcome !== 'refused';
  }
}
