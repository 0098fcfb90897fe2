import type { mongo } from 'mongoose';

/** One question to the database, or one part of a bulk write, as a command that can be explained. */
export interface Asked {
  kind: 'find' | 'aggregate' | 'count' | 'distinct' | 'update' | 'delete' | 'findAndModify';
  collection: string;
  command: mongo.Document;
}

const kinds = ['find', 'aggregate', 'count', 'distinct', 'update', 'delete', 'findAndModify'] as const;

/** What says how a command is sent, and not what it asks for. */
const envelope = new Set([
  ...['lsid', 'txnNumber', 'startTransaction', 'autocommit', '$db', '$clusterTime', '$readPreference'],
  ...['readConcern', 'writeConcern', 'comment', 'ordered', 'bypassDocumentValidation'],
]);

/** The questions in a command; none in an insert, or in what is no question. */
export function askedIn(sent: mongo.Document): Asked[] {
  const [name] = Object.keys(sent);
  const kind = kinds.find((each) => each === name);
  if (kind === undefined) return [];
  const collection = String(sent[kind]);
  const command = Object.fromEntries(Object.entries(sent).filter(([name]) => !envelope.has(name)));
  const parts = kind === 'update' ? 'updates' : kind === 'delete' ? 'deletes' : undefined;
  if (parts === undefined) return [{ kind, collection, command }];
  return sent[parts].map((part: mongo.Document) => ({
    kind,
    collection,
    command: { ...command, [parts]: [part] },
  }));
}

/** What is asked for with the values taken out: the same for the same line of the app. */
export function shapeOf({ kind, collection, command }: Asked): string {
  const { filter, sort, fields, rest } = partsOf(kind, command);
  const words = [`${kind} ${collection}`, textOf(filter)];
  if (sort.length > 0) words.push(`sorted by ${sort.join(', ')}`);
  if (fields) words.push(`gives ${fields}`);
  if (rest !== '') words.push(rest);
  return words.join(' · ');
}

interface Parts {
  filter: mongo.Document;
  sort: string[];
  /** Which fields are given back; absent: the whole document. */
  fields?: string | undefined;
  rest: string;
}

function partsOf(kind: Asked['kind'], command: mongo.Document): Parts {
  if (kind === 'update') return { filter: command['updates'][0].q, sort: [], rest: '' };
  if (kind === 'delete') return { filter: command['deletes'][0].q, sort: [], rest: '' };
  if (kind === 'aggregate') return ofPipeline(command['pipeline']);
  if (kind === 'distinct')
    return { filter: command['query'] ?? {}, sort: [], fields: `each ${command['key']}`, rest: '' };
  const filter = command['filter'] ?? command['query'] ?? {};
  const projection = Object.entries<unknown>(command['projection'] ?? command['fields'] ?? {});
  const given = projection.filter(([, value]) => value !== 0).map(([name]) => name);
  const left = projection.filter(([, value]) => value === 0).map(([name]) => name);
  const fields =
    given.length > 0 ? given.join(', ') : left.length > 0 ? `all but ${left.join(', ')}` : undefined;
  return { filter, sort: sortOf(command['sort']), fields, rest: command['limit'] ? 'a few' : '' };
}

/** The driver keeps the order in a map. */
function sortOf(sort: unknown): string[] {
  const entries = sort instanceof Map ? [...sort] : Object.entries(Object(sort));
  return entries.map(([name, order]) => (order === -1 ? `${name} down` : String(name)));
}

function ofPipeline(pipeline: mongo.Document[]): Parts {
  const [first, ...others] = pipeline;
  return {
    filter: first?.['$match'] ?? {},
    sort: [],
    rest: others.map((stage) => Object.keys(stage).join()).join(', then '),
  };
}

/** A filter as text: of its values only those remain that an index may depend on. */
function textOf(value: unknown, name = ''): string {
  if (Array.isArray(value)) return listed(value, name);
  if (isPlain(value)) {
    const entries = Object.entries(value).map(
      ([key, inner]) =>
        // What is compared with is told under the name of the field.
        `${key} ${textOf(inner, key.startsWith('$') && key !== '$type' ? name : key)}`,
    );
    return entries.length === 0 ? 'everything' : `{ ${entries.join(', ')} }`;
  }
  if (value === null || typeof value === 'boolean') return String(value);
  return name === 'state' || name === '$type' ? String(value) : '?';
}

/** How many there are, and in which order, is of no matter. */
function listed(values: readonly unknown[], name: string): string {
  const kinds = new Set(values.length === 0 ? ['?'] : values.map((value) => textOf(value, name)));
  return `[${[...kinds].sort().join(' or ')}]`;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
