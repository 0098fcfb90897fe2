import type { Engine } from '../../src/context.ts';
import { crashingAt } from './crash.ts';
import type { Bench } from './engine.ts';
import { snapshot } from './snapshot.ts';

/** Longer than a lease, and than the wait after a failure. */
const afterwards = 6 * 60_000;

interface Steps {
  /** What is to survive a crash. */
  work(engine: Engine): Promise<unknown>;
  /** After the crash, before anything else; `name` says at which step it was. */
  crashed?(name: string): Promise<void>;
  /** What another process does after it. */
  mend(): Promise<unknown>;
  mended(name: string): Promise<void>;
}

/**
 * Keeps what a bench holds. The function it returns does the work again and again from there, dying one step later each time,
 * until it does not die, and says how often it did.
 */
export async function dyingAtEveryStep({
  clock,
  delivery,
  engine,
}: Bench): Promise<(steps: Steps) => Promise<number>> {
  const began = clock.now();
  const restore = await snapshot(engine.connection);
  const restoreSlack = delivery.snapshot();
  return async ({ work, crashed, mend, mended }) => {
    for (let at = 1; ; at += 1) {
      await restore();
      restoreSlack();
      clock.pass(began - clock.now());
      const dying = crashingAt(engine, at);
      const died = await work(dying.engine).then(
        () => dying.crashed(),
        () => true,
      );
      if (!died) return at - 1;
      const name = `after a crash at step ${at}`;
      await crashed?.(name);
      clock.pass(afterwards);
      await mend();
      await mended(name);
    }
  };
}
