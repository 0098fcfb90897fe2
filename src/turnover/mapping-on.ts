import type { Mapping } from '../../models/mapping.ts';
import type { Day } from './trading-day.ts';

/** The mapping of each store that counts on a day, by `linkId storeId`: the latest that began by then. */
export function mappingOn(mappings: readonly Mapping[], day: Day): Map<string, Mapping> {
  const counting = mappings.filter(({ from }) => from <= day).sort((a, b) => a.from.localeCompare(b.from));
  return new Map(counting.map((mapping) => [`${mapping.linkId} ${mapping.storeId}`, mapping]));
}
