import type { Engine } from './context.ts';
import { dropIndexes } from './database/drop-indexes.ts';
import { ensureIndexes, type IndexReport } from './database/indexes.ts';
import { type Migration, migrate } from './database/migrations.ts';
import { upgradeLinks } from './lightspeed/upgrade-links.ts';
import { remakeAllMonths } from './turnover/remake-months.ts';

/** What earlier versions asked by; others answer the same questions now. */
const superseded = new Set([
  'audit_entries.audit_by_person',
  'audit_entries.audit_by_time',
  'digest_posts.digests_waiting',
  'home_looks.homes_by_time',
  'mapping_drafts.drafts_expire',
  'nights.nights_waiting',
  'nights.one_night_per_zone_and_date',
]);

/** Every change of how things are kept, in order. New ones are added at the end; those that are out are never changed. */
export function migrationsOf(engine: Pick<Engine, 'models' | 'connection'>): Migration[] {
  return [
    {
      number: 1,
      title: 'links know what kind of key they have, and what people were told',
      run: () => upgradeLinks(engine),
    },
    {
      number: 2,
      title: 'the figures of each month are kept added up',
      run: () => remakeAllMonths(engine),
    },
  ];
}

/** Start-up step: brings what is stored, and its indexes, to what this version needs. Throws a DatabaseError. */
export async function prepareDatabase(
  engine: Pick<Engine, 'connection' | 'models' | 'logger' | 'clock'>,
): Promise<IndexReport> {
  const { connection, logger, clock } = engine;
  await migrate(connection, migrationsOf(engine), { logger, now: clock });
  const { unexpected } = await ensureIndexes(connection);
  // Only now that those which take their place are there: one of them keeps nights from being there twice.
  await dropIndexes(
    connection,
    unexpected.filter((index) => superseded.has(index)),
  );
  return { unexpected: unexpected.filter((index) => !superseded.has(index)) };
}
