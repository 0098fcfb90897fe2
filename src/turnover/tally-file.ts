import { z } from 'zod';
import type { Sale } from '../lightspeed/connector.ts';
import { parseExact } from '../lightspeed/http/exact-json.ts';
import { toSale as toRSale } from '../lightspeed/r-series/mapper.ts';
import { saleRow as rSaleRow } from '../lightspeed/r-series/schema.ts';
import { toSale as toXSale } from '../lightspeed/x-series/mapper.ts';
import { saleRow as xSaleRow } from '../lightspeed/x-series/schema.ts';
import type { Amounts, StoreDay } from './figure.ts';
import { createTally, type TallyStore } from './tally.ts';
import { type Day, dayOf, isZone } from './trading-day.ts';

/** Whose sales a file holds. */
export type TallySeries = 'r' | 'x';

const saleOf: Record<TallySeries, (raw: unknown, currency: string) => Sale> = {
  r: (raw, currency) => toRSale(rSaleRow.parse(raw), currency),
  x: (raw, currency) => toXSale(xSaleRow.parse(raw), currency),
};

const file = z.object({
  account: z.object({ currency: z.string().regex(/^[A-Z]{3}$/, 'must be a currency code such as EUR') }),
  shops: z.array(
    z.object({
      shopID: z.string().min(1),
      timeZone: z.string().refine(isZone, 'must be a time zone such as Europe/Amsterdam'),
      cutOff: z.coerce.number().int().min(0).max(6).default(0),
    }),
  ),
  sales: z.array(z.unknown()),
});

/**
 * Figures from raw sales as the API sends them, by the code of the import: one for each store and day with a sale that
 * counts, stores in the order of the file, then days. Numbers are read as the text they are written as. Throws a SyntaxError, a
 * ZodError, a LightspeedError, or a RangeError for a sale of
 * a shop that the file does not name.
 */
export function tallyFile(text: string, series: TallySeries): (StoreDay & Amounts)[] {
  const { account, shops, sales } = file.parse(parseExact(text));
  const stores = new Map(
    shops.map(({ shopID, timeZone, cutOff }): [string, TallyStore] => [
      shopID,
      { storeId: shopID, zone: timeZone, cutOff },
    ]),
  );
  const read = sales.map((raw) => saleOf[series](raw, account.currency));
  refuseTwins(read);
  const days = [...new Set(read.flatMap((sale) => dayOfSale(sale, stores)))].sort();
  if (days.length === 0) return [];
  const tally = createTally([...stores.values()], days);
  tally.fold(read);
  return tally.figures().filter((figure) => figure.sales > 0);
}

/** The import refuses a sale that comes twice, so a file is no way round it. */
function refuseTwins(sales: readonly Sale[]): void {
  const seen = new Set<string>();
  for (const { id } of sales) {
    if (seen.has(id)) throw new RangeError(`sale ${id} is listed twice`);
    seen.add(id);
  }
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
