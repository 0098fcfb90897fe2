import { type IncomingHttpHeaders, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { text } from 'node:stream/consumers';

export interface TextToSend {
  url: URL;
  headers: Readonly<Record<string, string>>;
  body: string;
  /** Ends it, the reading of the answer included. */
  signal: AbortSignal;
}

export interface TextReply {
  status: number;
  statusText: string;
  /** By name in lower case. */
  headers: IncomingHttpHeaders;
  text: string;
}

/**
 * Posts a text over a connection that is kept, and reads the answer; a redirect is an answer like any other. Node's own client,
 * not fetch: that holds on to all that a request came with until the next large tidying up, for which everybody waits. Throws
 * what the connection failed with, or the reason of the signal.
 */
export async function sendText({ url, headers, body, signal }: TextToSend): Promise<TextReply> {
  signal.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<TextReply>();
  const request = url.protocol === 'https:' ? requestSecure : requestPlain;
  const sent = request(url, { method: 'POST', headers }, (response) => {
    const { statusCode: status = 0, statusMessage: statusText = '' } = response;
    text(response).then((read) => {
      resolve({ status, statusText, headers: response.headers, text: read });
    }, reject);
  });
  const stop = () => {
    reject(signal.reason);
    sent.destroy();
  };
  signal.addEventListener('abort', stop, { once: true });
  sent.on('error', reject);
  sent.end(body);
  try {
    return await promise;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
