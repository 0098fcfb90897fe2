import type { Agenda } from 'agenda';
import type { Engine } from '../src/context.ts';

/** Defines a job whose work a stop of the process waits for. A failure is Agenda's to log and to try again. */
export function defineJob(
  agenda: Agenda,
  { inFlight }: Engine,
  name: string,
  work: () => Promise<void>,
): void {
  agenda.define(name, (_job, done) => {
    const under = work();
    inFlight.track(under);
    under.then(() => done(), done);
  });
}
