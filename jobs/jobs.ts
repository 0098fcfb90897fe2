import { MongoBackend } from '@agendajs/mongo-backend';
import { Agenda } from 'agenda';
import type { Engine } from '../src/context.ts';
import { defineDigests } from './digests.ts';
import { jobIndexes, jobsCollection } from './indexes.ts';
import { defineNights } from './nights.ts';
import { defineRetention, scheduleRetention } from './retention.ts';
import { defineSweep, scheduleSweep, sweep } from './sweep.ts';

export interface Jobs {
  /** Stops taking up jobs; those under way are waited for elsewhere. */
  stop(): Promise<void>;
}

/**
 * Starts what happens by itself. Agenda only says when: every job calls `runDue` or the like, which find their work in the
 * database, so that a lost or doubled run does no harm.
 */
export async function startJobs(engine: Engine): Promise<Jobs> {
  const { connection, logger } = engine;
  const db = connection.db;
  if (!db) throw new Error('the database is not connected');
  await jobIndexes(db);
  const agenda = new Agenda({
    backend: new MongoBackend({ mongo: db, collection: jobsCollection, ensureIndex: true }),
    processEvery: '5 seconds',
    defaultConcurrency: 1,
    // A lock begins when a job is fetched ahead: only what is run at once is fetched.
    defaultLockLimit: 1,
    defaultLockLifetime: 10 * 60_000,
  });
  agenda.on('error', (error: unknown) => logger.error({ err: error }, 'agenda has a problem'));
  agenda.on('fail', (error: unknown) => logger.error({ err: error }, 'a job failed'));

  defineSweep(agenda, engine);
  defineNights(agenda, engine);
  defineDigests(agenda, engine);
  defineRetention(agenda, engine);
  await agenda.start();
  await scheduleSweep(agenda);
  await scheduleRetention(agenda);
  engine.inFlight.track(
    sweep(agenda, engine).catch((error) => logger.error({ err: error }, 'the sweep at start failed')),
  );
  return { stop: () => agenda.stop(false) };
}
