import type { Server } from 'node:http';
import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { afterEach } from 'vitest';
import type { Handle } from '../../../demo/slack/handle.ts';
import type { SlackOptions } from '../../../demo/slack/start.ts';
import { startSlack } from '../../../demo/slack/start.ts';
import manifest from '../../../manifest.json' with { type: 'json' };

const botToken = 'xoxb-test-1';
export const appToken = 'xapp-test-1';
const signingSecret = 'shhh';

export type TestApp = App;

const closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A workspace with a manager, a member and a guest; #sales has the app, #general and #back-office have not. */
export async function startWorkspace(options: Partial<SlackOptions> = {}): Promise<Handle> {
  const slack = await startSlack({
    manifest,
    people: [
      { id: 'U1', name: 'ada', is_admin: true, is_owner: true, locale: 'nl-NL' },
      { id: 'U2', name: 'ben' },
      { id: 'U3', name: 'guest', is_restricted: true },
      { id: 'U9', name: 'gone', deleted: true },
    ],
    channels: [
      { id: 'C1', name: 'sales', hasBot: true },
      { id: 'C2', name: 'general' },
      { id: 'G1', name: 'back-office', kind: 'private', members: ['U1'] },
    ],
    signingSecret,
    botToken,
    appToken,
    ...options,
  });
  closing.push(slack.close);
  return slack;
}

type Listeners = (app: TestApp) => void;

/** A Bolt app over HTTP with these listeners, and the workspace it is in. */
export async function startHttpApp(
  listeners: Listeners,
  options: Partial<SlackOptions> = {},
): Promise<Handle> {
  const slack = await startWorkspace(options);
  const receiver = new HTTPReceiver({ signingSecret, logLevel: LogLevel.ERROR });
  const app = new App({ ...appOptions(slack), receiver });
  listeners(app);
  await isVerified(slack);
  const server = (await app.start(0)) as Server;
  closing.push(() => app.stop());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  slack.setAppUrl(`http://127.0.0.1:${address.port}`);
  return slack;
}

/** The same over Socket Mode. */
export async function startSocketApp(
  listeners: Listeners,
  options: Partial<SlackOptions> = {},
): Promise<Handle> {
  const slack = await startWorkspace(options);
  const clientOptions = { slackApiUrl: slack.apiUrl };
  const receiver = new SocketModeReceiver({
    appToken,
    clientPingTimeout: 300,
    logLevel: LogLevel.ERROR,
    installerOptions: { clientOptions },
  });
  const app = new App({ ...appOptions(slack), receiver });
  listeners(app);
  await isVerified(slack);
  await app.start();
  closing.push(() => app.stop());
  return slack;
}

/** Bolt tests its token on its own; a workspace that closes before that would break the call. */
async function isVerified(slack: Handle): Promise<void> {
  await slack.waitFor(() => slack.traffic.log.some(({ name }) => name === 'auth.test'), 5000, 'auth.test');
}

function appOptions(slack: Handle): ConstructorParameters<typeof App>[0] {
  return {
    token: botToken,
    convoStore: false,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true },
  };
}

/** A Web API client of the app that gives up at once. */
export function clientOf(slack: Handle, token: string = botToken): WebClient {
  return new WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 1000,
  });
}

/** A call as it is on the wire, for what the client would not send. */
export async function callApi(
  slack: Handle,
  method: string,
  args: Record<string, unknown> = {},
  token: string | undefined = botToken,
): Promise<Record<string, unknown>> {
  const response = await fetch(slack.apiUrl + method, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(args),
  });
  return (await response.json()) as Record<string, unknown>;
}

/** What `found` holds; a test stops here when there is nothing. */
export function present<Value>(found: Value | undefined | null, what = 'value'): Value {
  if (found === undefined || found === null) throw new Error(`There is no ${what}`);
  return found;
}

export const plain = (text: string) => ({ type: 'plain_text' as const, text });

export function modal(blocks: unknown[], more: Record<string, unknown> = {}) {
  return {
    type: 'modal' as const,
    title: plain('Test'),
    submit: plain('Save'),
    callback_id: 'test',
    blocks,
    ...more,
  };
}

export const textInput = (label: string, id: string, more: Record<string, unknown> = {}) => ({
  type: 'input',
  block_id: id,
  label: plain(label),
  element: { type: 'plain_text_input', action_id: 'text', ...more },
});
