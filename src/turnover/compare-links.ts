import type { Link } from '../../models/link.ts';
import type { Context } from '../context.ts';
import { personWaits } from '../lightspeed/open-link.ts';
import { compareDay, type StoreComparison } from './compare-day.ts';
import { eachLink, isOver, linksOfDay, type UnreadLink } from './day-links.ts';
import type { Day } from './trading-day.ts';

/** A day of the workspace as it is kept, and as Lightspeed has it now. */
export type DayComparison =
  | { kind: 'compared'; day: Day; links: { link: Link; stores: StoreComparison[] }[]; unread: UnreadLink[] }
  | { kind: 'not-over' }
  | { kind: 'no-link' };

/**
 * Holds a day of every link that has stores then against Lightspeed; changes nothing. Takes `patience` milliseconds at most,
 * over all links: what was not read by then is told as unread.
 */
export async function compareLinks(
  context: Context,
  { day, patience = personWaits }: { day: Day; patience?: number },
): Promise<DayComparison> {
  const links = await linksOfDay(context, day);
  if (links.length === 0) return { kind: 'no-link' };
  if (!(await isOver(context, links, day))) return { kind: 'not-over' };
  const signal = AbortSignal.timeout(patience);
  const { done, unread } = await eachLink(context, links, (link) =>
    compareDay(context, { link, day, signal }),
  );
  return {
    kind: 'compared',
    day,
    links: done.map(({ link, result }) => ({ link, stores: result })),
    unread,
  };
}
