import type { Link } from '../../models/link.ts';
import type { Store } from '../../models/store.ts';
import type { Context } from '../context.ts';

import { type Entered, enteredIn } from './changes.ts';
import { keyOf } from './stored-evidence.ts';
import { type Day, dayOf, isZone } from './trading-day.ts';

/** A store whose turnover can be entered by hand. */
export interface EnterableStore {
  link: Link;
  store: Store;
}

/** A figure that was entered by hand and stands. */
export interface StandingFigure {
  linkId: string;
  storeId: string;
  name: string;
  currency: string;
  /** Including VAT, minor units. */
  gross: number;
  entered: Entered;
}

/** Every store of the workspace's links, by link and name; also those that cannot be read. */
export async function enterableStores({ models, workspace }: Context): Promise<EnterableStore[]> {
  const workspaceId = workspace._id;
  const links = await models.links
    .find({ workspaceId, state: { $ne: 'unlinked' } })
    .sort({ linkedAt: 1 })
    .lean();
  const stores = await models.stores.find({ workspaceId }).sort({ name: 1, storeId: 1 }).lean();
  return links.flatMap((link) =>
    stores.filter(({ linkId }) => linkId === link._id).map((store) => ({ link, store })),
  );
}

/** The figures of a day that were entered by hand and not released. */
export async function standingFigures(
  { models, workspace }: Context,
  { day, stores }: { day: Day; stores: readonly EnterableStore[] },
): Promise<StandingFigure[]> {
  const figures = await models.figures.find({ workspaceId: workspace._id, day, state: 'manual' }).lean();
  const nameOf = new Map(stores.map(({ store }) => [keyOf(store), store.name]));
  return figures.flatMap(({ linkId, storeId, currency, gross, revisions }) => {
    const last = revisions.at(-1);
    const entered = last && enteredIn(last);
    const name = nameOf.get(keyOf({ linkId, storeId }));
    return entered && name !== undefined ? [{ linkId, storeId, name, currency, gross, entered }] : [];
  });
}

/** Whether a day has ended in a store; where its zone is not known, in the workspace's. */
export function isOverIn({ workspace, clock }: Context, store: Store, day: Day): boolean {
  const zone = store.zone !== null && isZone(store.zone) ? store.zone : workspace.zone;
  return day < dayOf(clock(), { ...store, zone });
}
