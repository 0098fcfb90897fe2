/**
 * Bodies as the API sends them, for tests: shapes and values are those of its OpenAPI files (2.0 and 2026-07),
 * the fields those that matter here and some that must not (lines, payments, adjustments).
 */
type Fields = Record<string, unknown>;

export const MAIN_OUTLET = 'b1e04bd8-f019-11e3-a0f5-b8ca3a64f8f4';

/** A number as it is to stand in the body, digit for digit: `JSON.stringify` would print a float. */
export function literal(text: string): unknown {
  return rawJSON(text);
}

/** ECMAScript 2026; the type library does not know it yet, Node 26 has it. */
const { rawJSON } = JSON as typeof JSON & { rawJSON: (text: string) => unknown };

/** The sale of 2.0's list, in the words of today: a state beside the older status. */
export function saleBody(over: Fields = {}): Fields {
  return {
    id: 'b8ca3a65-0183-11e4-fbb5-39f7fce5e39b',
    outlet_id: MAIN_OUTLET,
    register_id: 'b1e198a9-f019-11e3-a0f5-b8ca3a64f8f4',
    invoice_number: '1036',
    source: 'USER',
    status: 'CLOSED',
    state: 'closed',
    attributes: [],
    total_price: 200,
    total_tax: 30,
    total_loyalty: 23,
    created_at: '2014-09-11T21:09:59+00:00',
    updated_at: '2014-09-18T01:37:59+00:00',
    sale_date: '2014-09-18T01:37:56+00:00',
    deleted_at: null,
    line_items: [{ price: 200, price_total: 200, tax_total: 30, quantity: 1, status: 'CONFIRMED' }],
    payments: [{ amount: 230, payment_date: '2014-09-18T01:37:54+00:00', name: 'Cash' }],
    adjustments: [],
    version: 413,
    ...over,
  };
}

/** The same without some fields. */
export function without(body: Fields, ...names: string[]): Fields {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name)));
}

/** The sale of 2.0 with a fee for paying other than cash: in `total_price`, though in no line. */
export const saleWithFee = saleBody({
  total_price: literal('201.5'),
  adjustments: [{ type: 'NON_CASH_FEE', name: 'Non-cash Fee', value: 1.5 }],
});

/** The second sale of 2.0's list: its line prices have five decimals, their sum is not its total. */
export const saleOfThree = saleBody({
  id: 'a604d16b-a999-beb5-11e4-3ed46b02a0bc',
  total_price: literal('12.91'),
  total_tax: literal('1.94'),
  line_items: [{ quantity: 3, price: literal('4.30435'), price_total: literal('12.91305') }],
});

/** 2.0: a return just opened is parked, with negative amounts and the old status alone. */
export const openedReturn = without(
  saleBody({
    id: '06bf537b-c783-11e6-f6b9-7ea7909ffedd',
    status: 'SAVED',
    return_for: 'b8ca3a65-0183-11e4-fbb5-39f7fce5e39b',
    total_price: -200,
    total_tax: -30,
    sale_date: '2014-09-18T20:28:03+00:00',
  }),
  'state',
  'attributes',
);

/** A sale of the date versions: totals, outlet and version are nested. */
export function datedSaleBody(over: Fields = {}): Fields {
  return {
    id: '00000000-0000-4000-8000-000000000010',
    state: 'closed',
    attributes: [],
    date: '2014-09-18T14:12:31+00:00',
    created_at: '2014-09-18T14:12:35+00:00',
    updated_at: '2014-09-18T14:12:35+00:00',
    deleted_at: null,
    invoice_number: '1036',
    source: {
      author: { id: '00000000-0000-4000-8000-000000000012' },
      outlet_id: MAIN_OUTLET,
      register_id: '00000000-0000-4000-8000-000000000014',
      type: 'USER',
    },
    totals: {
      price: literal('100.0'),
      tax: literal('21.0'),
      price_incl_tax: literal('121.0'),
      surcharge: 0,
      loyalty: 0,
    },
    return: { is_return: false, return_sale_ids: [] },
    _metadata: { version: 5001 },
    ...over,
  };
}

/** `/search`: the rows and nothing else. */
export function searchBody(rows: Fields[]): Fields {
  return { data: rows };
}

export function outletBody(over: Fields = {}): Fields {
  return {
    id: MAIN_OUTLET,
    name: 'Main Outlet',
    currency: 'NZD',
    currency_symbol: '$',
    display_prices: 'inclusive',
    time_zone: 'Pacific/Auckland',
    physical_city: 'London',
    version: 909257071,
    attributes: [],
    ...over,
  };
}

/** A list by version; the bounds of an empty one are null. */
export function outletsBody(rows: Fields[], max: number | null = null): Fields {
  return { data: rows, version: { min: rows.length > 0 ? 1 : null, max } };
}

export function retailerBody(over: Fields = {}): Fields {
  return {
    data: {
      id: '00000000-0000-4000-8000-000000000001',
      name: 'Example Store',
      domain_prefix: 'example',
      country: 'NZ',
      currency: { code: 'NZD', symbol: '$' },
      timezone: 'Pacific/Auckland',
      tax_exclusive: false,
      version: '123456',
      ...over,
    },
  };
}

/** The documentation's error bodies. */
export const errorBodies = {
  401: { error: 'Access token is not valid' },
  403: { error: 'permission denied' },
  404: { error: 'user not found' },
  429: { error: 'Too Many Requests', message: 'Rate limiting enforced' },
} as const;
