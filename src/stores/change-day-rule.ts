import type { Store } from '../../models/store.ts';
import type { Context } from '../context.ts';
import { audit } from '../security/audit.ts';
import type { Day } from '../turnover/trading-day.ts';

export interface DayRuleToSave {
  linkId: string;
  storeId: string;
  /** The first trading day it holds for. */
  from: Day;
  /** The hour, 0-6, at which a day begins. */
  cutOff: number;
  /** An IANA zone, or null for the one Lightspeed gives. Absent: whichever of them holds on the first day stays. */
  zone?: string | null;
  userId: string;
}

/**
 * Changes when a store's day begins, from a day on, whatever was set for later days; earlier days keep theirs. Days that are
 * final keep their figures until someone imports them again. Null when the workspace has no such store. Audited.
 */
export async function changeDayRule(context: Context, input: DayRuleToSave): Promise<Store | null> {
  const { models, workspace } = context;
  const { linkId, storeId, from, cutOff, userId } = input;
  const place = { workspaceId: workspace._id, linkId, storeId };
  const store = await models.stores.findOne(place).lean();
  if (!store) return null;
  const zone = input.zone === undefined ? chosenZoneOn(store, from) : input.zone;
  const changes = [...store.changes.filter((change) => change.from < from), { from, cutOff, zone }];
  await models.stores.updateOne(place, { $set: { changes } });
  await audit(context, {
    who: userId,
    action: 'store.day-changed',
    details: { linkId, storeId, from, cutOff, zone },
  });
  return { ...store, changes };
}

/** The zone that a person chose for a day, or null where it is Lightspeed's. */
function chosenZoneOn({ changes }: Store, day: Day): string | null {
  const until = changes.filter((change) => change.from <= day).sort((a, b) => a.from.localeCompare(b.from));
  return until.at(-1)?.zone ?? null;
}
