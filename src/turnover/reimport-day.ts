import type { Figure } from '../../models/figure.ts';
import type { Context } from '../context.ts';
import { personWaits } from '../lightspeed/open-link.ts';
import { eachLink, isOver, linksOfDay, type UnreadLink } from './day-links.ts';
import { type Amounts, sameAmounts } from './figure.ts';
import { reimportDays } from './reimport-days.ts';
import { keyOf } from './stored-evidence.ts';
import type { Day } from './trading-day.ts';

/** A figure that a re-import wrote anew: another one than before, or in the place of one entered by hand. */
export interface FigureWritten {
  name: string;
  /** ISO 4217. */
  currency: string;
  /** Null: there was none. */
  before: Amounts | null;
  after: Amounts;
}

/** What came of a re-import; a link that could not be read keeps its figures. */
export type DayReimport =
  | { kind: 'done'; written: FigureWritten[]; unread: UnreadLink[] }
  | { kind: 'not-over' }
  | { kind: 'no-link' };

/**
 * Reads a day of every link that has stores then again and writes what Lightspeed says now, final figures included; those
 * entered by hand stay. With `released` only that store is read, and its figure entered by hand is given up. Audited. Reading
 * takes `patience` milliseconds at most; a link that was not read by then keeps its figures.
 */
export async function reimportDay(
  context: Context,
  {
    day,
    who,
    released,
    patience = personWaits,
  }: { day: Day; who: string; released?: { linkId: string; storeId: string }; patience?: number },
): Promise<DayReimport> {
  const all = await linksOfDay(context, day);
  const links = released ? all.filter(({ _id }) => _id === released.linkId) : all;
  if (links.length === 0) return { kind: 'no-link' };
  if (!released && !(await isOver(context, links, day))) return { kind: 'not-over' };
  const before = await figuresOf(context, day);
  const signal = AbortSignal.timeout(patience);
  const { unread } = await eachLink(context, links, (link) =>
    reimportDays(context, {
      link,
      from: day,
      to: day,
      who,
      signal,
      ...(released ? { released: released.storeId } : {}),
    }),
  );
  return { kind: 'done', written: await writtenSince(context, { day, before }), unread };
}

type Figures = Awaited<ReturnType<typeof figuresOf>>;

async function figuresOf({ models, workspace }: Context, day: Day) {
  const figures = await models.figures.find({ workspaceId: workspace._id, day }).lean();
  return new Map(figures.map((figure) => [keyOf(figure), figure]));
}

async function writtenSince(
  context: Context,
  { day, before }: { day: Day; before: Figures },
): Promise<FigureWritten[]> {
  const { models, workspace } = context;
  const stores = await models.stores.find({ workspaceId: workspace._id }).lean();
  const nameOf = new Map(stores.map((store) => [keyOf(store), store.name]));
  return [...(await figuresOf(context, day))]
    .filter(([key, figure]) => isNews(before.get(key), figure))
    .map(([key, figure]) => ({
      name: nameOf.get(key) ?? figure.storeId,
      currency: figure.currency,
      before: before.get(key) ?? null,
      after: figure,
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** A figure that was only confirmed is written down too, but there is nothing to tell of it. */
function isNews(before: Figure | undefined, now: Figure): boolean {
  if (before === undefined) return true;
  const isWritten = now.revisions.length > before.revisions.length;
  return isWritten && (before.state === 'manual' || !sameAmounts(before, now));
}
