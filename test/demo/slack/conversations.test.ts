import { describe, expect, test } from 'vitest';
import type { Handle } from '../../../demo/slack/handle.ts';
import { asObject, objectsIn } from '../../../demo/slack/json.ts';
import manifest from '../../../manifest.json' with { type: 'json' };
import { callApi, clientOf, present, startWorkspace } from './support.ts';

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const withScopes = (...bot: string[]) => ({ ...manifest, oauth_config: { scopes: { bot } } });

async function post(slack: Handle, args: Record<string, unknown>): Promise<Record<string, unknown>> {
  return callApi(slack, 'chat.postMessage', { text: 'hello', ...args });
}

describe('conversations', () => {
  test('the history is newest first, between two times, with metadata on request', async () => {
    const slack = await startWorkspace();
    const metadata = { event_type: 'digest', event_payload: { day: '2024-05-01' } };
    const one = await post(slack, { channel: 'C1', text: 'one' });
    const two = await post(slack, { channel: 'C1', text: 'two', metadata });
    await post(slack, { channel: 'C1', text: 'reply', thread_ts: one['ts'] });
    const history = (args: object) => callApi(slack, 'conversations.history', { channel: 'C1', ...args });

    const all = await history({ include_all_metadata: true });
    const afterOne = await history({ oldest: one['ts'] });
    const fromOne = await history({ oldest: one['ts'], inclusive: true, limit: 1 });

    expect(all['messages']).toMatchObject([
      { text: 'two', metadata },
      { text: 'one', reply_count: 1 },
    ]);
    expect(afterOne['messages']).toMatchObject([{ ts: two['ts'] }]);
    expect(JSON.stringify(afterOne)).not.toContain('digest');
    expect(fromOne).toMatchObject({ has_more: true, messages: [{ text: 'two' }] });
  });

  test('the next page goes on where the last one stopped', async () => {
    const slack = await startWorkspace();
    for (const text of ['one', 'two', 'three']) await post(slack, { channel: 'C1', text });
    const client = clientOf(slack);

    const texts: unknown[] = [];
    for await (const page of client.paginate('conversations.history', { channel: 'C1', limit: 2 })) {
      texts.push(...objectsIn(asObject(page)['messages']).map((message) => message['text']));
    }

    expect(texts).toEqual(['three', 'two', 'one']);
  });

  test('replies come after what they reply to', async () => {
    const slack = await startWorkspace();
    const { ts } = await post(slack, { channel: 'C1', text: 'parent' });
    await post(slack, { channel: 'C1', text: 'reply', thread_ts: ts });

    const thread = await callApi(slack, 'conversations.replies', { channel: 'C1', ts });
    const none = await callApi(slack, 'conversations.replies', { channel: 'C1', ts: '1.1' });

    expect(thread['messages']).toMatchObject([{ text: 'parent' }, { text: 'reply' }]);
    expect(none['error']).toBe('thread_not_found');
  });

  test('a channel the app is not in cannot be read', async () => {
    const slack = await startWorkspace({ manifest: withScopes('channels:history', 'groups:history') });

    expect((await callApi(slack, 'conversations.history', { channel: 'C2' }))['error']).toBe(
      'not_in_channel',
    );
    expect((await callApi(slack, 'conversations.history', { channel: 'G1' }))['error']).toBe(
      'channel_not_found',
    );
    expect((await callApi(slack, 'conversations.open', { users: 'U1' }))['error']).toBe('missing_scope');
  });

  test('who is in a channel comes in pages, the app among them', async () => {
    const slack = await startWorkspace({ manifest: withScopes('channels:read', 'groups:read') });
    const ask = (args: object) => callApi(slack, 'conversations.members', { channel: 'C1', ...args });

    const first = await ask({ limit: 3 });
    const cursor = (first['response_metadata'] as { next_cursor: string }).next_cursor;
    const rest = await ask({ limit: 3, cursor });
    const hidden = await ask({ channel: 'G1' });

    expect([first['members'], rest['members']]).toEqual([
      ['U1', 'U2', 'U3'],
      ['U9', slack.state.app.botUser],
    ]);
    expect(rest['response_metadata']).toEqual({ next_cursor: '' });
    expect(hidden['error']).toBe('channel_not_found');
  });

  test('without the scope a channel tells nothing about itself', async () => {
    const slack = await startWorkspace({ manifest: withScopes('im:write') });

    expect((await callApi(slack, 'conversations.info', { channel: 'C1' }))['error']).toBe('missing_scope');
  });

  test('with the scopes a channel tells about itself', async () => {
    const slack = await startWorkspace({ manifest: withScopes('channels:read', 'im:write') });

    const info = await callApi(slack, 'conversations.info', { channel: 'C1', include_num_members: true });
    const opened = await callApi(slack, 'conversations.open', { users: 'U1' });

    expect(info['channel']).toMatchObject({
      name: 'sales',
      is_member: true,
      is_archived: false,
      num_members: 4,
    });
    expect(opened['channel']).toMatchObject({ id: expect.stringMatching(/^D/) });
  });
});

describe('conversations.members', () => {
  const readable = withScopes('channels:read', 'groups:read');
  const crowd = Array.from({ length: 250 }, (_, index) => `U${1000 + index}`);

  test('gives everybody, page by page, and says where to go on', async () => {
    const slack = await startWorkspace({
      manifest: readable,
      channels: [{ id: 'C1', name: 'sales', hasBot: true, members: crowd }],
    });
    const bot = slack.state.app.botUser;

    const pages: unknown[][] = [];
    for await (const page of clientOf(slack).paginate('conversations.members', {
      channel: 'C1',
      limit: 100,
    })) {
      pages.push(asList(asObject(page)['members']));
    }

    expect(pages.map(({ length }) => length)).toEqual([100, 100, 51]);
    expect(pages.flat()).toEqual([...crowd, bot]);
  });

  test('gives a hundred where nobody says how many', async () => {
    const slack = await startWorkspace({
      manifest: readable,
      channels: [{ id: 'C1', name: 'sales', members: crowd }],
    });

    const page = await callApi(slack, 'conversations.members', { channel: 'C1' });

    expect(page['members']).toEqual(crowd.slice(0, 100));
  });

  test('of a public channel is told without being in it, of a private one it is not', async () => {
    const slack = await startWorkspace({ manifest: readable });

    const open = await callApi(slack, 'conversations.members', { channel: 'C2' });
    const hidden = await callApi(slack, 'conversations.members', { channel: 'G1' });

    expect(open['members']).toEqual(['U1', 'U2', 'U3', 'U9']);
    expect(hidden['error']).toBe('channel_not_found');
  });

  test.each([
    [{ limit: 1000 }, 'invalid_limit'],
    [{ limit: 0 }, 'invalid_limit'],
    [{ cursor: 'bm9ib2R5' }, 'invalid_cursor'],
  ])('refuses %o', async (args, error) => {
    const slack = await startWorkspace({ manifest: readable });

    const answer = await callApi(slack, 'conversations.members', { channel: 'C1', ...args });

    expect(answer['error']).toBe(error);
  });

  test('needs the scope for the kind of channel', async () => {
    const slack = await startWorkspace({ manifest: withScopes('groups:read') });

    const answer = await callApi(slack, 'conversations.members', { channel: 'C1' });

    expect(answer).toMatchObject({ error: 'missing_scope', needed: 'channels:read' });
  });
});

describe('users.info', () => {
  test('tells zone, rights and, when asked, language', async () => {
    const slack = await startWorkspace({ now: () => Date.UTC(2024, 6, 1) });

    const admin = await callApi(slack, 'users.info', { user: 'U1', include_locale: true });
    const guest = await callApi(slack, 'users.info', { user: 'U3' });
    const gone = await callApi(slack, 'users.info', { user: 'U9' });

    expect(admin['user']).toMatchObject({
      tz: 'Europe/Amsterdam',
      tz_offset: 7200,
      is_admin: true,
      locale: 'nl-NL',
    });
    expect(guest['user']).toMatchObject({ is_restricted: true, is_admin: false });
    expect(guest['user']).not.toHaveProperty('locale');
    expect(gone['user']).toMatchObject({ deleted: true });
    expect((await callApi(slack, 'users.info', { user: 'U404' }))['error']).toBe('user_not_found');
  });
});

describe('files', () => {
  test('an upload in three steps ends up in the channel', async () => {
    const slack = await startWorkspace({ manifest: withScopes('chat:write', 'files:write', 'files:read') });

    await clientOf(slack).filesUploadV2({
      channel_id: 'C1',
      filename: 'turnover.csv',
      content: 'day;net\n',
      initial_comment: 'May',
    });
    const message = present(slack.as('U1').seen('sales')[0]);
    const [file] = message.files;
    const stored = await fetch(`${slack.url}/files/${file?.id}`, {
      headers: { authorization: 'Bearer xoxb-test-1' },
    });

    expect(message).toMatchObject({ text: 'May', files: [{ name: 'turnover.csv', shared: true }] });
    expect(await stored.text()).toBe('day;net\n');
  });

  test('needs files:write', async () => {
    const slack = await startWorkspace({ manifest: withScopes('chat:write') });

    const refused = await callApi(slack, 'files.getUploadURLExternal', { filename: 'a', length: 1 });

    expect(refused['error']).toBe('missing_scope');
  });
});
