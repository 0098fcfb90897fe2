import { ClientRequest, IncomingMessage } from 'node:http';
import { vi } from 'vitest';

/** One exchange by HTTP as it was on the wire, with nothing hidden. */
export interface WireExchange {
  url: string;
  sent: string;
  answered: string;
}

/**
 * Records every exchange that this process begins, by fetch or by Node's own client: what the app sends to Slack and to
 * Lightspeed, and what it answers to Slack.
 */
export function recordWire(): WireExchange[] {
  const exchanges: WireExchange[] = [];
  recordFetch(exchanges);
  recordClient(exchanges);
  return exchanges;
}

function recordFetch(exchanges: WireExchange[]): void {
  const real = globalThis.fetch;
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const response = await real(input, init);
    const url = input instanceof Request ? input.url : String(input);
    exchanges.push({ url, sent: await bodyText(init?.body), answered: await response.clone().text() });
    return response;
  });
}

function recordClient(exchanges: WireExchange[]): void {
  const sent = new WeakMap<ClientRequest, string>();
  const answered = new WeakMap<IncomingMessage, string>();
  const { end } = ClientRequest.prototype;
  const { push } = IncomingMessage.prototype;
  vi.spyOn(ClientRequest.prototype, 'end').mockImplementation(function (this: ClientRequest, ...args) {
    const [body] = args as unknown[];
    const text = typeof body === 'string' ? body : '';
    sent.set(this, `${text}\n${decodeURIComponent(text.replaceAll('+', ' '))}`);
    return Reflect.apply(end, this, args);
  });
  vi.spyOn(IncomingMessage.prototype, 'push').mockImplementation(function (
    this: IncomingMessage & { req?: ClientRequest },
    ...args
  ) {
    const [chunk] = args as [Buffer | null];
    answered.set(this, `${answered.get(this) ?? ''}${chunk ?? ''}`);
    // Only what answers a request of ours knows of one.
    if (chunk === null && this.req) {
      const { protocol, host, path } = this.req;
      const url = `${protocol}//${this.req.getHeader('host') ?? host}${path}`;
      exchanges.push({ url, sent: sent.get(this.req) ?? '', answered: answered.get(this) ?? '' });
    }
    return Reflect.apply(push, this, args);
  });
}

async function bodyText(body: BodyInit | null | undefined): Promise<string> {
  const text = body === null || body === undefined ? '' : await new Response(body).text();
  return `${text}\n${decodeURIComponent(text.replaceAll('+', ' '))}`;
}
