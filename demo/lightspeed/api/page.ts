import type { World } from '../world/world.ts';
import type { Entity } from './entity.ts';
import { badRequest } from './errors.ts';
import type { Query, Sort } from './query.ts';

/** The sort values of a row: [id], or [text of the time, id]. Ties go by id (invented). */
type Key = readonly [number] | readonly [string, number];

export type Page<Row> = { rows: readonly Row[]; next: string | undefined; previous: string | undefined };

const keyOf = <Row>(entity: Entity<Row>, sort: Sort, row: Row, world: World): Key => {
  if (sort.field === entity.sortable[0]) return [entity.id(row)];
  const field = entity.fields.find((one) => one.name === sort.field);
  // A missing completeTime sorts first (invented).
  return [field?.get(row, world) ?? '', entity.id(row)];
};

const compare = (one: Key, other: Key): number => {
  const [a, b] = [one[0], other[0]];
  if (a !== b) return a < b ? -1 : 1;
  return (one[1] ?? 0) - (other[1] ?? 0);
};

const encode = (key: Key): string => Buffer.from(JSON.stringify(key)).toString('base64');

const decode = (cursor: string): Key => {
  let key: unknown;
  try {
    key = JSON.parse(Buffer.from(cursor, 'base64').toString());
  } catch {
    key = undefined;
  }
  if (Array.isArray(key)) {
    const [first, second]: unknown[] = key;
    if (typeof first === 'number' && key.length === 1) return [first];
    if (typeof first === 'string' && typeof second === 'number') return [first, second];
  }
  throw badRequest('The cursor is not one this API gave out.');
};

/** Cuts one page out of the rows that passed, in the order asked for. */
export const pageOf = <Row>(
  entity: Entity<Row>,
  query: Query<Row>,
  passed: readonly Row[],
  world: World,
): Page<Row> => {
  const { sort, limit } = query;
  const sign = sort.down ? -1 : 1;
  const keyed = passed.map((row) => ({ row, key: keyOf(entity, sort, row, world) }));
  keyed.sort((one, other) => sign * compare(one.key, other.key));
  const { after, before } = query;
  const from = after === undefined ? 0 : firstPast(keyed, decode(after), sign, true);
  const end = before === undefined ? keyed.length : firstPast(keyed, decode(before), sign, false);
  const start = before === undefined ? from : Math.max(0, end - limit);
  const cut = keyed.slice(start, Math.min(end, start + limit));
  const last = cut.at(-1);
  const first = cut[0];
  return {
    rows: cut.map(({ row }) => row),
    next: last !== undefined && start + cut.length < keyed.length ? encode(last.key) : undefined,
    previous: first !== undefined && start > 0 ? encode(first.key) : undefined,
  };
};

/** The index of the first row after the cursor, or, not `past`, of the first at or after it. */
const firstPast = (keyed: readonly { key: Key }[], cursor: Key, sign: number, past: boolean): number => {
  const index = keyed.findIndex(({ key }) => sign * compare(key, cursor) >= (past ? 1 : 0));
  return index === -1 ? keyed.length : index;
};
