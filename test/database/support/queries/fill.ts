import { mongo } from 'mongoose';
import type { Models } from '../../../../models/models.ts';
import { addDays, type Day, daysFrom } from '../../../../src/turnover/trading-day.ts';

type Name = keyof Models;

/** As long as Daybook ran before the day that is lived. */
const daysBefore = 300;
const otherWorkspaces = 60;

/**
 * Adds what a workspace with 42 stores and its neighbours would have kept in most of a year, so that a question which reads too much
 * shows. What a collection holds is copied under other keys; where it holds nothing, a bare document stands for it.
 */
export async function fill(
  models: Models,
  { workspaceId, today }: { workspaceId: string; today: Day },
): Promise<void> {
  const link = await models.links.findOne({ workspaceId }).sort({ linkedAt: 1 }).lean();
  if (!link) throw new Error('no account is linked');
  const place = { workspaceId, linkId: link._id };
  const days = daysFrom(addDays(today, -daysBefore), addDays(today, -20));
  const stores = many(40, (index) => ({ ...place, storeId: `more-${index}`, name: `Store ${index}` }));
  const people = many(150, (index) => `UMORE${index}`);
  const entry = (day: Day, index: number) => ({ day, at: new Date(`${day}T12:00:0${index % 10}Z`) });

  await copies(models, 'stores', workspaceId, stores);
  await copies(
    models,
    'mappings',
    workspaceId,
    stores.map(({ name: _name, ...store }) => ({ ...store, from: '2025-01-01' })),
  );
  await copies(
    models,
    'figures',
    workspaceId,
    days.flatMap((day) =>
      stores.map(({ name: _name, ...store }) => ({ ...store, day, state: 'final', currency: 'EUR' })),
    ),
  );
  await copies(
    models,
    'nights',
    workspaceId,
    days.map((date) => ({ ...place, zone: 'Europe/Amsterdam', date, ...doneAt(date) })),
  );
  await copies(
    models,
    'digestPosts',
    workspaceId,
    days.flatMap((day) =>
      ['C1SALES', 'C2SALES', 'C7'].map((channelId) => ({ channelId, day, ...posted(day) })),
    ),
  );
  await copies(
    models,
    'ledgers',
    workspaceId,
    stores.map(({ storeId }) => ({ ...place, storeId, day: '2025-10-01', chunk: 0, entries: [] })),
  );
  await copies(
    models,
    'auditEntries',
    workspaceId,
    days.flatMap((day) =>
      many(6, (index) => ({ ...entry(day, index), who: people[index], action: 'file.sent', details: {} })),
    ),
  );
  await copies(
    models,
    'notes',
    workspaceId,
    days.map((day, index) => ({ _id: `n${index}`, ...entry(day, index), reply: null, removedAt: null })),
  );
  await copies(
    models,
    'dayTargets',
    workspaceId,
    days.map((day) => ({ departmentId: 'd', day, amount: 100 })),
  );
  await copies(
    models,
    'targets',
    workspaceId,
    days.slice(0, 30).map((from) => ({ departmentId: 'd', from })),
  );
  await copies(
    models,
    'closedDays',
    workspaceId,
    days.map((day) => ({ _id: `c${day}`, day, linkId: null, storeId: null })),
  );
  await copies(
    models,
    'heardEvents',
    workspaceId,
    many(500, (index) => ({ eventId: `e${index}`, turn: 1, expiresAt: later })),
  );
  await copies(
    models,
    'homeLooks',
    workspaceId,
    people.map((userId) => ({ userId, at: new Date(0) })),
  );
  await copies(
    models,
    'monthlyOrders',
    workspaceId,
    people.slice(0, 5).map((userId) => ({ userId })),
  );
  await copies(
    models,
    'monthlyFiles',
    workspaceId,
    people.map((userId) => ({ userId, month: '2025-09', ...posted('2025-10-01'), state: 'sent' })),
  );
  await copies(
    models,
    'accessRequests',
    workspaceId,
    people.map((userId) => ({
      _id: `a${userId}`,
      userId,
      wish: 'see',
      departmentId: null,
      state: 'allowed',
      askedAt: later,
    })),
  );
  await copies(
    models,
    'backfills',
    workspaceId,
    many(50, (index) => ({ _id: `b${index}`, ...place, state: 'done', showUntil: null, dueAt: new Date(0) })),
  );
  await copies(
    models,
    'storeNotices',
    workspaceId,
    many(50, (index) => ({ _id: `s${index}`, ...place, isOpen: false, at: later })),
  );
  await copies(
    models,
    'mappingDrafts',
    workspaceId,
    people
      .slice(0, 20)
      .map((userId) => ({ _id: `m${userId}`, userId, linkId: link._id, keptUntil: later, choices: [] })),
  );
  await neighbours(models, days.slice(-30));
}

const free = { token: 1, until: null, beats: 0 };
const later = new Date('2099-01-01T00:00:00Z');
const doneAt = (date: Day) => ({
  state: 'done',
  failure: null,
  lease: free,
  dueAt: new Date(`${date}T02:00:00Z`),
  doneAt: new Date(`${date}T02:01:00Z`),
});
const posted = (day: Day) => {
  const at = new Date(`${addDays(day, 1)}T07:00:00Z`);
  return {
    state: 'posted',
    toCheck: false,
    ts: String(at.getTime()),
    dueAt: at,
    nextAt: at,
    lease: free,
    look: null,
  };
};

/** Other workspaces, each with an account, a store, a department and a channel. */
async function neighbours(models: Models, days: readonly Day[]): Promise<void> {
  for (const index of many(otherWorkspaces, (each) => each)) {
    const workspaceId = `TMORE${index}`;
    const place = { workspaceId, linkId: `link-${index}` };
    const only = [{ workspaceId }];
    await models.workspaces.collection.insertOne({
      _id: workspaceId,
      name: workspaceId,
      zone: 'UTC',
      uninstalledAt: null,
    } as object);
    await copies(models, 'links', workspaceId, [
      {
        _id: place.linkId,
        accountId: `${index}`,
        series: 'r',
        credential: 'key',
        state: 'active',
        told: { linkerGone: null, consentEnding: null },
        linkerSeenAt: later,
        gaps: [],
      },
    ]);
    await copies(models, 'stores', workspaceId, [
      { ...place, storeId: '1', name: 'Shop', zone: 'Europe/Amsterdam', changes: [] },
    ]);
    await copies(models, 'mappings', workspaceId, [
      { ...place, storeId: '1', from: '2025-01-01', shares: [] },
    ]);
    await copies(models, 'departments', workspaceId, [
      { _id: `d-${index}`, key: 'all', name: 'All', order: 0 },
    ]);
    await copies(models, 'channels', workspaceId, [{ channelId: 'C', hour: 8, zone: 'UTC', weekdays: [1] }]);
    await copies(
      models,
      'installations',
      workspaceId,
      only.map(() => ({ teamId: workspaceId, enterpriseId: null, expiresAt: later, refusedAt: null })),
    );
    await copies(
      models,
      'figures',
      workspaceId,
      days.map((day) => ({ ...place, storeId: '1', day, state: 'final' })),
    );
    await copies(
      models,
      'nights',
      workspaceId,
      days.map((date) => ({ ...place, zone: 'UTC', date, ...doneAt(date) })),
    );
    await copies(
      models,
      'homeLooks',
      workspaceId,
      many(5, (person) => ({ userId: `U${person}`, at: later })),
    );
    await copies(
      models,
      'digestPosts',
      workspaceId,
      days.map((day) => ({ channelId: 'C', day, ...posted(day) })),
    );
  }
}

async function copies(
  models: Models,
  name: Name,
  workspaceId: string,
  differing: readonly object[],
): Promise<void> {
  const { collection } = models[name];
  const kept = await collection.findOne({ workspaceId });
  const documents = differing.map((fields) => ({
    ...kept,
    _id: new mongo.ObjectId(),
    workspaceId,
    ...fields,
  }));
  await collection.insertMany(documents as mongo.OptionalUnlessRequiredId<mongo.Document>[]);
}

function many<Item>(count: number, make: (index: number) => Item): Item[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
