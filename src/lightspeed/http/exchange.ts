import { get as getPlain, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { get as getSecure } from 'node:https';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

export interface Request {
  url: URL;
  headers: Readonly<Record<string, string>>;
  /** The largest body read, in bytes after decompression. */
  maxBytes: number;
  /** Ends it, the reading of the body included. */
  signal: AbortSignal;
}

export interface Reply {
  status: number;
  /** By name in lower case. */
  headers: IncomingHttpHeaders;
  /** The text of a 200; null when it was larger than the limit. Other bodies are not read: only the status decides. */
  body: string | null;
}

export type Exchange = (request: Request) => Promise<Reply>;

const unzip = promisify(gunzip);
const decoder = new TextDecoder();

/**
 * One GET over a connection that is kept; a redirect is an answer like any other, since following it would carry the key along.
 * Node's own client, not fetch: a night may read thousands of pages, and fetch takes nearly three times as long for each.
 * Throws what the connection failed with.
 */
export const exchange: Exchange = ({ url, headers, maxBytes, signal }) =>
  new Promise((resolve, reject) => {
    const get = url.protocol === 'https:' ? getSecure : getPlain;
    get(url, { headers: { ...headers, 'accept-encoding': 'gzip' }, signal }, (response) => {
      const { statusCode: status = 0, headers: answered } = response;
      const told = textOf(response, maxBytes).then((body) => ({ status, headers: answered, body }));
      told.then(resolve, reject);
    }).on('error', reject);
  });

async function textOf(response: IncomingMessage, maxBytes: number): Promise<string | null> {
  if (response.statusCode !== 200) {
    response.destroy();
    return '';
  }
  const bytes = await bytesOf(response, maxBytes);
  const isZipped = response.headers['content-encoding'] === 'gzip';
  const whole = bytes && isZipped ? await unzipped(bytes, maxBytes) : bytes;
  return whole && decoder.decode(whole);
}

function bytesOf(response: IncomingMessage, maxBytes: number): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    response.on('data', (chunk: Buffer) => {
      length += chunk.byteLength;
      chunks.push(chunk);
      if (length <= maxBytes) return;
      response.destroy();
      resolve(null);
    });
    response.on('end', () => resolve(Buffer.concat(chunks, length)));
    response.on('error', reject);
  });
}

async function unzipped(bytes: Buffer, maxBytes: number): Promise<Buffer | null> {
  try {
    return await unzip(bytes, { maxOutputLength: maxBytes });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
