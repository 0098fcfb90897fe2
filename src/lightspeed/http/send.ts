import type { Exchange, Reply } from './exchange.ts';

export interface SendSettings {
  exchange: Exchange;
  /** For the whole exchange, the body included. */
  timeoutMs: number;
  /** The largest body read, in bytes after decompression. */
  maxBytes: number;
  signal: AbortSignal | undefined;
}

/** One GET, once. Throws whatever the exchange throws, which is for want of time after `timeoutMs`, or the signal's reason. */
export async function send(url: URL, authorization: string, settings: SendSettings): Promise<Reply> {
  const { exchange, maxBytes, signal } = settings;
  signal?.throwIfAborted();
  const stop = new AbortController();
  const onAbort = () => stop.abort(signal?.reason);
  signal?.addEventListener('abort', onAbort, { once: true });
  const timer = setTimeout(
    () => stop.abort(new DOMException(`no answer within ${settings.timeoutMs} ms`, 'TimeoutError')),
    settings.timeoutMs,
  );
  try {
    const headers = { authorization, accept: 'application/json', 'user-agent': 'Daybook' };
    return await exchange({ url, headers, maxBytes, signal: stop.signal });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}
