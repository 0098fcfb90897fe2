import { expect, test } from 'vitest';
import { clientOf, startHttpApp, startSocketApp, startWorkspace } from './support.ts';

const hello = { channel: 'C1', text: 'hello' };

test('a rate limit tells how long to wait, and is over when it is used up', async () => {
  const slack = await startWorkspace();
  slack.faults.add({ kind: 'rate_limited', method: 'chat.postMessage', retryAfter: 7 });
  const client = clientOf(slack);

  await expect(client.chat.postMessage(hello)).rejects.toMatchObject({ retryAfter: 7 });
  await expect(client.chat.postMessage(hello)).resolves.toMatchObject({ ok: true });
});

test('an outage is a 503, for that method only', async () => {
  const slack = await startWorkspace();
  slack.faults.add({ kind: 'unavailable', method: 'chat.postMessage', times: 2 });
  const client = clientOf(slack);

  await expect(client.auth.test()).resolves.toMatchObject({ ok: true });
  await expect(client.chat.postMessage(hello)).rejects.toMatchObject({ statusCode: 503 });
  await expect(client.chat.postMessage(hello)).rejects.toMatchObject({ statusCode: 503 });
  expect(slack.faults.pending).toEqual([]);
});

test('a hanging call is never answered and does nothing', async () => {
  const slack = await startWorkspace();
  slack.faults.add({ kind: 'hang' });

  await expect(clientOf(slack).chat.postMessage(hello)).rejects.toThrow();

  expect(slack.state.messages).toEqual([]);
});

test('accept-then-drop posts the message though the caller sees the connection break', async () => {
  const slack = await startWorkspace();
  slack.faults.add({ kind: 'accept_then_drop', method: 'chat.postMessage' });

  await expect(clientOf(slack).chat.postMessage(hello)).rejects.toThrow();

  expect(slack.as('U1').seen('sales')).toMatchObject([{ text: 'hello' }]);
});

test('a delay holds the answer back', async () => {
  const slack = await startWorkspace();
  slack.faults.add({ kind: 'delay', ms: 120 });
  const before = performance.now();

  await clientOf(slack).auth.test();

  expect(performance.now() - before).toBeGreaterThan(110);
});

test('an event can come twice, the second time as a retry with the same id', async () => {
  const seen: string[] = [];
  const slack = await startHttpApp((app) => {
    app.event('app_home_opened', async ({ body, context }) => {
      seen.push(`${body.event_id} ${context.retryNum ?? 0}`);
    });
  });
  slack.faults.add({ kind: 'duplicate_event' });

  await slack.as('U1').openHome();
  await slack.waitFor(() => seen.length === 2, 1000, 'two deliveries');

  const ids = seen.map((line) => line.split(' ')[0]);
  expect(new Set(ids).size).toBe(1);
  expect(seen[1]).toMatch(/ 1$/);
});

test('an event that fails is delivered once more at once', async () => {
  const slack = await startHttpApp(() => {});
  slack.setAppUrl('http://127.0.0.1:1');

  const outcome = await slack.as('U1').openHome();

  expect(outcome.acked).toBe(false);
  const sent = slack.traffic.log.filter(({ from }) => from === 'workspace');
  expect(sent.map(({ retry }) => retry)).toEqual([undefined, 1]);
});

test('an event the manifest does not subscribe to is not sent', async () => {
  const slack = await startHttpApp(() => {});

  const sent = await slack.sendEvent({ type: 'channel_rename' });

  expect(sent).toBe(false);
  expect(slack.traffic.log.filter(({ from }) => from === 'workspace')).toEqual([]);
});

test('the app answers the challenge of url_verification', async () => {
  const slack = await startHttpApp(() => {});

  await expect(slack.verifyUrl()).resolves.toBe(true);
});

test.each(['refreshSocket', 'dropSocket'] as const)('after %s the app comes back by itself', async (way) => {
  const slack = await startSocketApp((app) => app.command('/turnover', ({ ack }) => ack('still here')));

  slack[way]();
  await slack.waitFor(() => slack.connections() === 0, 2000, 'the disconnect');
  const inTheGap = await slack.as('U1').command('/turnover', { channel: 'sales' });
  await slack.waitFor(() => slack.connections() === 1, 5000, 'the connection');
  const after = await slack.as('U1').command('/turnover', { channel: 'sales' });

  expect(inTheGap.error).toBe('dispatch_failed');
  expect(after).toEqual({ acked: true });
});

test('an app that is taken out of a channel or whose channel is archived finds out when it posts', async () => {
  const slack = await startWorkspace();
  const client = clientOf(slack);
  slack.inviteBot('back-office');
  await client.chat.postMessage({ channel: 'G1', text: 'in' });

  slack.removeBot('back-office');
  const removed = client.chat.postMessage({ channel: 'G1', text: 'out' });

  await expect(removed).rejects.toMatchObject({ data: { error: 'channel_not_found' } });
});
