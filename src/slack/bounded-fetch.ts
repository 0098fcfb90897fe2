type Fetch = typeof globalThis.fetch;

/** How long an answer to a click or command may take to be taken, milliseconds. */
const patience = 5_000;

/** A fetch that never waits for ever: Bolt's `respond` sets no end of its own, and whoever waits behind it would hear nothing. */
export function boundedFetch(fetch: Fetch = globalThis.fetch, milliseconds = patience): Fetch {
  return (input, init) =>
    fetch(input, { ...init, signal: init?.signal ?? AbortSignal.timeout(milliseconds) });
}
