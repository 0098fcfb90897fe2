import type { Connector, Sale } from '../../src/lightspeed/connector.ts';
import { view, type World } from '../lightspeed/world.ts';

/**
 * The sales of the made-up account as Lightspeed would have given them at an instant, without the way over HTTP: a year of
 * nights is read in a second. Only sales can be asked for.
 */
export function accountAsOf(world: World, at: number): Connector {
  return {
    account: () => Promise.reject(new Error('not asked for')),
    stores: () => Promise.reject(new Error('not asked for')),
    sales: async function* ({ start, end }) {
      yield [...world.sales(at, { from: start, to: end })].flatMap((sale): Sale[] => {
        const seen = view(sale, at);
        if (!seen) return [];
        return [
          {
            id: String(sale.saleID),
            storeId: sale.shopID,
            completedAt: seen.completeTime,
            gross: seen.amounts.total,
            tax: seen.amounts.tax1 + seen.amounts.tax2,
            standing: standingOf(seen),
            version: String(seen.updateTime),
          },
        ];
      });
    },
  };
}

function standingOf(seen: { voided: boolean; archived: boolean; completed: boolean }): Sale['standing'] {
  if (seen.voided) return 'voided';
  if (seen.archived) return 'archived';
  return seen.completed ? 'counts' : 'open';
}
