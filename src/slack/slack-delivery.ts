import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, type WebClient } from '@slack/web-api';
import type { Logger } from '../logger.ts';
import { briefly } from './briefly.ts';
import type { ClientsOf, SlackClients } from './clients.ts';
import {
  type Delivery,
  DeliveryError,
  type DeliveryOutcome,
  type OutgoingMessage,
  type Person,
} from './delivery.ts';
import { downloadFile } from './download.ts';
import { membersOf } from './members.ts';
import { type Sleep, withoutBadBlocks } from './tolerant-blocks.ts';
import { isFinished, sendToPerson, uploadFile } from './upload.ts';

/** Under this event type a message of ours carries its key. */
const metadataType = 'daybook_message';

/** How far back a message in doubt is looked for. */
const historyPages = 5;

/** Slack's codes for trouble of its own: the call may be tried again. */
const passing = new Set([
  'fetch_members_failed',
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

/** Slack's codes for a token of an app that was taken out. */
const gone = new Set(['account_inactive', 'invalid_auth', 'not_installed', 'token_expired', 'token_revoked']);

/** How long it is believed who a person is, and who is in a channel, milliseconds. */
const believed = 60_000;

/** Delivery without retries of its own, and with an honest word on what became of a call. */
export function createSlackDelivery(
  clientsOf: ClientsOf,
  logger: Logger,
  { sleep }: { sleep?: Sleep } = {},
): Delivery {
  const trouble = { logger, ...(sleep === undefined ? {} : { sleep }) };
  const people = briefly<Person>(believed);
  const channels = briefly<ReadonlySet<string>>(believed);
  const call = async <Result>(
    workspaceId: string,
    method: string,
    work: (clients: SlackClients) => Promise<Result>,
  ): Promise<Result> => {
    const clients = await clientsOf(workspaceId, method);
    try {
      return await work(clients);
    } catch (error) {
      throw deliveryError(method, error);
    }
  };

  return {
    async post(workspaceId, message) {
      const send = (blocks: object) =>
        call(workspaceId, 'chat.postMessage', ({ patient }) =>
          patient.chat.postMessage({ ...addressed(message), text: message.text, ...blocks }),
        );
      const sent = await withoutBadBlocks(send, message, trouble);
      if (!sent.ts) throw new DeliveryError('chat.postMessage', 'unsure', 'no_ts');
      return { channelId: sent.channel ?? message.channelId, ts: sent.ts };
    },
    async update(workspaceId, { channelId, ts, ...message }) {
      const send = (blocks: object) =>
        call(workspaceId, 'chat.update', ({ patient }) =>
          patient.chat.update({ channel: channelId, ts, text: message.text, ...blocks }),
        );
      await withoutBadBlocks(send, message, trouble);
    },
    uploadPicture: (workspaceId, { name, title, altText, png }) =>
      call(workspaceId, 'files.upload', ({ patient }) =>
        uploadFile(patient, { name, title, altText, bytes: png }),
      ),
    sendFile: (workspaceId, file) =>
      call(workspaceId, 'files.completeUploadExternal', ({ patient }) => sendToPerson(patient, file)),
    wasSent: (workspaceId, fileId) =>
      call(workspaceId, 'files.info', ({ patient }) => isFinished(patient, fileId)),
    readFile: (workspaceId, { fileId, most }) =>
      call(workspaceId, 'files.info', ({ quick }) => downloadFile(quick, fileId, most)),
    find: (workspaceId, where) =>
      call(workspaceId, 'conversations.history', ({ patient }) => findByKey(patient, where)),
    async publishHome(workspaceId, userId, view) {
      await call(workspaceId, 'views.publish', ({ patient }) =>
        patient.views.publish({ user_id: userId, view }),
      );
    },
    async isLetIn(workspaceId) {
      try {
        await call(workspaceId, 'auth.test', ({ patient }) => patient.auth.test());
        return true;
      } catch (error) {
        if (error instanceof DeliveryError && gone.has(error.code)) return false;
        throw error;
      }
    },
    person: (workspaceId, userId) =>
      people(`${workspaceId} ${userId}`, () =>
        call(workspaceId, 'users.info', (clients) => whoIs(clients, userId)),
      ),
    forgetPerson: (workspaceId, userId) => people.forget(`${workspaceId} ${userId}`),
    members: (workspaceId, channelId) =>
      channels(`${workspaceId} ${channelId}`, () =>
        call(workspaceId, 'conversations.members', ({ quick }) => membersOf(quick, channelId)),
      ),
  };
}

async function whoIs({ quick, isOrgWide }: SlackClients, userId: string): Promise<Person> {
  const { user } = await quick.users.info({ user: userId, include_locale: true });
  // Who runs one team of an organisation does not run what all of it uses.
  const ranks = isOrgWide ? user?.enterprise_user : user;
  const isPrimary = !isOrgWide && user?.is_primary_owner === true;
  return {
    name: user?.profile?.display_name || user?.real_name || user?.name || userId,
    isAdmin: ranks?.is_admin === true || ranks?.is_owner === true || isPrimary,
    isGuest: user?.is_restricted === true || user?.is_ultra_restricted === true,
    zone: user?.tz ?? null,
    locale: user?.locale ?? null,
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
  if (error instanceof DeliveryError) return error;
  const cause = { cause: error };
  if (error instanceof WebAPIRateLimitedError) {
    const retryAfter = error.retryAfter * 1000;
    return new DeliveryError(method, 'not-done', 'ratelimited', { ...cause, retryAfter });
  }
  if (error instanceof WebAPIPlatformError) {
    const code = error.data.error;
    // A page that something between us and Slack says with 200 comes as the code: whether Slack heard us is not known.
    if (!isCode(code)) return new DeliveryError(method, 'unsure', 'no_answer', cause);
    return new DeliveryError(method, outcomeOf(code), code, cause);
  }
  if (error instanceof WebAPIHTTPError) return new DeliveryError(method, 'unsure', 'http_error', cause);
  return new DeliveryError(method, 'unsure', 'no_answer', cause);
}

/** Whether it is one of Slack's codes, such as `not_in_channel`. */
const isCode = (text: string) => /^[\w:.-]{1,100}$/.test(text);

function outcomeOf(code: string): DeliveryOutcome {
  if (passing.has(code)) return 'not-done';
  return unsure.has(code) ? 'unsure' : 'refused';
}
