import { LightspeedDownError } from '../errors.ts';

type Fetch = (url: URL, init: RequestInit) => Promise<Response>;

export interface PostSettings {
  fetch?: Fetch;
  /** For each request, milliseconds; 10 s when absent. */
  timeoutMs?: number;
}

/** No answer came: whether the request was served is not known. */
export class LostAnswerError extends LightspeedDownError {}

/** Posts fields as JSON, once. Throws a LostAnswerError when no whole answer comes in time. */
export async function postFields(
  url: string,
  fields: Record<string, string>,
  { fetch = globalThis.fetch, timeoutMs = 10_000 }: PostSettings,
): Promise<{ status: number; isOk: boolean; body: string }> {
  try {
    const response = await fetch(new URL(url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', 'user-agent': 'Daybook' },
      body: JSON.stringify(fields),
      // A redirect would carry the secrets along.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { status: response.status, isOk: response.ok, body: await response.text() };
  } catch (cause) {
    throw new LostAnswerError('No answer from the authorization server of Lightspeed.', { cause });
  }
}
