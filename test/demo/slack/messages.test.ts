import { describe, expect, test } from 'vitest';
import type { Handle } from '../../../demo/slack/handle.ts';
import manifest from '../../../manifest.json' with { type: 'json' };
import { callApi, clientOf, plain, startWorkspace } from './support.ts';

const withScopes = (...bot: string[]) => ({ ...manifest, oauth_config: { scopes: { bot } } });

async function post(slack: Handle, args: Record<string, unknown>): Promise<Record<string, unknown>> {
  return callApi(slack, 'chat.postMessage', { text: 'hello', ...args });
}

describe('chat.postMessage', () => {
  const refusals: [string, Record<string, unknown>, string][] = [
    ['no channel', { channel: undefined }, 'invalid_arguments'],
    ['a channel that is not there', { channel: 'C404' }, 'channel_not_found'],
    ['a private channel the app is not in', { channel: 'G1' }, 'channel_not_found'],
    ['nothing to say', { channel: 'C1', text: '' }, 'no_text'],
    ['blocks that are no list', { channel: 'C1', blocks: '{' }, 'invalid_blocks_format'],
    ['51 blocks', { channel: 'C1', blocks: Array(51).fill({ type: 'divider' }) }, 'invalid_blocks'],
    [
      'metadata without a type',
      { channel: 'C1', metadata: { event_payload: {} } },
      'invalid_metadata_format',
    ],
    [
      'more text in blocks than Slack takes',
      { channel: 'C1', blocks: Array(5).fill({ type: 'section', text: plain('x'.repeat(3000)) }) },
      'msg_blocks_too_long',
    ],
    ['somebody who left', { channel: 'U9' }, 'channel_not_found'],
  ];

  test.each(refusals)('refuses %s', async (_name, args, error) => {
    const slack = await startWorkspace();

    expect((await post(slack, args))['error']).toBe(error);
    expect(slack.state.messages).toEqual([]);
  });

  test('names what is wrong in the blocks and where', async () => {
    const slack = await startWorkspace();
    const button = { type: 'button', action_id: 'a', text: plain('x'.repeat(76)) };

    const refused = await post(slack, { channel: 'C1', blocks: [{ type: 'actions', elements: [button] }] });

    expect(refused).toEqual({
      ok: false,
      error: 'invalid_blocks',
      errors: ['must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]'],
      response_metadata: {
        messages: ['[ERROR] must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]'],
      },
    });
  });

  test('reaches public channels without being in them only with chat:write.public', async () => {
    const open = await startWorkspace();
    const shut = await startWorkspace({ manifest: withScopes('chat:write') });

    expect((await post(open, { channel: 'C2' }))['ok']).toBe(true);
    expect((await post(shut, { channel: 'C2' }))['error']).toBe('not_in_channel');
  });

  test('reaches no archived channel', async () => {
    const slack = await startWorkspace();
    slack.archive('sales');

    expect((await post(slack, { channel: 'C1' }))['error']).toBe('is_archived');
  });

  test('to a person opens their conversation with the app, unless the messages tab is off', async () => {
    const features = {
      ...manifest.features,
      app_home: { home_tab_enabled: true, messages_tab_enabled: false },
    };
    const slack = await startWorkspace();
    const shut = await startWorkspace({ manifest: { ...manifest, features } });

    const posted = await post(slack, { channel: 'U2' });

    expect(posted['channel']).toMatch(/^D/);
    expect(slack.as('U2').seen('app')).toMatchObject([{ text: 'hello' }]);
    expect(slack.as('U1').seen('app')).toEqual([]);
    expect((await post(shut, { channel: 'U2' }))['error']).toBe('messages_tab_disabled');
  });

  test('without top-level text is let through with a warning', async () => {
    const slack = await startWorkspace();

    const posted = await post(slack, { channel: 'C1', text: undefined, blocks: [{ type: 'divider' }] });

    expect(posted['ok']).toBe(true);
    expect(slack.state.warnings).toHaveLength(1);
  });

  test('takes its arguments from a form as well', async () => {
    const slack = await startWorkspace();

    const posted = await clientOf(slack).chat.postMessage({
      channel: 'C1',
      text: 'from a form',
      blocks: [{ type: 'header', text: plain('Title') }],
    });

    expect(posted.message?.blocks).toMatchObject([{ type: 'header' }]);
  });

  test('keeps to one message a second in a channel when that is switched on', async () => {
    let now = 1_700_000_000_000;
    const slack = await startWorkspace({ realNow: () => now });
    slack.faults.isOneMessageASecond = true;

    const first = await post(slack, { channel: 'C1' });
    const tooSoon = await post(slack, { channel: 'C1' });
    const elsewhere = await post(slack, { channel: 'C2' });
    now += 1000;
    const later = await post(slack, { channel: 'C1' });

    expect([first, tooSoon, elsewhere, later].map(({ error }) => error)).toEqual([
      undefined,
      'ratelimited',
      undefined,
      undefined,
    ]);
  });
});

describe('chat.update, chat.delete and chat.postEphemeral', () => {
  test('an update keeps what it does not name', async () => {
    const slack = await startWorkspace();
    const { ts } = await post(slack, { channel: 'C1', blocks: [{ type: 'divider' }] });

    await callApi(slack, 'chat.update', { channel: 'C1', ts, text: 'changed' });
    const kept = slack.as('U1').seen('sales')[0];
    await callApi(slack, 'chat.update', { channel: 'C1', ts, text: 'changed', blocks: [] });

    expect(kept).toMatchObject({ text: 'changed', blocks: [{ type: 'divider' }], isEdited: true });
    expect(slack.as('U1').seen('sales')[0]?.blocks).toEqual([]);
  });

  test('only messages of the app, and only those that are there, can be changed', async () => {
    const slack = await startWorkspace();
    const { ts } = await slack.as('U1').say('sales', 'mine');
    const update = (args: object) => callApi(slack, 'chat.update', { channel: 'C1', ts, text: 'x', ...args });

    expect((await update({}))['error']).toBe('cant_update_message');
    expect((await update({ ts: '1.1' }))['error']).toBe('message_not_found');
    expect((await update({ channel: 'sales' }))['error']).toBe('channel_not_found');
    expect((await callApi(slack, 'chat.delete', { channel: 'C1', ts }))['error']).toBe('cant_delete_message');
  });

  test('an update takes 4,000 characters, and none in an archived channel', async () => {
    const slack = await startWorkspace();
    const { ts } = await post(slack, { channel: 'C1' });
    const update = (text: string) => callApi(slack, 'chat.update', { channel: 'C1', ts, text });

    expect((await update('x'.repeat(4001)))['error']).toBe('msg_too_long');
    expect((await update('x'.repeat(4000)))['ok']).toBe(true);
    slack.archive('C1');
    expect((await update('x'))['error']).toBe('is_inactive');
  });

  test('a deleted message is gone', async () => {
    const slack = await startWorkspace();
    const { ts } = await post(slack, { channel: 'C1' });

    await callApi(slack, 'chat.delete', { channel: 'C1', ts });

    expect(slack.as('U1').seen('sales')).toEqual([]);
  });

  test('an ephemeral message needs both in the channel', async () => {
    const slack = await startWorkspace();
    const whisper = (channel: string, user: string) =>
      callApi(slack, 'chat.postEphemeral', { channel, user, text: 'x' });

    expect((await whisper('C1', 'U404'))['error']).toBe('user_not_in_channel');
    expect((await whisper('C2', 'U1'))['error']).toBe('not_in_channel');
    expect((await whisper('C1', 'U1'))['ok']).toBe(true);
  });
});
