import { expect, test } from 'vitest';
import { callApi, modal, plain, startHttpApp, startWorkspace, textInput } from './support.ts';

test('a typed key is masked in the log, by the label or the id of its field', async () => {
  const view = modal([
    textInput('API key', 'block-1'),
    textInput('Note', 'my-key'),
    textInput('Shop', 'shop'),
  ]);
  const slack = await startHttpApp((app) => {
    app.command('/lightspeed', async ({ ack, client, command }) => {
      await ack();
      await client.views.open({ trigger_id: command.trigger_id, view: view as never });
    });
    app.view('test', ({ ack }) => ack());
  });
  const ada = slack.as('U1');
  await ada.command('/lightspeed link');
  const opened = await slack.waitFor(() => ada.modal(), 1000, 'the modal');
  await ada.type(opened, 'API key', 'first-secret');
  await ada.type(opened, 'Note', 'second-secret');
  await ada.type(opened, 'Shop', 'Amsterdam');

  await ada.submit(opened);

  const log = JSON.stringify(slack.traffic.log);
  expect(log).not.toContain('first-secret');
  expect(log).not.toContain('second-secret');
  expect(log).toContain('Amsterdam');
});

test('tokens are masked wherever they stand', async () => {
  const slack = await startWorkspace({ clientId: 'id', clientSecret: 'top-secret' });

  await callApi(slack, 'chat.postMessage', {
    channel: 'C1',
    text: 'my token is xoxb-123-abc',
    token: 'anything',
  });
  await callApi(slack, 'oauth.v2.access', { client_id: 'id', client_secret: 'top-secret', code: 'x' }, '');

  const log = JSON.stringify(slack.traffic.log);
  expect(log).not.toContain('xoxb-123-abc');
  expect(log).not.toContain('anything');
  expect(log).not.toContain('top-secret');
  expect(log).toContain('my token is');
});

test('every exchange has a verdict', async () => {
  const slack = await startWorkspace({ now: () => 5 });

  await callApi(slack, 'chat.postMessage', { channel: 'C404', text: 'x' });

  expect(slack.traffic.log).toMatchObject([
    { at: 5, from: 'app', name: 'chat.postMessage', transport: 'http', verdict: 'channel_not_found' },
  ]);
});

test('the same run gives the same ids, and a state of before can be gone on from', async () => {
  const run = () => startWorkspace({ now: () => 1_714_521_600_000 });
  const [one, other] = [await run(), await run()];
  for (const slack of [one, other]) await callApi(slack, 'chat.postMessage', { channel: 'U2', text: 'hi' });

  const restored = await startWorkspace({ restore: JSON.parse(JSON.stringify(one.state)) });
  await callApi(restored, 'chat.postMessage', { channel: 'U2', text: 'again' });

  expect(one.state).toEqual(other.state);
  expect(
    restored
      .as('U2')
      .seen('app')
      .map(({ text }) => text),
  ).toEqual(['hi', 'again']);
});

test('a script outside drives the workspace by HTTP, and pages of other sites cannot', async () => {
  const slack = await startHttpApp((app) => app.command('/turnover', ({ ack }) => ack('yes')));
  const drive = async (body: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`${slack.url}/__driver`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return { status: response.status, ...((await response.json()) as object) };
  };

  const typed = await drive({ as: 'U1', do: 'command', args: ['/turnover', { channel: 'sales' }] });
  const seen = await drive({ as: 'U1', do: 'seen', args: ['sales'] });
  const cannot = await drive({ as: 'U1', do: 'command', args: ['/weather'] });
  const fault = await drive({ do: 'fault', args: [{ kind: 'hang' }] });
  const state = await drive({ do: 'state' });
  const nonsense = await drive({ do: 'explode' });
  const foreign = await drive({ do: 'state' }, { origin: 'https://example.com' });

  expect(typed).toEqual({ status: 200, ok: true, result: { acked: true } });
  expect(seen).toMatchObject({ result: [{ text: 'yes' }] });
  expect(cannot).toMatchObject({
    status: 409,
    ok: false,
    error: expect.stringContaining('is not a command'),
  });
  expect(fault).toMatchObject({ ok: true });
  expect(slack.faults.pending).toEqual([{ kind: 'hang', times: 1 }]);
  expect(state).toMatchObject({ result: { people: { U1: { name: 'ada' } } } });
  expect(nonsense).toMatchObject({ status: 400 });
  expect(foreign).toMatchObject({ status: 403 });
});

test('waiting for what does not come says what was waited for', async () => {
  const slack = await startWorkspace();

  const waiting = slack.waitFor(() => slack.as('U1').modal(), 30, 'a modal');

  await expect(waiting).rejects.toThrow('Waited 30 ms for a modal');
});

test('the section of a mask leaves words that only look like ids alone', async () => {
  const slack = await startWorkspace();

  await callApi(slack, 'chat.postMessage', {
    channel: 'C1',
    text: 'boxb',
    blocks: [{ type: 'header', text: plain('Keys') }],
  });

  expect(JSON.stringify(slack.traffic.log)).toContain('Keys');
});
