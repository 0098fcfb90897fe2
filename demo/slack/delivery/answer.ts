import type { JsonObject } from '../json.ts';
import { asText, isObject } from '../json.ts';
import { content, nothingToSay, refusal, warn } from '../methods/messages.ts';
import { isTrue } from '../methods/method.ts';
import { addMessage, changeMessage, findMessage, removeMessage } from '../world/messages.ts';
import { takeResponseUrl } from '../world/triggers.ts';
import type { Message, ResponseUrl } from '../world/types.ts';
import type { World } from '../world/world.ts';

/** What a response_url answers to one post. */
export function useResponseUrl(world: World, id: string, body: unknown): { status: number; text: string } {
  const taken = takeResponseUrl(world, id);
  if ('error' in taken) return { status: 404, text: JSON.stringify({ ok: false, error: taken.error }) };
  if (!isObject(body)) return { status: 400, text: JSON.stringify({ ok: false, error: 'invalid_payload' }) };
  const refused = answerWith(world, taken.url, body);
  return refused ? { status: 400, text: JSON.stringify(refused) } : { status: 200, text: 'ok' };
}

/** Posts, replaces or deletes as the body asks; gives Slack's refusal when the body is no good. */
export function answerWith(world: World, url: ResponseUrl, body: JsonObject): JsonObject | undefined {
  const original = url.original === undefined ? undefined : findMessage(world, url.channel, url.original);
  if (isTrue(body['delete_original'])) {
    if (original) removeMessage(world, original);
    return undefined;
  }
  const refused = refusal(world, body) ?? nothingToSay(body);
  if (refused) return refused;
  warn(world, 'response_url', body);
  if (isTrue(body['replace_original']) && original) {
    replace(world, original, body);
    return undefined;
  }
  const { ts } = addMessage(world, {
    channel: url.channel,
    ...content(body),
    ephemeralTo: body['response_type'] === 'in_channel' ? undefined : url.person,
  });
  // Of a command there is no message yet: a later replace_original means this answer.
  url.original ??= ts;
  return undefined;
}

function replace(world: World, original: Message, body: JsonObject): void {
  const { text, blocks, attachments } = content(body);
  changeMessage(world, original, { text, blocks, attachments });
}

/** Puts an answer given in the ack itself: plain words or a message. */
export function ackMessage(payload: unknown): JsonObject | undefined {
  if (typeof payload === 'string') return payload.trim() === '' ? undefined : { text: asText(payload) };
  return isObject(payload) && Object.keys(payload).length > 0 ? payload : undefined;
}
