import type { SaleView } from '../world/types.ts';
import { view } from '../world/view.ts';
import type { World } from '../world/world.ts';
import { collection, type Entity, type Json } from './entity.ts';
import { notFound } from './errors.ts';
import { type Filter, passes, spanOf } from './filter.ts';
import { pageOf } from './page.ts';
import { parseQuery, type Query, readRelations } from './query.ts';

const timeFields = ['createTime', 'completeTime', 'timeStamp', 'updatetime'];

/** The sales there are at `at`, as they look then; only days that can matter to the filters are made. */
export const salesAt = function* (
  world: World,
  at: number,
  filters: readonly Filter<SaleView>[],
): Generator<SaleView> {
  const spans = filters.filter(({ field }) => timeFields.includes(field.name)).map(spanOf);
  const from = Math.max(...spans.map((span) => span.from), Number.NEGATIVE_INFINITY);
  const to = Math.min(...spans.map((span) => span.to), at);
  for (const sale of world.sales(at, { from, to })) {
    const seen = view(sale, at);
    if (seen !== undefined) yield seen;
  }
};

const isWanted = <Row>(entity: Entity<Row>, query: Query<Row>, row: Row, world: World): boolean => {
  if (query.archived !== 'true' && entity.archived(row) !== (query.archived === 'only')) return false;
  if (!query.filters.every((filter) => passes(filter, row, world))) return false;
  return query.either.length === 0 || query.either.some((filter) => passes(filter, row, world));
};

const bodyOf = <Row>(entity: Entity<Row>, row: Row, world: World, relations: readonly string[]): Json => {
  const loaded: Json = {};
  for (const [name, relation] of Object.entries(entity.relations)) {
    const asked = relations.filter((one) => one === name || one.startsWith(`${name}.`));
    const deep = asked.some((one) => one.includes('.'));
    if (asked.length > 0) loaded[name] = relation.load(row, world, deep);
  }
  return entity.body(row, world, loaded);
};

/** The address of another page: every parameter as it came, limit and sort spelled out. */
const pageURL = <Row>(address: URL, query: Query<Row>, side: 'after' | 'before', cursor?: string): string => {
  if (cursor === undefined) return '';
  const url = new URL(address);
  url.searchParams.delete('after');
  url.searchParams.delete('before');
  url.searchParams.set('sort', `${query.sort.down ? '-' : ''}${query.sort.field}`);
  url.searchParams.set('limit', String(query.limit));
  url.searchParams.set(side, cursor);
  return url.href;
};

/** A list answer. `address` is the request's own, on the public base. */
export const list = <Row>(
  entity: Entity<Row>,
  rows: (filters: readonly Filter<Row>[]) => Iterable<Row>,
  address: URL,
  world: World,
): Json => {
  const query = parseQuery(entity, address.searchParams);
  const passed = [...rows(query.filters)].filter((row) => isWanted(entity, query, row, world));
  if (query.count) return { '@attributes': { count: String(passed.length) } };
  const page = pageOf(entity, query, passed, world);
  const bodies = page.rows.map((row) => bodyOf(entity, row, world, query.relations));
  return {
    '@attributes': {
      next: pageURL(address, query, 'after', page.next),
      previous: pageURL(address, query, 'before', page.previous),
    },
    ...collection(entity.name, bodies),
  };
};

/** One object by its number, archived or not. @throws ApiError 404 */
export const single = <Row>(
  entity: Entity<Row>,
  row: Row | undefined,
  id: string,
  address: URL,
  world: World,
): Json => {
  const relations = readRelations(entity, address.searchParams);
  if (row === undefined) throw notFound(entity.name, id);
  return { '@attributes': { count: '1' }, [entity.name]: bodyOf(entity, row, world, relations) };
};
