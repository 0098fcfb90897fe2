/** Work that goes on after its request was acknowledged, so that a stop can wait for it. */
export interface InFlight {
  /** Follows a piece of work to its end; it must not reject. */
  track(work: Promise<unknown>): void;
  /** Resolves when nothing is under way, or after this long (milliseconds). */
  settled(patience: number): Promise<void>;
}

export function createInFlight(): InFlight {
  const under = new Set<Promise<unknown>>();
  return {
    track(work) {
      under.add(work);
      const done = () => under.delete(work);
      work.then(done, done);
    },
    async settled(patience) {
      let timer: NodeJS.Timeout | undefined;
      const enough = new Promise((resolve) => {
        timer = setTimeout(resolve, patience);
      });
      await Promise.race([Promise.allSettled([...under]), enough]);
      clearTimeout(timer);
    },
  };
}
