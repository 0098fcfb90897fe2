import { vi } from 'vitest';

/** One exchange by HTTP as it was on the wire, with nothing hidden. */
export interface WireExchange {
  url: string;
  sent: string;
  answered: string;
}

/** Records every exchange by fetch of this process: what the app sends to Slack, and what it answers to it. */
export function recordWire(): WireExchange[] {
  const exchanges: WireExchange[] = [];
  const real = globalThis.fetch;
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const response = await real(input, init);
    const url = input instanceof Request ? input.url : String(input);
    exchanges.push({ url, sent: await bodyText(init?.body), answered: await response.clone().text() });
    return response;
  });
  return exchanges;
}

async function bodyText(body: BodyInit | null | undefined): Promise<string> {
  const text = body === null || body === undefined ? '' : await new Response(body).text();
  return `${text}\n${decodeURIComponent(text.replaceAll('+', ' '))}`;
}
