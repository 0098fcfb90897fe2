import type { Account, Connector, Sale, SalesWindow, StoreOfAccount } from '../connector.ts';
import { UnreadableAnswerError } from '../errors.ts';
import type { HttpClient } from '../http/client.ts';
import { createRSeriesClient, type RSeriesSettings } from './client.ts';
import { toAccount, toSale, toStore } from './mapper.ts';
import { pagesOf } from './paging.ts';
import { openSalesQuery, salesQuery, shopsQuery } from './query.ts';
import { accountDetail, accountList, type SaleRow, salePage, shopPage } from './schema.ts';
import { createUsualPages } from './usual-page.ts';

export interface RSeriesOptions extends RSeriesSettings {
  /** The account behind the key, when it is known: saves a request. */
  accountId?: string;
  /** The longest list that is followed, in pages of 100. */
  maxPages?: number;
}

/** A connector to one Lightspeed Retail R-Series account (API V3). */
export function createRSeriesConnector(options: RSeriesOptions): Connector {
  const client = createRSeriesClient(options);
  const salePages = { schema: salePage, quick: createUsualPages(), maxPages: options.maxPages };
  let known = options.accountId;

  async function resource(path: string, query: URLSearchParams) {
    known ??= (await onlyAccount(client)).id;
    return client.target(`Account/${encodeURIComponent(known)}/${path}`, query);
  }

  return {
    account: async (): Promise<Account> => {
      const listed = known === undefined ? await onlyAccount(client) : { id: known, name: undefined };
      known = listed.id;
      const detail = client.target(`Account/${encodeURIComponent(known)}.json`);
      return toAccount(listed, await client.get(detail, accountDetail));
    },

    stores: async (): Promise<StoreOfAccount[]> => {
      const shops = await resource('Shop.json', shopsQuery());
      const pages = await Array.fromAsync(
        pagesOf(client, shops, { schema: shopPage, maxPages: options.maxPages }),
      );
      return pages.flat().map(toStore);
    },

    sales: async function* (window: SalesWindow): AsyncGenerator<Sale[]> {
      if (window.end <= window.start || window.storeIds?.length === 0) return;
      const list = await resource('Sale.json', salesQuery(window));
      for await (const rows of pagesOf(client, list, salePages)) {
        const sales = salesOf(rows, window);
        if (sales.length > 0) yield sales;
      }
    },

    openSales: async function* (window: SalesWindow): AsyncGenerator<Sale[]> {
      if (window.end <= window.start || window.storeIds?.length === 0) return;
      const list = await resource('Sale.json', openSalesQuery(window));
      for await (const rows of pagesOf(client, list, salePages)) {
        const sales = ofStores(rows, window).filter(({ standing }) => standing === 'open');
        if (sales.length > 0) yield sales;
      }
    },
  };
}

/** The server filters too, but what belongs is decided here: only the stores asked for, the window without its end. */
function salesOf(rows: readonly SaleRow[], window: SalesWindow): Sale[] {
  const { start, end } = window;
  return ofStores(rows, window).filter(
    ({ completedAt }) => completedAt !== null && completedAt >= start && completedAt < end,
  );
}

function ofStores(rows: readonly SaleRow[], { storeIds, currency }: SalesWindow): Sale[] {
  const stores = storeIds && new Set(storeIds);
  return rows.filter((row) => !stores || stores.has(row.shopId)).map((row) => toSale(row, currency));
}

async function onlyAccount(client: HttpClient) {
  const accounts = await client.get(client.target('Account.json'), accountList);
  const [account] = accounts;
  if (!account || accounts.length > 1) {
    throw new UnreadableAnswerError(`The key opens ${accounts.length} accounts; one is expected.`);
  }
  return account;
}
