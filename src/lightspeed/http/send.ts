export type Fetch = (url: URL, init: RequestInit) => Promise<Response>;

export interface Reply {
  status: number;
  headers: Headers;
  /** The text of a 200; null when it was larger than the limit. Other bodies are not read: only the status decides. */
  body: string | null;
}

export interface SendSettings {
  fetch: Fetch;
  /** For the whole exchange, the body included. */
  timeoutMs: number;
  /** The largest body read, in bytes after decompression. */
  maxBytes: number;
  signal: AbortSignal | undefined;
}

/** One GET, once. Throws whatever fetch throws, a TimeoutError after `timeoutMs`, or the signal's reason. */
export async function send(url: URL, authorization: string, settings: SendSettings): Promise<Reply> {
  const { signal } = settings;
  signal?.throwIfAborted();
  const stop = new AbortController();
  const onAbort = () => stop.abort(signal?.reason);
  signal?.addEventListener('abort', onAbort, { once: true });
  const timer = setTimeout(
    () => stop.abort(new DOMException(`no answer within ${settings.timeoutMs} ms`, 'TimeoutError')),
    settings.timeoutMs,
  );
  try {
    const response = await settings.fetch(url, {
      headers: { authorization, accept: 'application/json', 'user-agent': 'Daybook' },
      // A redirect would carry the key along.
      redirect: 'manual',
      signal: stop.signal,
    });
    return { status: response.status, headers: response.headers, body: await bodyOf(response, settings) };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}

async function bodyOf(response: Response, { maxBytes }: SendSettings): Promise<string | null> {
  if (response.status !== 200) {
    await response.body?.cancel();
    return '';
  }
  return readText(response.body, maxBytes);
}

async function readText(body: ReadableStream<Uint8Array> | null, maxBytes: number): Promise<string | null> {
  if (!body) return '';
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}
