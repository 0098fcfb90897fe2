import type { Link } from '../../models/link.ts';
import { acrossWorkspaces } from '../../models/wall.ts';
import { type Context, contextOf, type Engine } from '../context.ts';
import { DeliveryError } from '../slack/delivery.ts';
import { knownManagers, linkerAndManagers } from './recipients.ts';
import { tellOnce } from './tell-once.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** No alarm before this: most outages are over by then, and missed days are made up for. */
const outagePatience = day;
const remindEvery = 7 * day;

/** An R-Series consent that is not used for 30 days runs out (developers.lightspeedhq.com/retail/authentication/refresh-token). */
const consentLasts = 30 * day;
const foretold = 7 * day;

/** Tells of a refused key, and again every week while it lasts. */
export async function tellOfRefusal(context: Context, linkId: string): Promise<void> {
  const link = await read(context, linkId);
  if (link?.state !== 'refused') return;
  const last = link.told.refused;
  if (last && context.clock() < last.getTime() + remindEvery) return;
  await tellOnce(context, link, {
    what: 'refused',
    to: await linkerAndManagers(context, link),
    message: context.faces.keyRefused({ link, isReminder: last !== null }, context.workspace),
  });
}

/** Tells of an outage that has lasted a day. */
export async function tellOfOutage(context: Context, linkId: string): Promise<void> {
  const link = await read(context, linkId);
  if (link?.state !== 'active' || !link.troubleSince || link.told.outage) return;
  if (context.clock() < link.troubleSince.getTime() + outagePatience) return;
  await tellOnce(context, link, {
    what: 'outage',
    to: await linkerAndManagers(context, link),
    message: context.faces.outage({ link, since: link.troubleSince }, context.workspace),
  });
}

/** Offers managers to take a link over whose person has left Slack. */
export async function tellOfLinkerGone(context: Context, linkId: string): Promise<void> {
  const { delivery, faces, workspace, logger } = context;
  const link = await read(context, linkId);
  if (!link || link.state === 'unlinked' || link.told.linkerGone) return;
  try {
    const person = await delivery.person(workspace._id, link.linkedBy);
    if (!person.isDeleted) return;
    await tellOnce(context, link, {
      what: 'linkerGone',
      to: await knownManagers(context),
      message: faces.linkerGone({ link, name: person.name }, workspace),
    });
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    logger.warn({ err: error, linkId }, 'Slack did not say whether the person who linked is still there');
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
      message: context.faces.consentEnding({ link, on }, workspace),
    });
  }
}

function read({ models, workspace }: Context, linkId: string): Promise<Link | null> {
  return models.links.findOne({ workspaceId: workspace._id, _id: linkId }).lean();
}
