import type { World } from '../world/world.ts';

export type Json = { [key: string]: unknown };

export type FieldType = 'number' | 'boolean' | 'time' | 'text';

/** One key of a body, in its fixed place. `undefined` means that the key is missing. */
export type Field<Row> = {
  name: string;
  type: FieldType;
  get: (row: Row, world: World) => string | undefined;
};

/** Something to load along with a row; to-many relations cost more. */
export type Relation<Row> = { many: boolean; load: (row: Row, world: World, deep: boolean) => unknown };

/** What the list and the single request of a kind of object share. */
export type Entity<Row> = {
  name: string;
  id: (row: Row) => number;
  archived: (row: Row) => boolean;
  fields: readonly Field<Row>[];
  /** Names of the fields that may stand in `sort`; the first is the order when none is asked for. */
  sortable: readonly [string, ...string[]];
  relations: Record<string, Relation<Row>>;
  /** The body from its fields, with what was loaded. */
  body: (row: Row, world: World, loaded: Json) => Json;
};

export const plainBody = <Row>(fields: readonly Field<Row>[], row: Row, world: World): Json => {
  const body: Json = {};
  for (const field of fields) {
    const value = field.get(row, world);
    if (value !== undefined) body[field.name] = value;
  }
  return body;
};

/** Lightspeed's collections: none is a missing key, one is an object, more are an array. */
export const collection = (key: string, rows: readonly unknown[]): Json => {
  if (rows.length === 0) return {};
  return { [key]: rows.length === 1 ? rows[0] : rows };
};

/** Times have whole seconds and a spelled-out offset. */
export const timeText = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}+00:00`;
