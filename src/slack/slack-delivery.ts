import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, type WebClient } from '@slack/web-api';
import type { Logger } from '../logger.ts';
import {
  type Delivery,
  DeliveryError,
  type DeliveryOutcome,
  type OutgoingMessage,
  type Person,
} from './delivery.ts';

/** Under this event type a message of ours carries its key. */
const metadataType = 'daybook_message';

/** How far back a message in doubt is looked for. */
const historyPages = 5;

/** Slack's codes for trouble of its own: the call may be tried again. */
const passing = new Set([
  'ratelimited',
  'service_unavailable',
  'team_added_to_org',
  // The token, not the channel: whatever was to be said is still to be said once it is mended.
  'account_inactive',
  'invalid_auth',
  'missing_scope',
  'not_authed',
  'org_login_required',
  'team_access_not_granted',
  'token_expired',
  'token_revoked',
]);
const unsure = new Set(['internal_error', 'fatal_error', 'request_timeout']);

/** Slack's codes for blocks it will not take; its limit on all their text together is undocumented. */
const badBlocks = new Set(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long']);

/** The ways to Slack: one with patience, one for when a person waits. */
export interface SlackClients {
  patient: WebClient;
  quick: WebClient;
}

/** How long a person's standing is believed, milliseconds. */
const personKept = 60_000;

/** Delivery without retries of its own, and with an honest word on what became of a call. */
export function createSlackDelivery({ patient, quick }: SlackClients, logger: Logger): Delivery {
  const people = new Map<string, { person: Person; until: number }>();
  const call = async <Result>(method: string, work: Promise<Result>): Promise<Result> => {
    try {
      return await work;
    } catch (error) {
      throw deliveryError(method, error);
    }
  };

  return {
    async post(_workspaceId, message) {
      const send = (blocks: object) =>
        call(
          'chat.postMessage',
          patient.chat.postMessage({ ...addressed(message), text: message.text, ...blocks }),
        );
      const sent = await withoutBadBlocks(send, message, logger);
      if (!sent.ts) throw new DeliveryError('chat.postMessage', 'unsure', 'no_ts');
      return { channelId: sent.channel ?? message.channelId, ts: sent.ts };
    },
    async update(_workspaceId, { channelId, ts, ...message }) {
      const send = (blocks: object) =>
        call('chat.update', patient.chat.update({ channel: channelId, ts, text: message.text, ...blocks }));
      await withoutBadBlocks(send, message, logger);
    },
    find: (_workspaceId, where) => call('conversations.history', findByKey(patient, where)),
    async person(workspaceId, userId) {
      const key = `${workspaceId} ${userId}`;
      const known = people.get(key);
      if (known && known.until > performance.now()) return known.person;
      const person = await call('users.info', whoIs(quick, userId));
      people.set(key, { person, until: performance.now() + personKept });
      return person;
    },
  };
}

async function whoIs(client: WebClient, userId: string): Promise<Person> {
  const { user } = await client.users.info({ user: userId });
  return {
    name: user?.profile?.display_name || user?.real_name || user?.name || userId,
    isAdmin: user?.is_admin === true || user?.is_owner === true || user?.is_primary_owner === true,
    isGuest: user?.is_restricted === true || user?.is_ultra_restricted === true,
    zone: user?.tz ?? null,
    isDeleted: user?.deleted === true,
  };
}

function addressed({ channelId, threadTs, key }: OutgoingMessage) {
  return {
    channel: channelId,
    unfurl_links: false,
    unfurl_media: false,
    ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
    ...(key === undefined ? {} : { metadata: { event_type: metadataType, event_payload: { key } } }),
  };
}

/** A block that Slack will not take must not cost people the figure: then the text goes alone, and the log says why. */
async function withoutBadBlocks<Result>(
  send: (blocks: object) => Promise<Result>,
  { blocks }: { blocks: object[] },
  logger: Logger,
): Promise<Result> {
  try {
    return await send({ blocks });
  } catch (error) {
    const refusal = error instanceof DeliveryError ? error.cause : undefined;
    if (!(refusal instanceof WebAPIPlatformError) || !badBlocks.has(refusal.data.error)) throw error;
    logger.error(
      { reasons: refusal.data.response_metadata?.messages },
      'Slack refused the blocks of a message',
    );
    return send({ blocks: [] });
  }
}

async function findByKey(
  client: WebClient,
  { channelId, threadTs, key, since }: Parameters<Delivery['find']>[1],
): Promise<string | undefined> {
  const query = {
    channel: channelId,
    oldest: String(since / 1000),
    include_all_metadata: true,
    limit: 100,
  };
  let cursor: string | undefined;
  for (let page = 0; page < historyPages; page += 1) {
    const next = cursor === undefined ? {} : { cursor };
    const answer =
      threadTs === undefined
        ? await client.conversations.history({ ...query, ...next })
        : await client.conversations.replies({ ...query, ...next, ts: threadTs });
    const found = answer.messages?.find(({ metadata }) => isOurs(metadata, key));
    if (found?.ts) return found.ts;
    cursor = answer.response_metadata?.next_cursor || undefined;
    if (cursor === undefined) return undefined;
  }
  return undefined;
}

function isOurs(metadata: { event_type?: string; event_payload?: object } | undefined, key: string): boolean {
  const payload: Record<string, unknown> = { ...metadata?.event_payload };
  return metadata?.event_type === metadataType && payload['key'] === key;
}

function deliveryError(method: string, error: unknown): DeliveryError {
  const cause = { cause: error };
  if (error instanceof WebAPIRateLimitedError)
    return new DeliveryError(method, 'not-done', 'ratelimited', cause);
  if (error instanceof WebAPIPlatformError) {
    const code = error.data.error;
    return new DeliveryError(method, outcomeOf(code), code, cause);
  }
  if (error instanceof WebAPIHTTPError) return new DeliveryError(method, 'unsure', 'http_error', cause);
  return new DeliveryError(method, 'unsure', 'no_answer', cause);
}

function outcomeOf(code: string): DeliveryOutcome {
  if (passing.has(code)) return 'not-done';
  return unsure.has(code) ? 'unsure' : 'refused';
}
