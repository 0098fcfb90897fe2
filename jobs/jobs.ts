import { MongoBackend } from '@agendajs/mongo-backend';
import { Agenda } from 'agenda';
import type { mongo } from 'mongoose';
import type { Engine } from '../src/context.ts';
import { inTrace } from '../src/trace.ts';
import { defineDigests } from './digests.ts';
import { jobIndexes, jobsCollection } from './indexes.ts';
import { defineNights } from './nights.ts';
import { defineRetention, scheduleRetention } from './retention.ts';
import { defineSweep, scheduleSweep, sweep } from './sweep.ts';

export interface Jobs {
  /** Stops taking up jobs; those under way are waited for elsewhere. */
  stop(): Promise<void>;
}

/** Agenda over our database, not started: it can already be looked at. */
export async function createAgenda({ connection, logger }: Engine): Promise<Agenda> {
  const agenda = new Agenda({
    backend: new MongoBackend({
      mongo: databaseOf(connection),
      collection: jobsCollection,
      ensureIndex: true,
    }),
    processEvery: '5 seconds',
    defaultConcurrency: 1,
    // A lock begins when a job is fetched ahead: only what is run at once is fetched.
    defaultLockLimit: 1,
    defaultLockLifetime: 10 * 60_000,
  });
  agenda.on('error', (error: unknown) => logger.error({ err: error }, 'agenda has a problem'));
  // It begins with the index of its collection and waits for nobody: a stop in that moment would fail where nothing catches it.
  await agenda.ready;
  return agenda;
}

/**
 * Starts what happens by itself. Agenda only says when: every job calls `runDue` or the like, which find their work in the
 * database, so that a lost or doubled run does no harm.
 */
export async function startJobs(agenda: Agenda, engine: Engine): Promise<Jobs> {
  const { connection, logger } = engine;
  await jobIndexes(databaseOf(connection));
  defineSweep(agenda, engine);
  defineNights(agenda, engine);
  defineDigests(agenda, engine);
  defineRetention(agenda, engine);
  await agenda.start();
  await scheduleSweep(agenda);
  await scheduleRetention(agenda);
  engine.inFlight.track(
    inTrace(() => sweep(agenda, engine)).catch((error) =>
      logger.error({ err: error }, 'the sweep at start failed'),
    ),
  );
  return { stop: () => agenda.stop(false) };
}

function databaseOf({ db }: Engine['connection']): mongo.Db {
  if (!db) throw new Error('the database is not connected');
  return db;
}
