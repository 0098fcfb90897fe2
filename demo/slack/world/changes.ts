import { EventEmitter } from 'node:events';

/** Tells who listens that something in the workspace changed. */
export type Changes = {
  tell(): void;
  /** Calls `listener` after each change; returns how to stop. */
  listen(listener: () => void): () => void;
  /**
   * Waits until `look` finds something (not undefined, null or false) and returns it.
   * Throws after `ms` milliseconds of real time, naming `what` was waited for.
   */
  waitFor<Found>(look: () => Found, ms: number, what: string): Promise<NonNullable<Found>>;
};

export function createChanges(): Changes {
  const emitter = new EventEmitter();
  emitter.setMaxListeners(0);
  return {
    tell: () => {
      emitter.emit('change');
    },
    listen: (listener) => {
      emitter.on('change', listener);
      return () => emitter.off('change', listener);
    },
    waitFor: (look, ms, what) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => stop(() => reject(new Error(`Waited ${ms} ms for ${what}`))), ms);
        const stop = (then: () => void): void => {
          clearTimeout(timer);
          clearInterval(again);
          emitter.off('change', check);
          then();
        };
        const check = (): void => {
          try {
            const found = look();
            if (found) stop(() => resolve(found));
          } catch (error) {
            stop(() => reject(error));
          }
        };
        // What is waited for may lie outside the workspace: so also now and then.
        const again = setInterval(check, 25);
        emitter.on('change', check);
        check();
      }),
  };
}
