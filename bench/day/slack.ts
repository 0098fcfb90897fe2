import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface DaySlack {
  url: string;
  /** Resolves when Daybook did this: `answer ID` at a response address, `open ID` of a trigger, `home ID` of a person. */
  hears(what: string): Promise<void>;
  /** The keys of the messages of each channel that are no reply. */
  digests: ReadonlyMap<string, readonly string[]>;
  /** How often a message was edited. */
  edits(): number;
  /** How many calls were refused because they were too many. */
  limited(): number;
  close(): Promise<void>;
}

type Fields = Record<string, string>;

/** A Slack that agrees to everything, but for one message in fifteen and one edit in twelve, which come too soon after others. */
export async function startDaySlack(): Promise<DaySlack> {
  const waiting = new Map<string, () => void>();
  const digests = new Map<string, string[]>();
  const counts = { posts: 0, edits: 0, limited: 0, ids: 0 };
  const heard = (what: string) => {
    waiting.get(what)?.();
    waiting.delete(what);
  };
  const methods: Record<string, (fields: Fields) => object | undefined> = {
    'auth.test': () => ({ team_id: 'T0', user_id: 'U0BOT', bot_id: 'B0BOT' }),
    'users.info': ({ user }) => ({
      user: { id: user, name: 'manager', is_admin: true, locale: 'en-GB', tz: 'UTC', profile: {} },
    }),
    'chat.postMessage': ({ channel = '', thread_ts, metadata }) => {
      counts.posts += 1;
      if (counts.posts % 15 === 0) return undefined;
      const key: unknown = metadata === undefined ? undefined : JSON.parse(metadata).event_payload?.key;
      if (thread_ts === undefined) digests.set(channel, [...(digests.get(channel) ?? []), String(key)]);
      counts.ids += 1;
      return { channel, ts: `${Math.floor(Date.now() / 1000)}.${String(counts.ids).padStart(6, '0')}` };
    },
    'chat.update': () => {
      counts.edits += 1;
      return counts.edits % 12 === 0 ? undefined : {};
    },
    'views.open': ({ trigger_id }) => {
      heard(`open ${trigger_id}`);
      return { view: viewOf('V1') };
    },
    'views.update': ({ view_id = '' }) => ({ view: viewOf(view_id) }),
    'views.publish': ({ user_id }) => {
      heard(`home ${user_id}`);
      return { view: viewOf('V0HOME') };
    },
    'conversations.history': () => ({ messages: [] }),
    'conversations.replies': () => ({ messages: [] }),
    'files.getUploadURLExternal': () => {
      counts.ids += 1;
      return { upload_url: `${url}/upload`, file_id: `F${counts.ids}` };
    },
  };
  const server = createServer(async (request, response) => {
    const [, place, name = ''] = /^\/(api|respond|upload)\/?([\w.-]*)/.exec(request.url ?? '') ?? [];
    const body = await buffer(request);
    if (place === 'respond') heard(`answer ${name}`);
    if (place !== 'api') return response.end('ok');
    const said = (methods[name] ?? (() => ({})))(fieldsOf(request, body.toString()));
    if (said === undefined) counts.limited += 1;
    return answer(response, said);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    hears: (what) => new Promise((resolve) => waiting.set(what, resolve)),
    digests,
    edits: () => counts.edits,
    limited: () => counts.limited,
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

const viewOf = (id: string) => ({ id, hash: 'h', type: 'modal', state: { values: {} } });

function fieldsOf({ headers }: IncomingMessage, body: string): Fields {
  if (headers['content-type']?.includes('json')) return JSON.parse(body);
  return Object.fromEntries(new URLSearchParams(body));
}

function answer(response: ServerResponse, said: object | undefined): void {
  const headers = { 'content-type': 'application/json' };
  response.writeHead(said ? 200 : 429, said ? headers : { ...headers, 'retry-after': '1' });
  response.end(JSON.stringify(said ? { ok: true, ...said } : { ok: false, error: 'ratelimited' }));
}
