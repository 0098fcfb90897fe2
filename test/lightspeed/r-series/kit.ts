import {
  accountBody,
  errorBodies,
  listBody,
  saleBody,
  shopBody,
  without,
} from '../../../src/lightspeed/r-series/fixtures.ts';
import type { ConnectorKit, ContractSale, ContractStore } from '../connector-kit.ts';
import type { Answer, Asked } from '../http/till.ts';
import { connect, JUNE_6, KEY } from './till.ts';

/** The R-Series held against the contract of connectors: rows by endpoint, a page after the other. */
export const rSeriesKit: ConnectorKit = {
  key: KEY,
  onTheWire: Buffer.from(`${KEY}:apikey`).toString('base64'),
  connect,
  window: JUNE_6,
  storeIds: ['1', '2'],
  account: { id: '123456', name: 'Main', currency: 'CAD' },
  answer(asked, { stores = [], sales = [], size }) {
    if (asked.path.endsWith('/Sale.json')) return page('Sale', sales.map(rowOf), asked, size);
    if (asked.path.endsWith('/Shop.json')) return page('Shop', stores.map(shopOf), asked, size);
    return { body: accountBody };
  },
  salesPage: (sales) => listBody('Sale', sales.map(rowOf)),
  errorBodies: Object.values(errorBodies),
  wrongShapes: [
    ['an error sent with status 200', { httpCode: '500', httpMessage: 'Internal Server Error' }],
    ['rows that are none', { '@attributes': { next: '' }, Sale: 'none' }],
    ['a sale without an id', listBody('Sale', [without(saleBody(), 'saleID')])],
  ],
  echoes: (text) => [
    { body: listBody('Sale', [saleBody({ completed: text, saleID: text })]) },
    { body: listBody('Sale', [saleBody({ total: text })]) },
    { body: listBody('Sale', [saleBody({ completeTime: text })]) },
    { body: listBody('Sale', [saleBody()], `https://${KEY}.example/${KEY}?key=${KEY}`) },
    { body: listBody('Sale', [saleBody()], `/${KEY}?key=${KEY}`) },
  ],
};

function page(
  name: 'Sale' | 'Shop',
  rows: Record<string, unknown>[],
  { query }: Asked,
  size: number,
): Answer {
  const after = Number(query.get('after') ?? 0);
  const next = after + size < rows.length ? `?after=${after + size}` : '';
  return { body: listBody(name, rows.slice(after, after + size), next) };
}

function rowOf({ id, storeId, at, gross, tax, standing }: ContractSale) {
  const time = at.replace('Z', '+00:00');
  return saleBody({
    saleID: id,
    shopID: storeId,
    completed: String(standing !== 'open'),
    voided: String(standing === 'voided'),
    archived: String(standing === 'archived'),
    createTime: time,
    timeStamp: time,
    updatetime: time,
    completeTime: standing === 'open' ? undefined : time,
    total: gross,
    calcTotal: gross,
    taxTotal: tax,
    calcTax1: tax,
    calcTax2: '0',
  });
}

function shopOf({ id, name, zone, archived }: ContractStore) {
  return shopBody({ shopID: id, name, timeZone: zone, archived: String(archived) });
}
