import type { SaleView } from '../world/types.ts';
import { view } from '../world/view.ts';
import type { Span, World } from '../world/world.ts';
import { badRequest } from './refuse.ts';
import { instantOf, saleVersion } from './version.ts';

/** Documented for API 0.9 only; larger pages are said to work up to MOST_ROWS. */
const USUAL_ROWS = 200;
const MOST_ROWS = 5000;

/** A whole number of at least 0, or undefined when the parameter is absent. @throws XError 400 */
export const wholeNumber = (params: URLSearchParams, name: string): number | undefined => {
  const raw = params.get(name);
  if (raw === null) return undefined;
  if (!/^\d{1,16}$/.test(raw)) throw badRequest(`${name} must be a whole number.`);
  return Number(raw);
};

/** Every sale alive in the span, as it looks at `at`. */
export const salesAt = function* (world: World, at: number, span: Partial<Span> = {}): Generator<SaleView> {
  const whole = { from: Number.NEGATIVE_INFINITY, to: at, ...span };
  for (const sale of world.sales(at, whole)) {
    const seen = view(sale, at);
    if (seen !== undefined) yield seen;
  }
};

type Versioned<Row> = { row: Row; version: number };

/** One page by version, ascending. Rows that share a version are never parted (the stand-in's can, a real one's cannot). */
const pageOf = <Row>(all: Versioned<Row>[], params: URLSearchParams): Versioned<Row>[] => {
  const after = wholeNumber(params, 'after') ?? 0;
  const before = wholeNumber(params, 'before') ?? Number.POSITIVE_INFINITY;
  const rows = Math.min(MOST_ROWS, wholeNumber(params, 'page_size') || USUAL_ROWS);
  const open = all.filter(({ version }) => version > after && version < before);
  open.sort((one, other) => one.version - other.version);
  const last = open[rows - 1]?.version ?? Number.POSITIVE_INFINITY;
  return open.filter(({ version }) => version <= last);
};

/** A list answer; of an empty page both ends are null. */
export const versionList = <Row>(
  rows: Iterable<Row>,
  versionOf: (row: Row) => number,
  bodyOf: (row: Row) => unknown,
  params: URLSearchParams,
) => {
  const all = Array.from(rows, (row) => ({ row, version: versionOf(row) }));
  const page = pageOf(all, params);
  return {
    data: page.map(({ row }) => bodyOf(row)),
    version: { min: page[0]?.version ?? null, max: page.at(-1)?.version ?? null },
  };
};

/** All sales by version, deleted ones too. No date or outlet narrows it: such parameters are taken and ignored. */
export const saleList = (
  world: World,
  at: number,
  bodyOf: (sale: SaleView) => unknown,
  params: URLSearchParams,
) => {
  const after = wholeNumber(params, 'after');
  const from = after === undefined ? Number.NEGATIVE_INFINITY : instantOf(after);
  return versionList(salesAt(world, at, { from }), saleVersion, bodyOf, params);
};
