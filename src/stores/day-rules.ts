import type { Store } from '../../models/store.ts';
import type { Context } from '../context.ts';
import { readable } from '../lightspeed/stores.ts';
import { type Day, dayOf, ruleOn } from '../turnover/trading-day.ts';

/** When a store's day begins now. */
export interface StoreDayRule {
  linkId: string;
  storeId: string;
  name: string;
  cutOff: number;
  /** Null: none is known, and the store cannot be read. */
  zone: string | null;
}

/** When the day of each open store begins, and the date it is where the team is. */
export async function dayRules(context: Context): Promise<{ stores: StoreDayRule[]; today: Day }> {
  const { models, workspace, clock } = context;
  const stores = await models.stores
    .find({ workspaceId: workspace._id, archived: false })
    .sort({ name: 1, storeId: 1 })
    .lean();
  return {
    stores: stores.map((store) => ruleNow(store, clock())),
    today: dayOf(clock(), { zone: workspace.zone, cutOff: 0 }),
  };
}

function ruleNow(store: Store, now: number): StoreDayRule {
  const { linkId, storeId, name } = store;
  const [known] = readable([store]);
  const rule = known ? ruleOn(known, dayOf(now, known)) : { cutOff: store.cutOff, zone: null };
  return { linkId, storeId, name, ...rule };
}
