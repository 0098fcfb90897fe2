type Fetch = typeof globalThis.fetch;

/** How long an answer to a click or command may take to be taken, milliseconds. */
const patience = 5_000;

/** A fetch that never waits for ever: Bolt's `respond` sets no end of its own, and whoever waits behind it would hear nothing. */
export function boundedFetch(fetch: Fetch = globalThis.fetch, milliseconds = patience): Fetch {
  return async (input, init) => {
    if (init?.signal) return fetch(input, init);
    const stop = new AbortController();
    const expire = () => stop.abort(new DOMException('no answer within the timeout', 'TimeoutError'));
    // Not AbortSignal.timeout: it would hold on to each answer for all of that time, hundreds of them where many ask.
    const timer = setTimeout(expire, milliseconds);
    try {
      return await fetch(input, { ...init, signal: stop.signal });
    } finally {
      clearTimeout(timer);
    }
  };
}
