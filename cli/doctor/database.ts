import { z } from 'zod';
import { NewerDataError } from '../../src/database/errors.ts';
import { pendingMigrations } from '../../src/database/migrations.ts';
import { migrationsOf } from '../../src/prepare-database.ts';
import type { Opened } from '../open.ts';
import { clockFinding } from './clock.ts';
import { type Found, fault, ok, warning } from './finding.ts';

/** The oldest release that Daybook is tried on. */
const oldestTried = 6;

const greeting = z.object({
  setName: z.string().optional(),
  hosts: z.array(z.string()).optional(),
  localTime: z.date(),
});

/** The server's version and kind, how surely it keeps what is written, its clock, and whether its data is for this version. */
export async function databaseFindings({ engine }: Opened): Promise<Found[]> {
  const { connection, clock } = engine;
  const admin = connection.db?.admin();
  const version = z.object({ version: z.string() }).parse(await admin?.command({ buildInfo: 1 })).version;
  const asked = clock();
  const hello = greeting.parse(await admin?.command({ hello: 1 }));
  const now = (asked + clock()) / 2;
  return [
    versionFinding(version, hello),
    safetyFinding(connection.getClient().options.writeConcern?.w),
    clockFinding('MongoDB', { theirs: hello.localTime.getTime(), ours: now, exactTo: 0 }),
    await dataFinding({ engine }),
  ];
}

function versionFinding(version: string, { setName, hosts }: z.infer<typeof greeting>): Found {
  const members = hosts?.length ?? 0;
  const kind =
    setName === undefined
      ? 'a sharded cluster'
      : `a replica set of ${members} ${members === 1 ? 'member' : 'members'}`;
  const what = `MongoDB ${version}, ${kind}`;
  if (Number.parseInt(version, 10) >= oldestTried) return ok(what);
  return warning(what, {
    wrong: 'Daybook was never tried on a release this old',
    next: `Upgrade MongoDB to ${oldestTried}.0 or later.`,
  });
}

function safetyFinding(w: unknown): Found {
  const what = 'what is written is confirmed by most members';
  if (w === 'majority') return ok(what);
  return fault(what, {
    wrong: `the write concern is ${String(w)}: what was written can be lost when the primary dies`,
    next: 'Take `w=` out of MONGODB_URI.',
  });
}

async function dataFinding({ engine }: Pick<Opened, 'engine'>): Promise<Found> {
  const what = 'the stored data is of this version';
  try {
    const pending = await pendingMigrations(engine.connection, migrationsOf(engine));
    if (pending.length === 0) return ok(what);
    return warning(what, {
      wrong: `${pending.length} ${pending.length === 1 ? 'change' : 'changes'} of how things are kept not made yet`,
      next: 'Start Daybook: it makes them, once.',
    });
  } catch (error) {
    if (!(error instanceof NewerDataError)) throw error;
    return fault(what, { wrong: error.message, next: 'Start the later version of Daybook.' });
  }
}

/** Whether what is stored is what this version keeps: else there is nothing to hold it against yet. */
export async function isOfThisVersion(engine: Opened['engine']): Promise<boolean> {
  try {
    return (await pendingMigrations(engine.connection, migrationsOf(engine))).length === 0;
  } catch (error) {
    if (error instanceof NewerDataError) return false;
    throw error;
  }
}
