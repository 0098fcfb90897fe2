import type { Engine } from './context.ts';
import { ensureIndexes, type IndexReport } from './database/indexes.ts';
import { type Migration, migrate } from './database/migrations.ts';
import { upgradeLinks } from './lightspeed/upgrade-links.ts';
import { remakeAllMonths } from './turnover/remake-months.ts';

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
export async function prepareDatabase(engine: Engine): Promise<IndexReport> {
  const { connection, logger, clock } = engine;
  await migrate(connection, migrationsOf(engine), { logger, now: clock });
  return ensureIndexes(connection);
}
