import type { Mapping } from '../../models/mapping.ts';
import type { Context } from '../context.ts';
import type { Day } from '../turnover/trading-day.ts';

/** How much a department holds, over all the time there is. */
export interface Extent {
  stores: number;
  /** Days with a figure of one of its stores. */
  days: number;
}

/** The days of a store in a department, `until` excluded; null where they have no end. */
interface Stretch {
  linkId: string;
  storeId: string;
  from: Day;
  until: Day | null;
}

/** Over how many stores and days a department's figures reach: what a merge would move. */
export async function extentOf(
  { models, workspace }: Context,
  { departmentId }: { departmentId: string },
): Promise<Extent> {
  const place = { workspaceId: workspace._id };
  const stretches = stretchesOf(await models.mappings.find(place).lean(), departmentId);
  if (stretches.length === 0) return { stores: 0, days: 0 };
  const days = await models.figures.distinct('day', {
    ...place,
    $or: stretches.map(({ linkId, storeId, from, until }) => ({
      linkId,
      storeId,
      day: { $gte: from, ...(until === null ? {} : { $lt: until }) },
    })),
  });
  return { stores: new Set(stretches.map(storeKey)).size, days: days.length };
}

function stretchesOf(mappings: readonly Mapping[], departmentId: string): Stretch[] {
  const byStore = Map.groupBy(mappings, storeKey);
  return [...byStore.values()].flatMap((ofStore) => {
    const inTime = ofStore.toSorted((a, b) => a.from.localeCompare(b.from));
    return inTime.flatMap(({ linkId, storeId, from, shares }, index): Stretch[] => {
      if (!shares.some((share) => share.departmentId === departmentId)) return [];
      return [{ linkId, storeId, from, until: inTime[index + 1]?.from ?? null }];
    });
  });
}

function storeKey({ linkId, storeId }: { linkId: string; storeId: string }): string {
  return `${linkId} ${storeId}`;
}
