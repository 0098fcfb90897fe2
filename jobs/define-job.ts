import type { Agenda } from 'agenda';
import type { Engine } from '../src/context.ts';
import { inTrace, troubleNumber } from '../src/trace.ts';

/**
 * Defines a job whose work a stop of the process waits for. A failure is Agenda's to try again. Agenda keeps only the number of
 * a failure, under which the log tells more: what it keeps is shown at `/jobs`.
 */
export function defineJob(agenda: Agenda, engine: Engine, name: string, work: () => Promise<void>): void {
  const { inFlight, logger } = engine;
  const run = async () => {
    try {
      await work();
    } catch (error) {
      logger.error({ err: error, job: name }, 'a job failed');
      throw new JobError(`see the log for ${troubleNumber(engine)}`);
    }
  };
  agenda.define(name, (_job, done) => {
    const under = inTrace(run);
    inFlight.track(under);
    under.then(() => done(), done);
  });
}

/** A job failed; its message says where to read why. */
class JobError extends Error {
  override readonly name = 'JobError' as const;
}
