import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { asObject, asText, isObject, type JsonObject, parseJson } from '../../demo/slack/json.ts';
import type { OpenWorkspace } from './browser.ts';

/** What an app answers in the acknowledgement to a payload, by the payload's type; nothing where there is no entry. */
export type Answers = Record<string, (payload: JsonObject) => unknown>;

export interface Puppet {
  /** What it was sent, in order. */
  payloads: JsonObject[];
  /** Puts Daybook back behind the page. */
  close(): Promise<void>;
}

/** An app that only does what a test says, in Daybook's place: for elements that Daybook itself does not use. */
export async function startPuppet(workspace: OpenWorkspace, answers: Answers): Promise<Puppet> {
  const payloads: JsonObject[] = [];
  const server = createServer((request, response) => {
    void answer(request).then((body) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(body);
    });
  });
  async function answer(request: IncomingMessage): Promise<string> {
    const form = new URLSearchParams(await text(request));
    const payload = asObject(parseJson(form.get('payload') ?? '{}'));
    payloads.push(payload);
    const answered: unknown = await answers[asText(payload['type'])]?.(payload);
    return isObject(answered) ? JSON.stringify(answered) : '';
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  workspace.slack().setAppUrl(`http://127.0.0.1:${portOf(server.address())}`);
  return {
    payloads,
    async close() {
      workspace.slack().setAppUrl(`http://127.0.0.1:${workspace.stage().workspace.config.port}`);
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the puppet has no port');
  return address.port;
}
