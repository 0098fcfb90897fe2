import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { asObject, asText, isObject } from '../../../demo/slack/json.ts';
import { appToken, callApi, present, startWorkspace } from './support.ts';

/** One bare connection, which acknowledges what it gets with `payload`; gives all it got. */
async function connect(slack: Awaited<ReturnType<typeof startWorkspace>>, payload: unknown = {}) {
  const opened = await callApi(slack, 'apps.connections.open', {}, appToken);
  const socket = new WebSocket(asText(opened['url']));
  const got: Record<string, unknown>[] = [];
  socket.on('message', (data) => {
    const message = asObject(JSON.parse(data.toString()));
    got.push(message);
    if (isObject(message['payload'])) {
      socket.send(JSON.stringify({ envelope_id: 'somebody-else', payload: { text: 'wrong' } }));
      socket.send(JSON.stringify({ envelope_id: message['envelope_id'], payload }));
    }
  });
  await slack.waitFor(() => got.length > 0, 1000, 'hello');
  return got;
}

test('a connection needs the app-level token, and its address works once', async () => {
  const slack = await startWorkspace();

  const refused = await callApi(slack, 'apps.connections.open');
  const opened = await callApi(slack, 'apps.connections.open', {}, appToken);
  const first = new WebSocket(asText(opened['url']));
  await new Promise((resolve) => first.once('open', resolve));
  const second = new WebSocket(asText(opened['url']));
  const error = await new Promise((resolve) => second.once('error', resolve));

  expect(refused['error']).toBe('not_allowed_token_type');
  expect(String(error)).toContain('401');
});

test('a hello comes first, then envelopes, and only the matching ack counts', async () => {
  const slack = await startWorkspace();
  const got = await connect(slack, { text: 'right' });

  const outcome = await slack.as('U1').command('/turnover', { channel: 'sales' });

  expect(outcome).toEqual({ acked: true });
  expect(got[0]).toMatchObject({ type: 'hello', connection_info: { app_id: slack.state.app.id } });
  expect(got[1]).toMatchObject({
    type: 'slash_commands',
    envelope_id: expect.any(String),
    accepts_response_payload: true,
    payload: { command: '/turnover', user_id: 'U1' },
  });
  expect(slack.as('U1').seen('sales')).toMatchObject([{ text: 'right' }]);
});

test('each payload goes to one connection of several, not always the same', async () => {
  const slack = await startWorkspace();
  const [one, other] = [await connect(slack), await connect(slack)];

  for (let count = 0; count < 12; count++) await slack.as('U1').command('/turnover', { channel: 'sales' });

  const commands = [one, other].map((got) => got.filter(({ type }) => type === 'slash_commands').length);
  expect(present(commands[0]) + present(commands[1])).toBe(12);
  expect(Math.min(...commands)).toBeGreaterThan(0);
});

test('an event does not accept a payload in its ack', async () => {
  const slack = await startWorkspace();
  const got = await connect(slack);

  await slack.as('U1').openHome();

  expect(got[1]).toMatchObject({ type: 'events_api', accepts_response_payload: false, retry_attempt: 0 });
});
