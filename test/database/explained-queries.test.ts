import { readFile, writeFile } from 'node:fs/promises';
import type { Connection } from 'mongoose';
import { expect, test } from 'vitest';
import { createModels } from '../../models/models.ts';
import { freshDatabase } from '../support/database.ts';
import { type Explained, everyEntrance, mainJob } from './support/queries/lived.ts';
import { pageOf, questionOf } from './support/queries/page.ts';

const page = 'docs/queries.md';

/** What grows with the days: the number of stores, channels or people times the days that Daybook runs. */
const growing = new Set([
  ...['figures', 'month_sums', 'nights', 'digest_posts', 'ledgers', 'audit_entries', 'heard_events', 'notes'],
  ...['monthly_files', 'backfills', 'day_targets', 'access_requests'],
]);

const each = 'each is looked at: what is due depends on its zone and its hours';
const everyKey = 'a person has every key encrypted anew';
const expiring = 'only those of some minutes are there, and a workspace is deleted once';

/** What reads a whole collection, or opens far more documents than it finds, and why that is as it should be. */
const reasons = new Map([
  [
    'find figures · { workspaceId ?, linkId ?, day { $in [?] }, state provisional } · gives storeId, day',
    'what is provisional are the figures of two days, and their index is the smallest',
  ],
  ['find links · { state { $in [active or refused] } }', each],
  ['find channels · everything · gives hour, zone', each],
  ['find channels · everything · gives hour, zone, chosenAt, weekdays, workspaceId, channelId', each],
  ['find monthly_orders · everything', each],
  ['distinct stores · everything · gives each zone', each],
  ['find links · everything · gives workspaceId', 'once a day, to drop old nights account by account'],
  [
    'find links · { credential ?, state { $in [active or paused] }, told.consentEnding null, renewedAt { $lte ? } }',
    'accounts are few, and all were just read for their nights',
  ],
  [
    'find links · { state { $ne unlinked }, told.linkerGone null, linkerSeenAt { $not { $gt ? } } }',
    'accounts are few, and all were just read for their nights',
  ],
  ['find links · { key { $ne null } }', everyKey],
  ['find installations · everything', everyKey],
  ['delete consent_requests · { workspaceId ? }', expiring],
  ['delete key_pages · { workspaceId ? }', expiring],
  [
    'update digest_posts · { workspaceId ?, look.departments ? }',
    'two departments are merged, which is rare',
  ],
]);

/** So many documents may be looked at for nothing: the index of what waits or is new leads to a handful. */
const few = 20;

test('each question of the app is answered by an index, and each index answers one', {
  timeout: 400_000,
}, async () => {
  const explained = [...(await mainJob()), ...(await everyEntrance())];
  const ofGrowing = explained.filter(({ asked }) => growing.has(asked.collection));
  const told = (found: readonly Explained[]) => [...new Set(found.map(({ shape }) => shape))].sort();
  const unexcused = (found: readonly Explained[]) => told(found).filter((shape) => !reasons.has(shape));

  expect.soft(unexcused(explained.filter(({ readsAll }) => readsAll)), 'reads all').toEqual([]);
  const sorting = ofGrowing.filter(({ sortsInMemory, documents }) => sortsInMemory && documents > few);
  expect.soft(unexcused(sorting), 'sorts in memory').toEqual([]);
  const wasteful = ofGrowing.filter(({ documents, found }) => documents > 2 * found + few);
  expect.soft(unexcused(wasteful), 'looks at more than it finds').toEqual([]);
  const indexes = await indexesOf();
  const opening = ofGrowing.filter(
    (one) => !one.isIndexOnly && indexes.some((index) => holdsAll(index, one)),
  );
  expect.soft(unexcused(opening), 'opens documents that an index makes up for').toEqual([]);

  const used = new Set(
    explained.flatMap(({ asked, indexes: names }) => names.map((name) => `${asked.collection}.${name}`)),
  );
  const idle = indexes.filter(
    ({ collection, name, isNeeded }) => !isNeeded && !used.has(`${collection}.${name}`),
  );
  expect
    .soft(
      idle.map(({ collection, name }) => `${collection}.${name}`),
      'serves nothing',
    )
    .toEqual([]);
  const shapes = new Set(told(explained));
  expect
    .soft(
      [...reasons.keys()].filter((shape) => !shapes.has(shape)),
      'no longer asked',
    )
    .toEqual([]);

  const isUpdating = expect.getState().snapshotState.snapshotUpdateState === 'all';
  if (isUpdating) await writeFile(page, pageOf(explained, reasons));
  const text = await readFile(page, 'utf8');
  const missing = explained.filter(
    ({ shape, asked }) => !text.includes(`| ${questionOf(shape, asked.collection)} |`),
  );
  expect.soft(told(missing), `not in ${page}: run this test with -u`).toEqual([]);
});

interface KnownIndex {
  collection: string;
  name: string;
  fields: ReadonlySet<string>;
  isPartial: boolean;
  /** Whether or not a question is answered by it: it keeps a rule, or lets go of what is old. */
  isNeeded: boolean;
}

async function indexesOf(): Promise<KnownIndex[]> {
  const database = await freshDatabase();
  try {
    return modelIndexes(database.connection);
  } finally {
    await database.drop();
  }
}

function modelIndexes(connection: Connection): KnownIndex[] {
  return Object.values(createModels(connection)).flatMap(({ collection, schema }) =>
    schema.indexes().map(([keys, options]) => ({
      collection: collection.name,
      name: String(options.name),
      fields: new Set(Object.keys(keys)),
      isPartial: options.partialFilterExpression !== undefined,
      isNeeded: options.unique === true || options.expireAfterSeconds !== undefined,
    })),
  );
}

/** Whether an index holds all that a search looks at and gives back, but for `_id`, which nobody asked for. */
function holdsAll({ collection, fields, isPartial }: KnownIndex, { asked }: Explained): boolean {
  const { kind, command } = asked;
  const projection = Object.entries<unknown>(command['projection'] ?? {});
  const given = projection.filter(([name, value]) => value !== 0 && name !== '_id').map(([name]) => name);
  if (kind !== 'find' || given.length === 0 || isPartial || collection !== asked.collection) return false;
  return [...given, ...Object.keys(command['filter'])].every((name) => fields.has(name));
}
