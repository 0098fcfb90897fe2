import { describe, expect, test } from 'vitest';
import type { Handle } from '../../../demo/slack/handle.ts';
import type { SlackOptions } from '../../../demo/slack/start.ts';
import manifest from '../../../manifest.json' with { type: 'json' };
import { callApi, clientOf, startHttpApp, startSocketApp } from './support.ts';

const everyEvent = [
  'message.channels',
  'message.groups',
  'message.im',
  'team_join',
  'user_change',
  'file_shared',
  'app_uninstalled',
  'tokens_revoked',
];
const everyScope = [
  'commands',
  'chat:write',
  'channels:history',
  'groups:history',
  'im:history',
  'users:read',
  'files:read',
  'files:write',
];

function listeningTo(events: string[], scopes = everyScope): Partial<SlackOptions> {
  const settings = { ...manifest.settings, event_subscriptions: { bot_events: events } };
  return { manifest: { ...manifest, settings, oauth_config: { scopes: { bot: scopes } } } };
}

/** The events the app was sent, as it got them. */
const eventsTo = (slack: Handle): unknown[] =>
  slack.traffic.log
    .filter(({ from, request }) => from === 'workspace' && isEvent(request))
    .map(({ request }) => (isEvent(request) ? request.event : undefined));

function isEvent(request: unknown): request is { event: unknown } {
  return typeof request === 'object' && request !== null && 'event' in request;
}

describe.each([
  ['HTTP', startHttpApp],
  ['Socket Mode', startSocketApp],
] as const)('over %s', (_name, start) => {
  test('what a person types in a thread comes to the app that is in the channel', async () => {
    const heard: unknown[] = [];
    const slack = await start(
      (app) => {
        app.event('message', async ({ event }) => {
          heard.push(event);
        });
      },
      listeningTo(['message.channels']),
    );
    const digest = await clientOf(slack).chat.postMessage({ channel: 'C1', text: 'Turnover of Tuesday' });

    await slack.as('U2').say('sales', 'Roadworks <all day> & rain', { threadTs: String(digest.ts) });

    expect(heard).toMatchObject([
      {
        type: 'message',
        channel: 'C1',
        channel_type: 'channel',
        user: 'U2',
        text: 'Roadworks &lt;all day&gt; &amp; rain',
        thread_ts: digest.ts,
        parent_user_id: slack.state.app.botUser,
      },
    ]);
  });
});

describe('messages', () => {
  test('of the app itself are told too, with its bot_id, and so is each change of one', async () => {
    const slack = await startHttpApp(() => {}, listeningTo(['message.channels']));

    const { ts } = await clientOf(slack).chat.postMessage({ channel: 'C1', text: 'first' });
    await callApi(slack, 'chat.update', { channel: 'C1', ts, text: 'second' });
    await callApi(slack, 'chat.delete', { channel: 'C1', ts });
    await slack.eventsSettled();

    expect(eventsTo(slack)).toMatchObject([
      { text: 'first', bot_id: slack.state.app.botId },
      { subtype: 'message_changed', message: { text: 'second' }, previous_message: { text: 'first' } },
      { subtype: 'message_deleted', deleted_ts: ts },
    ]);
  });

  test('are not told of a channel the app is not in, nor what only one person sees', async () => {
    const slack = await startHttpApp(() => {}, listeningTo(['message.channels']));

    await slack.as('U1').say('general', 'elsewhere');
    await callApi(slack, 'chat.postEphemeral', { channel: 'C1', user: 'U1', text: 'between us' });
    await slack.eventsSettled();

    expect(eventsTo(slack)).toEqual([]);
  });

  test('of a private channel need message.groups', async () => {
    const slack = await startHttpApp(() => {}, listeningTo(['message.channels', 'message.groups']));
    slack.inviteBot('back-office');

    await slack.as('U1').say('back-office', 'closed early');

    expect(eventsTo(slack)).toMatchObject([{ channel: 'G1', channel_type: 'group' }]);
  });

  test('are not told without the scope, which is said in the warnings', async () => {
    const slack = await startHttpApp(() => {}, listeningTo(['message.channels'], ['chat:write']));

    await slack.as('U1').say('sales', 'unheard');

    expect(eventsTo(slack)).toEqual([]);
    expect(slack.state.warnings).toEqual([expect.stringContaining('channels:history')]);
  });

  test('in the messages tab are written only where the manifest lets people write', async () => {
    const appHome = { home_tab_enabled: true, messages_tab_enabled: true };
    const listening = listeningTo(['message.im']);
    const features = { ...manifest.features, app_home: appHome };
    const closed = await startHttpApp(() => {}, listening);
    const open = await startHttpApp(() => {}, { manifest: { ...manifest, ...listening.manifest, features } });

    await expect(closed.as('U1').say('app', 'hello')).rejects.toThrow('reads nothing');
    await open.as('U1').say('app', 'hello');

    expect(eventsTo(open)).toMatchObject([{ channel_type: 'im', text: 'hello' }]);
  });
});

test('somebody new and a new language are told', async () => {
  const slack = await startHttpApp(() => {}, listeningTo(everyEvent));

  slack.join({ id: 'U7', name: 'nora', locale: 'nl-NL' });
  slack.setLocale('U7', 'en-US');
  await slack.eventsSettled();

  expect(eventsTo(slack)).toMatchObject([
    { type: 'team_join', user: { id: 'U7', locale: 'nl-NL' } },
    { type: 'user_change', user: { id: 'U7', locale: 'en-US' } },
  ]);
  expect(slack.as('U7').seen('sales')).toEqual([]);
});

test('a file in a channel is told', async () => {
  const slack = await startHttpApp(() => {}, listeningTo(['file_shared']));

  await clientOf(slack).filesUploadV2({ channel_id: 'C1', filename: 'a.csv', content: 'a' });
  await slack.eventsSettled();

  expect(eventsTo(slack)).toMatchObject([
    { type: 'file_shared', channel_id: 'C1', file_id: expect.stringMatching(/^F/) },
  ]);
});

test('an app that is taken out is told twice, and then nothing of it is left', async () => {
  const slack = await startHttpApp(() => {}, listeningTo(everyEvent));
  await callApi(slack, 'views.publish', { user_id: 'U1', view: { type: 'home', blocks: [] } });

  slack.uninstall();
  await slack.eventsSettled();
  const called = await callApi(slack, 'auth.test');

  expect(eventsTo(slack)).toMatchObject([
    { type: 'tokens_revoked', tokens: { bot: [slack.state.app.botUser] } },
    { type: 'app_uninstalled' },
  ]);
  expect(called['error']).toBe('account_inactive');
  expect(slack.as('U1').home()).toBeUndefined();
  await expect(slack.as('U1').command('/turnover')).rejects.toThrow('is not a command');
});

test('an app that is let in again works again, once it is invited', async () => {
  const slack = await startHttpApp(() => {}, listeningTo([]));
  slack.uninstall();

  slack.install();
  slack.inviteBot('sales');

  expect(await callApi(slack, 'chat.postMessage', { channel: 'C1', text: 'back' })).toMatchObject({
    ok: true,
  });
});
