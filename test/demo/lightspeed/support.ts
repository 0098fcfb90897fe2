import { afterEach } from 'vitest';
import { type Lightspeed, type LightspeedOptions, startLightspeed } from '../../../demo/lightspeed/server.ts';

const running: Lightspeed[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((standIn) => standIn.close()));
});

/** A stand-in that is closed after the test. The clock stands at 1 June 2024 unless told otherwise. */
export const start = async (
  options: Omit<LightspeedOptions, 'clock'> & { clock?: () => number },
): Promise<Lightspeed> => {
  const standIn = await startLightspeed({ clock: () => Date.parse('2024-06-01T00:00:00Z'), ...options });
  running.push(standIn);
  return standIn;
};

export const basic = (key = 'key-1', password = 'apikey') =>
  `Basic ${Buffer.from(`${key}:${password}`).toString('base64')}`;

export type Body = {
  '@attributes': Record<string, string>;
  [key: string]: unknown;
};

/** Asks with the key of a hand-made world. `path` may be a whole URL. */
export const ask = (standIn: Lightspeed, path: string, headers: Record<string, string> = {}) =>
  fetch(new URL(path, standIn.url), { headers: { Authorization: basic(), ...headers } });

// The tests look at single keys; what is missing shows as a failed expectation.
const bodyOf = async (response: Response): Promise<Body> => (await response.json()) as Body;

export const askJson = async (standIn: Lightspeed, path: string): Promise<Body> => {
  const response = await ask(standIn, path);
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
  return bodyOf(response);
};

/** The rows of a list answer, whatever shape they came in. */
export const rowsOf = (body: Body, name = 'Sale'): Record<string, unknown>[] =>
  [body[name] ?? []].flat() as Record<string, unknown>[];

export const idsOf = (body: Body): unknown[] => rowsOf(body).map((row) => row['saleID']);

export const salesPath = (query: Record<string, string> = {}): string =>
  `/API/V3/Account/83050/Sale.json?${new URLSearchParams(query)}`;

/** Follows `next` to the end. */
export const allPages = async (standIn: Lightspeed, path: string): Promise<Body[]> => {
  const pages: Body[] = [];
  for (let next = path; next !== ''; next = pages.at(-1)?.['@attributes']['next'] ?? '')
    pages.push(await askJson(standIn, next));
  return pages;
};

export const amsterdam = { shopID: '1', name: 'Amsterdam', timeZone: 'Europe/Amsterdam' };
