/** A clock that stands still until it is moved. */
export interface MovableClock {
  now(): number;
  /** To an instant, ISO 8601 with an offset. */
  moveTo(instant: string): void;
  /** On by so many milliseconds. */
  pass(ms: number): void;
}

export function clockAt(instant: string): MovableClock {
  let now = Date.parse(instant);
  return {
    now: () => now,
    moveTo(next) {
      now = Date.parse(next);
    },
    pass(ms) {
      now += ms;
    },
  };
}
