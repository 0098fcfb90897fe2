import { createHmac } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { JsonObject } from '../../../demo/slack/json.ts';
import { type ManyScene, signingSecret } from '../../story/support/many.ts';
import { keptOf, markOf, said } from '../../walls/support/watch.ts';

/** What came of a payload. */
export interface Answer {
  /** The beginning of what was sent, for who reads that it failed. */
  sent: string;
  status: number;
  text: string;
}

/** Sends a body as Slack does, signed. */
export async function sendSigned(
  { url }: ManyScene,
  body: string,
  type = 'application/x-www-form-urlencoded',
): Promise<Answer> {
  const seconds = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', signingSecret).update(`v0:${seconds}:${body}`).digest('hex');
  const response = await fetch(`${url}/slack/events`, {
    method: 'POST',
    headers: {
      'content-type': type,
      'x-slack-request-timestamp': seconds,
      'x-slack-signature': `v0=${signature}`,
    },
    body,
    signal: AbortSignal.timeout(15_000),
  });
  const text = await response.text();
  const sent = body.slice(0, 900);
  return { sent, status: response.status, text };
}

export const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();

export const interaction = (payload: JsonObject) => form({ payload: JSON.stringify(payload) });

/** Until nothing is under way any more. */
export async function quiet({ engine, slack, other }: ManyScene): Promise<void> {
  const calls = () => slack.traffic.total() + other.traffic.total();
  for (let before = -1; before !== calls(); ) {
    before = calls();
    await delay(10);
    await engine.inFlight.settled(10_000);
  }
}

const surprise = /Something unexpected|Er gebeurde iets onverwachts/;

export interface Effect {
  answers: Answer[];
  /** Some said that something unexpected happened. */
  surprised: boolean;
}

/** Sends several at once and looks what came of them when all is done. */
export async function sendAll(
  scene: ManyScene,
  bodies: readonly { body: string; type?: string }[],
): Promise<Effect> {
  const mark = markOf(scene);
  const answers = await Promise.all(bodies.map(({ body, type }) => sendSigned(scene, body, type)));
  await quiet(scene);
  const words = `${answers.map(({ text }) => text).join('\n')}${said(scene, mark)}`;
  return { answers, surprised: surprise.test(words) };
}

/** What may come to be kept because somebody asked for something, or looked: it tells of the asking alone; and their notes. */
const ofAsking = new Set([
  'accessRequests',
  'auditEntries',
  'consentRequests',
  'heardEvents',
  'homeLooks',
  'keyPages',
  'mappingDrafts',
  'notes',
]);

/** A text of all that is kept of the second workspace, by collection, without what only tells of the asking. */
export async function contentOf(scene: ManyScene): Promise<Record<string, string>> {
  const kept = await keptOf(scene);
  return Object.fromEntries(
    Object.entries(kept)
      .filter(([name]) => !ofAsking.has(name))
      .map(([name, documents]) => [name, JSON.stringify(documents)]),
  );
}
