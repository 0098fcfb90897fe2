import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export const teamId = 'T0BENCH';
export const managerId = 'U0BENCH';
export const botToken = 'xoxb-bench';
export const signingSecret = 'bench-signing-secret';

export interface SlackStub {
  url: string;
  /** Waits for what is sent to the response URL of this id: its text, and when it came (`performance.now`). */
  answer(id: string): Promise<{ text: string; at: number }>;
  responseUrl(id: string): string;
  close(): Promise<void>;
}

const user = {
  id: managerId,
  team_id: teamId,
  name: 'manager',
  real_name: 'Manager',
  is_admin: true,
  locale: 'en-GB',
  tz: 'Europe/Amsterdam',
  deleted: false,
  is_bot: false,
  profile: {},
};
const said: Record<string, object> = {
  'auth.test': {
    team_id: teamId,
    team: 'Bench',
    user_id: 'U0BOT',
    bot_id: 'B0BOT',
    url: 'https://bench.example/',
  },
  'users.info': { user },
  'files.completeUploadExternal': { files: [{ id: 'F0BENCH' }] },
};

function saidOf(method: string, host: string): object | undefined {
  if (method !== 'files.getUploadURLExternal') return said[method];
  return { upload_url: `http://${host}/upload/F0BENCH`, file_id: 'F0BENCH' };
}

/** As much of Slack as takes no time: it agrees to everything at once, so that what is measured is Daybook. */
export async function startSlackStub(): Promise<SlackStub> {
  const waiting = new Map<string, (answer: { text: string; at: number }) => void>();
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const [, place, name = ''] = /^\/(api|respond|upload)\/([\w.-]+)/.exec(request.url ?? '') ?? [];
    if (place === 'respond') {
      waiting.get(name)?.({ text: JSON.parse(body).text, at: performance.now() });
      waiting.delete(name);
      response.end('ok');
      return;
    }
    if (place === 'upload') {
      response.end('ok');
      return;
    }
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ ok: true, ...saidOf(name, request.headers.host ?? '') }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    responseUrl: (id) => `${url}/respond/${id}`,
    answer: (id) => new Promise((resolve) => waiting.set(id, resolve)),
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
