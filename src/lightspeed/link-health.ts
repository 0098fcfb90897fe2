import type { Link } from '../../models/link.ts';
import type { Context } from '../context.ts';
import { type RefusalFailure, tellOfOutage, tellOfRefusal } from './health-notices.ts';

/** A reading succeeded: whatever was wrong is over. What people were told of stays readable in the status. */
export async function linkWell({ models, workspace, clock }: Context, link: Link): Promise<void> {
  const own = { workspaceId: workspace._id, _id: link._id };
  const before = await models.links
    .findOneAndUpdate(
      { ...own, state: { $in: ['active', 'refused'] }, troubleSince: { $ne: null } },
      { $set: { state: 'active', troubleSince: null, 'told.refused': null, 'told.outage': null } },
      { returnDocument: 'before' },
    )
    .lean();
  if (!before?.troubleSince || !(before.told.refused || before.told.outage)) return;
  const pastTrouble = { since: before.troubleSince, until: new Date(clock()) };
  await models.links.updateOne(own, { $set: { pastTrouble } });
}

/** Lightspeed failed: since when is kept, the night is tried again, and after a day of it people are told, once. */
export async function linkTroubled(context: Context, link: Link): Promise<void> {
  const { models, workspace, clock } = context;
  await models.links.updateOne(
    { workspaceId: workspace._id, _id: link._id, state: { $in: ['active', 'refused'] }, troubleSince: null },
    { $set: { troubleSince: new Date(clock()) } },
  );
  await tellOfOutage(context, link._id);
}

/** The key no longer opens the account, or cannot be opened: people are told at once, and reminded every week while it lasts. */
export async function linkRefused(
  context: Context,
  link: Link,
  failure: RefusalFailure = 'KeyRefusedError',
): Promise<void> {
  const { models, workspace, clock } = context;
  await models.links.updateOne(
    { workspaceId: workspace._id, _id: link._id, state: 'active' },
    { $set: { state: 'refused', troubleSince: new Date(clock()) } },
  );
  await tellOfRefusal(context, { linkId: link._id, failure });
}
