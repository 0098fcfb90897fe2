import { ledgerOf } from '../../models/ledger.ts';
import type { Context } from '../context.ts';
import { storeDayKey } from './figure.ts';
import type { Ledgers } from './read-days.ts';
import type { Day } from './trading-day.ts';

/** What earlier nights counted on those of the days that are still provisional; a day without sales has an empty ledger. */
export async function provisionalLedgers(
  { models, workspace }: Context,
  { linkId, days }: { linkId: string; days: readonly Day[] },
): Promise<Ledgers> {
  const place = { workspaceId: workspace._id, linkId, day: { $in: [...days] } };
  const figures = await models.figures
    .find({ ...place, state: 'provisional' }, { storeId: 1, day: 1 })
    .lean();
  if (figures.length === 0) return [];
  // In the order of the index: what was counted is too much to be sorted.
  const chunks = await models.ledgers.find(place).sort({ day: 1, storeId: 1, chunk: 1 }).lean();
  const byStoreDay = Map.groupBy(chunks, storeDayKey);
  return figures.map(({ storeId, day }) => ({
    storeId,
    day,
    ledger: ledgerOf(byStoreDay.get(storeDayKey({ storeId, day })) ?? []),
  }));
}
