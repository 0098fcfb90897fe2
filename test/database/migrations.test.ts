import { expect, onTestFinished, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world.ts';
import { connect } from '../../src/database/connect.ts';
import { type Migration, migrate } from '../../src/database/migrations.ts';
import { migrationsOf } from '../../src/prepare-database.ts';
import { freshDatabase } from '../support/database.ts';
import { startBench, workspaceId } from '../support/engine.ts';
import { expectMonthsAddUp } from '../support/months.ts';
import { silent } from '../support/silent.ts';

const at = { logger: silent, now: () => Date.parse('2025-11-13T10:00:00Z') };

async function database() {
  const fresh = await freshDatabase();
  onTestFinished(fresh.drop);
  return fresh;
}

/** Migrations that write down that they ran; the second may be made to die. */
function three(ran: number[], { dies = false }: { dies?: boolean } = {}): Migration[] {
  return [3, 1, 2].map((number) => ({
    number,
    title: `change ${number}`,
    run: async () => {
      ran.push(number);
      if (dies && number === 2) throw new Error('died');
    },
  }));
}

test('changes run in order, once, and are written down', async () => {
  const { connection } = await database();
  const ran: number[] = [];

  await migrate(connection, three(ran), at);
  await migrate(connection, three(ran), at);

  expect(ran).toEqual([1, 2, 3]);
  const records = await connection.collection('migrations').find().sort({ _id: 1 }).toArray();
  expect(records).toMatchObject([
    { _id: 1, title: 'change 1', doneAt: new Date(at.now()) },
    { _id: 2 },
    { _id: 3 },
  ]);
  await expect(connection.collection('locks').countDocuments()).resolves.toBe(0);
});

test('of two processes that start at once one runs them, and the other one waits until they are done', async () => {
  const { connection, uri } = await database();
  const other = await connect({ uri, logger: silent });
  onTestFinished(() => other.close());
  const ran: number[] = [];

  await Promise.all([migrate(connection, three(ran), at), migrate(other, three(ran), at)]);

  expect(ran).toEqual([1, 2, 3]);
});

test('one that was cut short runs again from its beginning, and what came before it does not', async () => {
  const { connection } = await database();
  const ran: number[] = [];

  await expect(migrate(connection, three(ran, { dies: true }), at)).rejects.toThrow('died');
  await migrate(connection, three(ran), at);

  expect(ran).toEqual([1, 2, 2, 3]);
});

test('a process that died with the lock is waited for until that has run out', async () => {
  const { connection } = await database();
  const locks = connection.collection<{ _id: string; owner: string; until: Date }>('locks');
  await locks.insertOne({ _id: 'migrations', owner: 'dead', until: new Date(Date.now() + 700) });
  const ran: number[] = [];

  const under = migrate(connection, three(ran), at);
  const early = [...ran];
  await under;

  expect(early).toEqual([]);
  expect(ran).toEqual([1, 2, 3]);
});

test('a database of a later version is refused in words, and nothing in it is touched', async () => {
  const { connection } = await database();
  await connection
    .collection<{ _id: number }>('migrations')
    .insertOne(Object.assign({ _id: 9 }, { title: 'figures know their till' }));
  const ran: number[] = [];

  const refusal = await migrate(connection, three(ran), at).catch((error) => error);

  expect(refusal.name).toBe('NewerDataError');
  expect(refusal.message).toContain('later version of Daybook (figures know their till)');
  expect(ran).toEqual([]);
});

test("links of Daybook's first version get what this one keeps beside them, and are left alone afterwards", async () => {
  const bench = await startBench({ world: worldOf({ shops: [], sales: [] }), at: '2025-11-13T10:00:00Z' });
  const { connection } = bench.engine;
  const links = connection.collection<{ _id: string }>('links');
  await links.insertOne(Object.assign({ _id: 'l1' }, { workspaceId: 'T1', series: 'r', accountId: '1' }));

  await migrate(connection, migrationsOf(bench.engine), at);

  expect(await links.findOne({ _id: 'l1' })).toMatchObject({
    credential: 'key',
    gaps: [],
    told: { refused: null },
    renewal: { token: 0, until: null },
  });
});

test('a database that keeps no sums of months gets them from its figures, those of a workspace that is gone too', async () => {
  const bench = await startBench({ world: worldOf({ shops: [], sales: [] }), at: '2025-11-13T10:00:00Z' });
  const { connection, models } = bench.engine;
  await bench.context();
  await models.workspaces.updateOne({ _id: workspaceId }, { $set: { uninstalledAt: new Date() } });
  const amounts = { gross: 121, net: 100, tax: 21, sales: 1, state: 'final' };
  const of = { workspaceId, linkId: 'l1', storeId: '1', currency: 'EUR', revisions: [] };
  await models.figures.collection.insertMany(
    ['2025-08-31', '2025-09-01', '2025-09-02'].map((day) => ({ ...of, day, ...amounts })),
  );
  await connection.collection('month_sums').drop();

  await migrate(connection, migrationsOf(bench.engine), at);

  expect(await models.monthSums.countDocuments({ workspaceId })).toBe(2);
  await expectMonthsAddUp(bench.engine, workspaceId);
});
