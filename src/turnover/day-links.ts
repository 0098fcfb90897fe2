import type { Link } from '../../models/link.ts';
import { lastWholeDay } from '../backfill/start-backfill.ts';
import type { Context } from '../context.ts';
import { LightspeedError } from '../lightspeed/errors.ts';
import { VaultError } from '../security/vault.ts';
import type { Day } from './trading-day.ts';

/**
 * The links whose stores a day is expected of; where none is, since nothing was read of the day, all of them. An account
 * that was unlinked cannot be read and is left out.
 */
export async function linksOfDay({ models, workspace }: Context, day: Day): Promise<Link[]> {
  const workspaceId = workspace._id;
  const links = await models.links
    .find({ workspaceId, state: { $ne: 'unlinked' } })
    .sort({ linkedAt: 1 })
    .lean();
  const expected = new Set([
    ...(await models.stores.distinct('linkId', { workspaceId, since: { $lte: day } })),
    ...(await models.figures.distinct('linkId', { workspaceId, day })),
  ]);
  const ofDay = links.filter(({ _id }) => expected.has(_id));
  return ofDay.length > 0 ? ofDay : links;
}

/** Whether a day has ended in every store of these links, so that it can be read whole. */
export async function isOver(context: Context, links: readonly Link[], day: Day): Promise<boolean> {
  const last = await Promise.all(links.map((link) => lastWholeDay(context, link)));
  return last.every((whole) => whole === undefined || day <= whole);
}

/** A link that could not be read, and why: the name of the error. */
export interface UnreadLink {
  link: Link;
  failure: string;
}

/**
 * Does the same with each link, one after the other. One that Lightspeed does not let us read is set apart, so that it
 * does not hide the others; any other error is thrown.
 */
export async function eachLink<Result>(
  { logger }: Context,
  links: readonly Link[],
  work: (link: Link) => Promise<Result>,
): Promise<{ done: { link: Link; result: Result }[]; unread: UnreadLink[] }> {
  const done: { link: Link; result: Result }[] = [];
  const unread: UnreadLink[] = [];
  for (const link of links) {
    try {
      done.push({ link, result: await work(link) });
    } catch (error) {
      if (!(error instanceof LightspeedError || error instanceof VaultError)) throw error;
      logger.info({ err: error, linkId: link._id }, 'a link could not be read for a person');
      unread.push({ link, failure: error.name });
    }
  }
  return { done, unread };
}
