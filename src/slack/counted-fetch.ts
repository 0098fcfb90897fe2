import type { Metrics, SlackOutcome } from '../metrics.ts';

type Fetch = typeof globalThis.fetch;

/** A method of Slack's, such as `chat.postMessage`, as the last part of an address; other addresses are for the bytes of files. */
const method = /^[a-z]+(?:\.[a-zA-Z]+)+$/;

/** The usual fetch, which counts every call to Slack by what became of it. */
export function countedFetch(metrics: Metrics): Fetch {
  return async (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    const last = pathname.split('/').at(-1) ?? '';
    const name = method.test(last) ? last : 'upload';
    const begun = performance.now();
    const count = (outcome: SlackOutcome) => metrics.slackCalled(name, outcome, performance.now() - begun);
    try {
      const response = await globalThis.fetch(input, init);
      count(await outcomeOf(response));
      return response;
    } catch (error) {
      count('no-answer');
      throw error;
    }
  };
}

/** Slack says with status 200 that it refuses, too: the body has the word. */
async function outcomeOf(response: Response): Promise<SlackOutcome> {
  if (response.status === 429) return 'rate-limited';
  if (response.status !== 200) return 'http-error';
  if (!response.headers.get('content-type')?.includes('json')) return 'ok';
  const body: unknown = await response.clone().json();
  return typeof body === 'object' && body !== null && 'ok' in body && body.ok === false ? 'refused' : 'ok';
}
