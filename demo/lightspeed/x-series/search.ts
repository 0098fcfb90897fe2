import type { SaleView } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { amount } from './amounts.ts';
import { idsOf } from './ids.ts';
import { salesAt, wholeNumber } from './list.ts';
import { badRequest } from './refuse.ts';
import { saleDate, stateOf, statusOf } from './state.ts';

/** Documented: more is cut to this. Invented: the usual number. */
const MOST_ROWS = 1000;
const USUAL_ROWS = 50;

const timePattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/;

/** Documented as UTC, `2016-08-08T12:00:00Z`; that others are refused is invented. */
const instant = (params: URLSearchParams, name: string, absent: number): number => {
  const raw = params.get(name);
  if (raw === null) return absent;
  const at = timePattern.test(raw) ? Date.parse(raw) : Number.NaN;
  if (Number.isNaN(at)) throw badRequest(`${name} must be a UTC timestamp.`);
  return at;
};

type Value = (sale: SaleView, world: World) => string | readonly string[];

/** What a parameter is compared with; given more than once, one of its values must fit. */
const filters: Record<string, Value> = {
  _id: ({ sale }, world) => idsOf(world).sale(sale.saleID),
  state: stateOf,
  status: statusOf,
  attributes: ({ attributes }) => attributes,
  outlet_id: ({ sale }) => sale.shopID,
  register_id: (sale, world) => idsOf(world).register(sale),
  user_id: (sale, world) => idsOf(world).user(sale),
  invoice_number: ({ sale }) => String(sale.saleID),
  sale_total: ({ amounts }, world) => String(amount(world, amounts.total)),
};

/** Documented, and not in the stand-in: refused rather than ignored, so that nobody relies on them here. */
const notHere = [
  'time_from',
  'time_to',
  'timezone',
  'customer_id',
  'customer_name',
  'payment_type_id',
  'product_id',
  '-_id',
];

type Key = (sale: SaleView, world: World) => number | string;

/** Documented is that any filter can be sorted by; which word means the sale date is not (invented: both). */
const orders: Record<string, Key> = {
  date: saleDate,
  sale_date: saleDate,
  invoice_number: ({ sale }) => sale.saleID,
  sale_total: ({ amounts }) => amounts.total,
  state: stateOf,
  status: statusOf,
  outlet_id: ({ sale }) => sale.shopID,
};

const passes = (sale: SaleView, params: URLSearchParams, world: World): boolean =>
  Object.entries(filters).every(([name, value]) => {
    const wanted = params.getAll(name);
    if (wanted.length === 0) return true;
    const has = [value(sale, world)].flat();
    return wanted.some((one) => has.includes(one));
  });

/** Newest first when nothing is asked for; ties by number (both invented). */
const sorted = (sales: SaleView[], params: URLSearchParams, world: World): SaleView[] => {
  const asked = params.get('order_by') ?? 'date';
  const key = orders[asked];
  if (key === undefined) throw badRequest(`order_by cannot be ${asked}.`);
  const up = params.get('order_direction') === 'asc' ? 1 : -1;
  const compare = (one: SaleView, other: SaleView): number => {
    const [a, b] = [key(one, world), key(other, world)];
    if (a === b) return up * (one.sale.saleID - other.sale.saleID);
    return a < b ? -up : up;
  };
  return sales.sort(compare);
};

/** Sales by date and more, a page by offset. Both ends of the dates are included (invented). @throws XError 400 */
export const searchSales = (
  world: World,
  at: number,
  bodyOf: (sale: SaleView) => unknown,
  params: URLSearchParams,
) => {
  if (params.get('type') !== 'sales') throw badRequest('The stand-in can only search type=sales.');
  const unknown = notHere.find((name) => params.has(name));
  if (unknown !== undefined) throw badRequest(`The stand-in does not know ${unknown}.`);
  const from = instant(params, 'date_from', Number.NEGATIVE_INFINITY);
  const to = instant(params, 'date_to', Number.POSITIVE_INFINITY);
  const found = [...salesAt(world, at, { from, to: Math.min(at, to) })].filter((sale) => {
    const date = saleDate(sale);
    if (date < from || date > to) return false;
    if (sale.archived && params.get('deleted') !== 'true') return false;
    return passes(sale, params, world);
  });
  const offset = wholeNumber(params, 'offset') ?? 0;
  const rows = Math.min(MOST_ROWS, wholeNumber(params, 'page_size') || USUAL_ROWS);
  return {
    data: sorted(found, params, world)
      .slice(offset, offset + rows)
      .map(bodyOf),
  };
};
