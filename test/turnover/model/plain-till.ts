import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ModelSale, Shops } from './shops.ts';

/** A till on loopback that shows whatever `shops` are at the moment. It shares no code with the stand-ins. */
export interface PlainTill {
  url: string;
  show(shops: Shops): void;
  close(): void;
}

/** How few rows a page of the R-Series till holds: many pages from few sales. */
const pageSize = 5;

export async function startPlainTill(): Promise<PlainTill> {
  let shown: Shops | undefined;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://till');
    const body = shown && !shown.isDown ? answer(shown, url) : undefined;
    response.writeHead(body ? 200 : 503, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body ?? { error: 'down' }));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    show(shops) {
      shown = shops;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function answer(shops: Shops, url: URL): unknown {
  const path = url.pathname.split('/').at(-1);
  switch (path) {
    case 'Account.json':
      return { '@attributes': { count: '1' }, Account: { accountID: '9', name: 'Plain' } };
    case '9.json':
      return { name: 'Plain', defaultCurrency: { code: shops.currency } };
    case 'Shop.json':
      return list('Shop', shops.stores.map(shopRow), '');
    case 'Sale.json':
      return salesOfR(shops, url);
    case 'retailer':
      return {
        data: {
          id: 'plain',
          name: 'Plain',
          currency: { code: shops.currency },
          timezone: 'Pacific/Auckland',
        },
      };
    case 'outlets':
      return outlets(shops, url.searchParams.get('after'));
    case 'search':
      return salesOfX(shops, url.searchParams);
    default:
      throw new Error(`the plain till has no ${path}`);
  }
}

const shopRow = ({ id, name, zone, isClosed }: Shops['stores'][number]) => ({
  shopID: id,
  name,
  timeZone: zone,
  archived: String(isClosed),
});

function list(key: string, rows: unknown[], next: string) {
  const attributes = { '@attributes': { next } };
  return rows.length === 0 ? attributes : { ...attributes, [key]: rows.length === 1 ? rows[0] : rows };
}

function salesOfR(shops: Shops, url: URL) {
  const [, from = '', to = ''] = (url.searchParams.get('completeTime') ?? '').split(',');
  const wanted = url.searchParams.get('shopID')?.match(/\d+/g);
  const rows = shops.sales.filter(
    ({ at, storeId }) =>
      at !== null && at >= Date.parse(from) && at <= Date.parse(to) && (wanted?.includes(storeId) ?? true),
  );
  const start = Number(url.searchParams.get('page') ?? 0) * pageSize;
  const more = new URLSearchParams(url.searchParams);
  more.set('page', String(start / pageSize + 1));
  return list(
    'Sale',
    rows.slice(start, start + pageSize).map((sale) => saleOfR(sale, shops)),
    start + pageSize < rows.length ? `${url.pathname}?${more}` : '',
  );
}

function saleOfR({ number, storeId, at, gross, tax, standing, changedAt }: ModelSale, shops: Shops) {
  const first = Math.trunc(tax / 3);
  return {
    saleID: String(number),
    shopID: storeId,
    completed: 'true',
    voided: String(standing === 'voided'),
    archived: String(standing === 'archived'),
    completeTime: timeText(at ?? 0),
    updatetime: timeText(changedAt),
    total: amountText(gross, shops.currency),
    calcTax1: amountText(first, shops.currency),
    calcTax2: amountText(tax - first, shops.currency),
  };
}

function outlets(shops: Shops, after: string | null) {
  if (Number(after) > 0) return { data: [], version: { max: null } };
  const data = shops.stores.map(({ id, name, zone, isClosed }) => ({
    id,
    name,
    time_zone: zone,
    ...(isClosed ? { deleted_at: '2020-01-01T00:00:00+00:00' } : {}),
  }));
  return { data, version: { max: 5 } };
}

function salesOfX(shops: Shops, query: URLSearchParams) {
  const [from, to] = [Date.parse(query.get('date_from') ?? ''), Date.parse(query.get('date_to') ?? '')];
  const outlet = query.get('outlet_id');
  const rows = shops.sales
    // What was deleted is not found.
    .filter(({ standing, storeId }) => standing !== 'archived' && (outlet ?? storeId) === storeId)
    .map((sale) => ({ sale, date: sale.at ?? sale.madeAt }))
    .filter(({ date }) => date >= from && date <= to)
    .map(({ sale, date }) => saleOfX(sale, date, shops.currency));
  return { data: rows.slice(Number(query.get('offset'))) };
}

/** A sale that counts is closed or on account; an open one is pending for another reason. */
function saleOfX(
  { number, storeId, at, gross, tax, standing, changedAt }: ModelSale,
  date: number,
  currency: string,
) {
  const onAccount = number % 4 === 0;
  const open = at === null || onAccount ? 'pending' : 'closed';
  return {
    id: `sale-${number}`,
    outlet_id: storeId,
    state: standing === 'voided' ? 'voided' : open,
    attributes: at === null ? ['layby'] : onAccount ? ['onaccount'] : [],
    sale_date: timeText(date),
    updated_at: timeText(changedAt),
    total_price: Number(amountText(gross - tax, currency)),
    total_tax: Number(amountText(tax, currency)),
    version: changedAt,
  };
}

function timeText(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}+00:00`;
}

const decimals: Record<string, number> = { EUR: 2, NZD: 2, JPY: 0, KWD: 3 };

/** Minor units as decimal text, digit by digit. */
function amountText(minor: number, currency: string): string {
  const places = decimals[currency] ?? 2;
  const digits = String(Math.abs(minor)).padStart(places + 1, '0');
  const [whole, rest] = [digits.slice(0, digits.length - places), digits.slice(digits.length - places)];
  return `${minor < 0 ? '-' : ''}${whole}${places > 0 ? `.${rest}` : ''}`;
}
