import type { Entity } from './entity.ts';
import { badRequest } from './errors.ts';
import { type Filter, fieldName, parseFilter } from './filter.ts';

const MOST_ROWS = 100;

export type Sort = { field: string; down: boolean };

/** A list request, understood. */
export type Query<Row> = {
  filters: readonly Filter<Row>[];
  /** One of these must pass, when there are any. */
  either: readonly Filter<Row>[];
  archived: 'true' | 'false' | 'only';
  relations: readonly string[];
  sort: Sort;
  limit: number;
  after: string | undefined;
  before: string | undefined;
  count: boolean;
};

const reserved = new Set([
  'limit',
  'sort',
  'after',
  'before',
  'count',
  'archived',
  'load_relations',
  'or',
  'pretty_print',
]);

const readLimit = (raw: string | null): number => {
  if (raw === null) return MOST_ROWS;
  const limit = /^\d+$/.test(raw) ? Number(raw) : Number.NaN;
  if (!(limit <= MOST_ROWS)) throw badRequest(`limit must be between 0 and ${MOST_ROWS}.`);
  return limit;
};

const readSort = <Row>(entity: Entity<Row>, raw: string | null): Sort => {
  if (raw === null) return { field: entity.sortable[0], down: false };
  const down = raw.startsWith('-');
  const asked = down ? raw.slice(1) : raw;
  const field = fieldName(asked);
  if (entity.sortable.includes(field)) return { field, down };
  throw badRequest(`Cannot sort by '${asked}'. Sortable fields are: ${entity.sortable.join(', ')}.`);
};

const readArchived = (raw: string | null): Query<unknown>['archived'] => {
  if (raw === null || raw === 'false') return 'false';
  if (raw === 'true' || raw === 'only') return raw;
  throw badRequest(`archived must be true, false or only, not '${raw}'.`);
};

const isTextList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/** `["SaleLines","SalePayments.PaymentType"]`, or `all`. */
export const readRelations = <Row>(entity: Entity<Row>, params: URLSearchParams): string[] => {
  const raw = params.get('load_relations');
  if (raw === null) return [];
  if (raw === 'all') return Object.keys(entity.relations);
  let names: unknown;
  try {
    names = JSON.parse(raw);
  } catch (cause) {
    throw Object.assign(badRequest('load_relations must be a JSON list of names.'), { cause });
  }
  if (!isTextList(names)) throw badRequest('load_relations must be a JSON list of names.');
  const unknown = names.find((name) => !((name.split('.')[0] ?? '') in entity.relations));
  if (unknown !== undefined) throw badRequest(`${entity.name} has no relation '${unknown}'.`);
  return names;
};

/** `or=a=x|b=y`, where each side is written as a parameter of its own. */
const readEither = <Row>(entity: Entity<Row>, raw: string | null): Filter<Row>[] =>
  (raw?.split('|') ?? []).map((operand) => {
    const equals = operand.indexOf('=');
    if (equals < 1) throw badRequest(`'${operand}' in or is not field=value.`);
    return parseFilter(entity, operand.slice(0, equals), operand.slice(equals + 1));
  });

/** @throws ApiError 400 for whatever cannot be understood; Lightspeed's own texts are known only for some. */
export const parseQuery = <Row>(entity: Entity<Row>, params: URLSearchParams): Query<Row> => {
  const count = params.get('count') === '1';
  const paging = ['limit', 'sort', 'after', 'before'].filter((name) => params.has(name));
  if (count && paging.length > 0) throw badRequest(`count cannot be combined with ${paging.join(', ')}.`);
  if (params.has('after') && params.has('before')) throw badRequest('after and before cannot be combined.');
  const filters = [...params].filter(([name]) => !reserved.has(name));
  return {
    filters: filters.map(([name, value]) => parseFilter(entity, name, value)),
    either: readEither(entity, params.get('or')),
    archived: readArchived(params.get('archived')),
    relations: readRelations(entity, params),
    sort: readSort(entity, params.get('sort')),
    limit: readLimit(params.get('limit')),
    after: params.get('after') ?? undefined,
    before: params.get('before') ?? undefined,
    count,
  };
};
