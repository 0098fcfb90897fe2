import type { World } from '../world/world.ts';
import type { Entity, Field, FieldType } from './entity.ts';
import { badRequest } from './errors.ts';

const operators = ['=', '>', '>=', '<', '<=', '><', '!=', '~', '!~', 'IN'] as const;
type Operator = (typeof operators)[number];

/** At most this many values in an IN list. */
const MOST_IN = 100;

export type Filter<Row> = { field: Field<Row>; operator: Operator; values: readonly string[] };

const isOperator = (text: string): text is Operator => operators.some((known) => known === text);

/** Splits `op,value[,value]`; a value alone means equal. */
const split = (raw: string): { operator: Operator; values: string[] } => {
  const comma = raw.indexOf(',');
  const head = comma === -1 ? '' : raw.slice(0, comma);
  if (!isOperator(head)) return { operator: '=', values: [raw] };
  const rest = raw.slice(comma + 1);
  if (head === '><') return { operator: head, values: rest.split(',') };
  if (head !== 'IN') return { operator: head, values: [rest] };
  const inside = /^\[(.*)\]$/.exec(rest)?.[1];
  if (inside === undefined) throw badRequest(`IN needs a list in square brackets, not '${rest}'.`);
  return { operator: head, values: inside.split(',').map((value) => value.trim().replace(/^"(.*)"$/, '$1')) };
};

// Documented: YYYY-MM-DDTHH:MM:SS-0400, no offset means UTC. Fractions of a second are refused (invented).
const timePattern = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(Z|[+-]\d\d:?\d\d)?$/;

const instant = (value: string): number | undefined => {
  const [, clock, offset = 'Z'] = timePattern.exec(value) ?? [];
  if (clock === undefined) return undefined;
  const at = Date.parse(clock + offset.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2'));
  return Number.isNaN(at) ? undefined : at;
};

const comparable: Record<FieldType, (value: string) => number | string | undefined> = {
  number: (value) => (/^-?\d+(\.\d+)?$/.test(value) ? Number(value) : undefined),
  boolean: (value) => (value === 'true' || value === 'false' ? value : undefined),
  time: instant,
  text: (value) => value.toLowerCase(),
};

/** Both spellings are taken in a query, whichever the account sends (invented). */
export const fieldName = (name: string): string => (name === 'updateTime' ? 'updatetime' : name);

/** @throws ApiError 400 for an unknown field, a value that does not fit it, or a wrong number of values (invented texts). */
export const parseFilter = <Row>(entity: Entity<Row>, name: string, raw: string): Filter<Row> => {
  const field = entity.fields.find((one) => one.name === fieldName(name));
  if (field === undefined) throw badRequest(`'${name}' is not a field of ${entity.name}.`);
  const { operator, values } = split(raw);
  if (operator === '><' && values.length !== 2) throw badRequest(`'${name}': >< needs two values.`);
  if (values.length > MOST_IN) throw badRequest(`'${name}': IN takes at most ${MOST_IN} values.`);
  const like = operator === '~' || operator === '!~';
  for (const value of values) {
    if (!like && comparable[field.type](value) === undefined)
      throw badRequest(`'${value}' is not a ${field.type} for '${name}'.`);
  }
  return { field, operator, values };
};

/** `%` stands for any text; letters match in either case. */
const isLike = (value: string, pattern: string): boolean => {
  const parts = pattern.split('%').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'is').test(value);
};

/** Whether a row passes. A missing value (an open sale's completeTime) passes only `!=` and `!~` (invented). */
export const passes = <Row>(filter: Filter<Row>, row: Row, world: World): boolean => {
  const { field, operator, values } = filter;
  const [first = '', second = ''] = values;
  const text = field.get(row, world);
  if (text === undefined) return operator === '!=' || operator === '!~';
  if (operator === '~') return isLike(text, first);
  if (operator === '!~') return !isLike(text, first);
  const read = comparable[field.type];
  const value = read(text) ?? '';
  const low = read(first) ?? '';
  switch (operator) {
    case '=':
      return value === low;
    case '!=':
      return value !== low;
    case '>':
      return value > low;
    case '>=':
      return value >= low;
    case '<':
      return value < low;
    case '<=':
      return value <= low;
    case '><':
      return value >= low && value <= (read(second) ?? '');
    case 'IN':
      return values.some((one) => value === read(one));
  }
};

/** The span of epoch milliseconds a filter on a time leaves open, both ends included. */
export const spanOf = <Row>({ operator, values }: Filter<Row>): { from: number; to: number } => {
  const [first = 0, second = 0] = values.map((value) => instant(value) ?? 0);
  const all = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  if (operator === '><') return { from: first, to: second + 999 };
  if (operator === '=') return { from: first, to: first + 999 };
  if (operator === '>' || operator === '>=') return { ...all, from: first };
  if (operator === '<' || operator === '<=') return { ...all, to: first + 999 };
  return all;
};
