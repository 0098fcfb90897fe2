import {
  errorBodies,
  literal,
  outletBody,
  retailerBody,
  saleBody,
  searchBody,
} from '../../../src/lightspeed/x-series/fixtures.ts';
import type { ConnectorKit, ContractSale } from '../connector-kit.ts';
import { connect, outletsPage, SEPT_18, searchPage, TOKEN } from './till.ts';

/** The X-Series held against the contract of connectors: a search by offset, outlets by version. */
export const xSeriesKit: ConnectorKit = {
  key: TOKEN,
  onTheWire: `Bearer ${TOKEN}`,
  connect: (till, over) => connect(till, over),
  window: SEPT_18,
  storeIds: ['outlet-1', 'outlet-2'],
  account: { id: '00000000-0000-4000-8000-000000000001', name: 'Example Store', currency: 'NZD' },
  answer(asked, { stores = [], sales = [], size }) {
    if (asked.path.endsWith('/search')) return searchPage(sales.map(rowOf), asked, size);
    if (!asked.path.endsWith('/outlets')) return { body: retailerBody() };
    const outlets = stores.map(({ id, name, zone, archived }, index) =>
      outletBody({
        id,
        name,
        time_zone: zone,
        deleted_at: archived ? '2020-01-01T00:00:00+00:00' : null,
        version: index + 1,
      }),
    );
    return outletsPage(outlets, asked, size);
  },
  salesPage: (sales) => searchBody(sales.map(rowOf)),
  errorBodies: Object.values(errorBodies),
  wrongShapes: [
    ['an error sent with status 200', { error: 'Access token is not valid' }],
    ['rows that are none', { data: ['none'] }],
    ['a sale without a state', searchBody([saleBody({ state: null, status: '' })])],
  ],
  echoes: (text) => [
    { body: searchBody([saleBody({ id: text, state: text })]) },
    { body: searchBody([saleBody({ attributes: text })]) },
    { body: searchBody([saleBody({ total_price: text })]) },
    { body: searchBody([saleBody({ sale_date: text })]) },
  ],
};

const states = { counts: 'closed', archived: 'closed', voided: 'voided', open: 'parked' } as const;

function rowOf({ id, storeId, at, gross, tax, standing }: ContractSale) {
  return saleBody({
    id,
    outlet_id: storeId,
    sale_date: at,
    state: states[standing],
    deleted_at: standing === 'archived' ? at : null,
    total_price: literal(less(gross, tax)),
    total_tax: literal(tax),
  });
}

/** One decimal text less another, exactly: this API tells prices without tax. */
function less(one: string, other: string): string {
  const [a, b] = [one, other].map((text) => BigInt(text.replace('.', '')));
  const decimals = one.length - one.indexOf('.') - 1;
  const left = (a ?? 0n) - (b ?? 0n);
  const digits = String(left < 0n ? -left : left).padStart(decimals + 1, '0');
  return `${left < 0n ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
