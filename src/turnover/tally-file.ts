import { z } from 'zod';
import type { Sale } from '../lightspeed/connector.ts';
import { toSale } from '../lightspeed/r-series/mapper.ts';
import { saleRow } from '../lightspeed/r-series/schema.ts';
import type { Amounts, StoreDay } from './figure.ts';
import { createTally, type TallyStore } from './tally.ts';
import { type Day, dayOf, isZone } from './trading-day.ts';

const id = z.union([z.string().min(1), z.number().int()]).transform(String);

const file = z.object({
  account: z.object({ currency: z.string().regex(/^[A-Z]{3}$/, 'must be a currency code such as EUR') }),
  shops: z.array(
    z.object({
      shopID: id,
      timeZone: z.string().refine(isZone, 'must be a time zone such as Europe/Amsterdam'),
      cutOff: z.number().int().min(0).max(6).default(0),
    }),
  ),
  sales: z.array(z.unknown()),
});

/**
 * Figures from raw sales as the API sends them, by the code of the import: one for each store and day with a sale that
 * counts, stores in the order of the file, then days. Throws a ZodError, a LightspeedError, or a RangeError for a sale of
 * a shop that the file does not name.
 */
export function tallyFile(content: unknown): (StoreDay & Amounts)[] {
  const { account, shops, sales } = file.parse(content);
  const stores = new Map(
    shops.map(({ shopID, timeZone, cutOff }): [string, TallyStore] => [
      shopID,
      { storeId: shopID, zone: timeZone, cutOff },
    ]),
  );
  const read = sales.map((raw) => toSale(saleRow.parse(raw), account.currency));
  const days = [...new Set(read.flatMap((sale) => dayOfSale(sale, stores)))].sort();
  if (days.length === 0) return [];
  const tally = createTally([...stores.values()], days);
  tally.fold(read);
  return tally.figures().filter((figure) => figure.sales > 0);
}

function dayOfSale(
  { id: saleId, storeId, completedAt, standing }: Sale,
  stores: Map<string, TallyStore>,
): Day[] {
  if (standing !== 'counts' || completedAt === null) return [];
  const store = stores.get(storeId);
  if (!store) throw new RangeError(`sale ${saleId} is of shop ${storeId}, which the file does not name`);
  return [dayOf(completedAt, store)];
}
