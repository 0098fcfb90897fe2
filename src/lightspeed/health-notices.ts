import type { Link } from '../../models/link.ts';
import { acrossWorkspaces } from '../../models/wall.ts';
import { type Context, contextOf, type Engine } from '../context.ts';
import { DeliveryError } from '../slack/delivery.ts';
import { consentLasts, foretold } from './consent-end.ts';
import { knownManagers, linkerAndManagers } from './recipients.ts';
import { tellOnce } from './tell-once.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** No alarm before this: most outages are over by then, and missed days are made up for. */
const outagePatience = day;
const remindEvery = 7 * day;

/** A little less than a day, so that it stays at about the same hour. */
const lookEvery = 23 * hour;

/** Why no key opens the account: Lightspeed refuses it, grants it too little, or our own vault does not open it. */
export type RefusalFailure = 'KeyRefusedError' | 'AccessDeniedError' | 'VaultError';

/** Tells of a refused key, and again every week while it lasts. */
export async function tellOfRefusal(
  context: Context,
  { linkId, failure }: { linkId: string; failure: RefusalFailure },
): Promise<void> {
  const link = await read(context, linkId);
  if (link?.state !== 'refused') return;
  const last = link.told.refused;
  if (last && context.clock() < last.getTime() + remindEvery) return;
  await tellOnce(context, link, {
    what: 'refused',
    to: await linkerAndManagers(context, link),
    message: (reader) => context.faces.keyRefused({ link, failure, isReminder: last !== null }, reader),
  });
}

/** Tells of an outage that has lasted a day. */
export async function tellOfOutage(context: Context, linkId: string): Promise<void> {
  const link = await read(context, linkId);
  if (link?.state !== 'active' || !link.troubleSince || link.told.outage) return;
  const since = link.troubleSince;
  if (context.clock() < since.getTime() + outagePatience) return;
  await tellOnce(context, link, {
    what: 'outage',
    to: await linkerAndManagers(context, link),
    message: (reader) => context.faces.outage({ link, since }, reader),
  });
}

/** Offers managers to take a link over whose person has left Slack. */
async function tellOfLinkerGone(context: Context, linkId: string): Promise<void> {
  const { delivery, faces, workspace, logger } = context;
  const link = await read(context, linkId);
  if (!link || link.state === 'unlinked' || link.told.linkerGone) return;
  try {
    const person = await delivery.person(workspace._id, link.linkedBy);
    if (!person.isDeleted) return;
    await tellOnce(context, link, {
      what: 'linkerGone',
      to: await knownManagers(context),
      message: (reader) => faces.linkerGone({ link, name: person.name }, reader),
    });
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    logger.warn({ err: error, linkId }, 'Slack did not say whether the person who linked is still there');
  }
}

/** Once a day for each link, read or not: whether the person who linked is still there. */
export async function lookForLinkers(engine: Engine): Promise<void> {
  const { models, clock } = engine;
  const unseen = {
    state: { $ne: 'unlinked' },
    'told.linkerGone': null,
    linkerSeenAt: { $not: { $gt: new Date(clock() - lookEvery) } },
  } as const;
  const links = await models.links.find(unseen, null, acrossWorkspaces).lean();
  for (const { _id, workspaceId } of links) {
    const { modifiedCount } = await models.links.updateOne(
      { ...unseen, _id, workspaceId },
      { $set: { linkerSeenAt: new Date(clock()) } },
    );
    const workspace = modifiedCount === 0 ? null : await models.workspaces.findById(workspaceId).lean();
    if (workspace) await tellOfLinkerGone(contextOf(engine, workspace), _id);
  }
}

/** Foretells consents that nobody uses, of paused links mostly, a week before they run out. */
export async function foretellConsentEnds(engine: Engine): Promise<void> {
  const { models, clock } = engine;
  const ending = await models.links
    .find(
      {
        credential: 'oauth',
        state: { $in: ['active', 'paused'] },
        'told.consentEnding': null,
        renewedAt: { $lte: new Date(clock() - consentLasts + foretold) },
      },
      null,
      acrossWorkspaces,
    )
    .lean();
  for (const link of ending) {
    const workspace = await models.workspaces.findById(link.workspaceId).lean();
    if (!workspace || !link.renewedAt) continue;
    const context = contextOf(engine, workspace);
    const on = new Date(link.renewedAt.getTime() + consentLasts);
    await tellOnce(context, link, {
      what: 'consentEnding',
      to: await linkerAndManagers(context, link),
      message: (reader) => context.faces.consentEnding({ link, on }, reader),
    });
  }
}

function read({ models, workspace }: Context, linkId: string): Promise<Link | null> {
  return models.links.findOne({ workspaceId: workspace._id, _id: linkId }).lean();
}
