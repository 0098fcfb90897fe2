import type { Store } from '../../models/store.ts';
import type { Context } from '../context.ts';
import { readable } from '../lightspeed/stores.ts';
import { type Day, dayOf, ruleOn } from '../turnover/trading-day.ts';
import { namesApart } from './names-apart.ts';

/** When a store's day begins now. */
export interface StoreDayRule {
  linkId: string;
  storeId: string;
  /** With its account where others have the same name. */
  name: string;
  cutOff: number;
  /** Null: none is known, and the store cannot be read. */
  zone: string | null;
}

/** When the day of each open store begins, and the date it is where the team is. */
export async function dayRules(context: Context): Promise<{ stores: StoreDayRule[]; today: Day }> {
  const { models, workspace, clock } = context;
  const workspaceId = workspace._id;
  const [stores, links] = await Promise.all([
    models.stores.find({ workspaceId, archived: false }).sort({ name: 1, storeId: 1 }).lean(),
    models.links.find({ workspaceId }, { name: 1 }).lean(),
  ]);
  const nameOf = namesApart(stores, links);
  return {
    stores: stores.map((store) => ({ ...ruleNow(store, clock()), name: nameOf(store) })),
    today: dayOf(clock(), { zone: workspace.zone, cutOff: 0 }),
  };
}

function ruleNow(store: Store, now: number): StoreDayRule {
  const { linkId, storeId, name } = store;
  const [known] = readable([store]);
  const rule = known ? ruleOn(known, dayOf(now, known)) : { cutOff: store.cutOff, zone: null };
  return { linkId, storeId, name, ...rule };
}
