import type { Account, Connector, Sale, SalesWindow, StoreOfAccount } from '../connector.ts';
import { createXSeriesClient, type XSeriesSettings } from './client.ts';
import { dateOf, toAccount, toSale, toStore } from './mapper.ts';
import { allOutlets } from './outlets.ts';
import { countingStates, openStates } from './query.ts';
import { salePages } from './sale-pages.ts';
import { retailer, type SaleRow } from './schema.ts';

export interface XSeriesOptions extends XSeriesSettings {
  /** The longest list that is followed, in pages of 1000. */
  maxPages?: number;
}

/** A connector to one Lightspeed Retail X-Series retailer (API 2.0). Throws a TypeError for a base URL that is none. */
export function createXSeriesConnector(options: XSeriesOptions): Connector {
  const client = createXSeriesClient(options);
  const theRetailer = () => client.get(client.target('retailer'), retailer);

  return {
    account: async (): Promise<Account> => toAccount(await theRetailer()),

    stores: async (): Promise<StoreOfAccount[]> => {
      const outlets = await allOutlets(client);
      const homeless = outlets.some((outlet) => outlet.timeZone === undefined);
      const zone = homeless ? (await theRetailer()).timeZone : undefined;
      return outlets.map((outlet) => toStore(outlet, zone));
    },

    sales: async function* (window: SalesWindow): AsyncGenerator<Sale[]> {
      if (window.end <= window.start || window.storeIds?.length === 0) return;
      const wanted = { states: countingStates, maxPages: options.maxPages };
      for await (const rows of salePages(client, window, wanted)) {
        const sales = salesOf(rows, window);
        if (sales.length > 0) yield sales;
      }
    },

    openSales: async function* (window: SalesWindow): AsyncGenerator<Sale[]> {
      if (window.end <= window.start || window.storeIds?.length === 0) return;
      const wanted = { states: openStates, maxPages: options.maxPages };
      for await (const rows of salePages(client, window, wanted)) {
        const sales = openSalesOf(rows, window);
        if (sales.length > 0) yield sales;
      }
    },
  };
}

/** The server filters too, but what belongs is decided here: only the stores asked for, the window without its end. */
function salesOf(rows: readonly SaleRow[], { start, end, storeIds, currency }: SalesWindow): Sale[] {
  return ofStores(rows, storeIds)
    .map((row) => toSale(row, currency))
    .filter(({ completedAt }) => completedAt !== null && completedAt >= start && completedAt < end);
}

/** The same for sales that are still open: their date says when they were begun. */
function openSalesOf(rows: readonly SaleRow[], { start, end, storeIds, currency }: SalesWindow): Sale[] {
  return ofStores(rows, storeIds).flatMap((row) => {
    const sale = toSale(row, currency);
    if (sale.standing !== 'open') return [];
    const begunAt = dateOf(row);
    return begunAt >= start && begunAt < end ? [sale] : [];
  });
}

function ofStores(rows: readonly SaleRow[], storeIds: SalesWindow['storeIds']): SaleRow[] {
  const stores = storeIds && new Set(storeIds);
  return rows.filter((row) => !stores || stores.has(row.outletId));
}
