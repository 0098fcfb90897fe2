/** Work that goes on after its request was acknowledged, so that a stop can wait for it. */
export interface InFlight {
  /** Follows a piece of work to its end; it must not reject. */
  track(work: Promise<unknown>): void;
  /** Whether the process is stopping: no new piece of work is begun. */
  readonly isStopping: boolean;
  /** Aborted when a stop has waited long enough: what still waits for a far end gives up, and lets go of what it holds. */
  readonly giveUp: AbortSignal;
  /** Resolves when nothing is under way, or after this long (milliseconds): whether nothing is. */
  settled(patience: number): Promise<boolean>;
  /**
   * Begins nothing more, and waits until nothing is under way. What takes longer than `patience` is asked to give up, and waited for another `grace`
   * (milliseconds). Returns whether everything came to its end.
   */
  stop(waits: { patience: number; grace: number }): Promise<boolean>;
}

export function createInFlight(): InFlight {
  const under = new Set<Promise<unknown>>();
  const giveUp = new AbortController();
  let isStopping = false;
  const settled = async (milliseconds: number): Promise<boolean> => {
    let timer: NodeJS.Timeout | undefined;
    const enough = new Promise<boolean>((resolve) => {
      timer = setTimeout(resolve, milliseconds, false);
    });
    // What ends may have begun something else meanwhile.
    const all = async () => {
      while (under.size > 0) await Promise.allSettled([...under]);
      return true;
    };
    const isDone = await Promise.race([all(), enough]);
    clearTimeout(timer);
    return isDone;
  };
  return {
    track(work) {
      under.add(work);
      const done = () => under.delete(work);
      work.then(done, done);
    },
    get isStopping() {
      return isStopping;
    },
    giveUp: giveUp.signal,
    settled,
    async stop({ patience, grace }) {
      isStopping = true;
      if (await settled(patience)) return true;
      giveUp.abort(new Error('Daybook is stopping'));
      return settled(grace);
    },
  };
}
