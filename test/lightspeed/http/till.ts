import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Asked {
  path: string;
  /** The query as it was on the wire. */
  raw: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
}

export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  /** An object is sent as JSON, text as it is. */
  body?: unknown;
}

/** Answers by number: an Answer, a function of the request, or one that handles the socket itself (returns nothing). */
export type Script = (asked: Asked, index: number, response: ServerResponse) => Answer | undefined;

export interface Till {
  url: string;
  asked: Asked[];
}

/** A server on loopback that answers as the script says, until the test ends. */
export async function startTill(script: Script): Promise<Till> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://till');
    const one = { path: url.pathname, raw: url.search, query: url.searchParams, headers: request.headers };
    asked.push(one);
    const answer = script(one, asked.length - 1, response);
    if (!answer) return;
    const { status = 200, headers = {}, body = '' } = answer;
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

/** A till that gives these answers one after the other, the last one for ever. */
export function startTillWith(...answers: Answer[]): Promise<Till> {
  return startTill((_asked, index) => answers[Math.min(index, answers.length - 1)]);
}

/** Answers with half a gigabyte, as fast as it is taken, and counts what went out. */
export function pour(response: ServerResponse, poured: { bytes: number }): void {
  response.writeHead(200);
  const more = () => {
    while (!response.destroyed && poured.bytes < 500_000_000) {
      poured.bytes += 65_536;
      if (!response.write('x'.repeat(65_536))) break;
    }
  };
  response.on('drain', more);
  more();
}

/** What a promise failed with; fails itself when it did not. */
export async function failureOf(work: Promise<unknown>): Promise<Error> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof Error) return error;
  throw new Error('expected a failure, but it went well');
}

/** Everything an error shows: message, stack, own fields, and those of each cause. */
export function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const fields = JSON.stringify(error, Object.getOwnPropertyNames(error));
  return [error.name, error.message, error.stack, fields, textOf(error.cause)].join('\n');
}
