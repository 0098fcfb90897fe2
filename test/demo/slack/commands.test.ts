import { describe, expect, test } from 'vitest';
import { PersonCannotError } from '../../../demo/slack/driver/cannot.ts';
import { present, startHttpApp, startSocketApp } from './support.ts';

const transports = [
  ['HTTP', startHttpApp],
  ['Socket Mode', startSocketApp],
] as const;

describe.each(transports)('a slash command over %s', (_name, start) => {
  test('reaches the app with its text, and only the person sees the answer', async () => {
    const slack = await start((app) => {
      app.command('/turnover', async ({ ack, respond, command }) => {
        await ack();
        await respond(`${command.user_name} in ${command.channel_name}: ${command.text}`);
      });
    });

    const outcome = await slack.as('U1').command('/turnover 2024-05-01', { channel: '#sales' });
    const answer = await slack.waitFor(() => slack.as('U1').seen('sales').at(-1), 1000, 'the answer');

    expect(outcome).toEqual({ acked: true });
    expect(answer).toMatchObject({ text: 'ada in sales: 2024-05-01', isEphemeral: true });
    expect(slack.as('U2').seen('sales')).toEqual([]);
  });

  test('may be answered in the ack itself, for everyone', async () => {
    const slack = await start((app) => {
      app.command('/turnover', ({ ack }) => ack({ response_type: 'in_channel', text: 'for all' }));
    });

    await slack.as('U1').command('/turnover', { channel: 'sales' });

    expect(slack.as('U2').seen('sales')).toMatchObject([{ text: 'for all', isEphemeral: false }]);
  });

  test('may be answered in the ack with plain words, for the person alone', async () => {
    const slack = await start((app) => {
      app.command('/turnover', ({ ack }) => ack('just words'));
    });

    await slack.as('U1').command('/turnover', { channel: 'sales' });

    expect(slack.as('U1').seen('sales')).toMatchObject([{ text: 'just words', isEphemeral: true }]);
  });

  test('that is not acknowledged in time shows operation_timeout', async () => {
    const slack = await start((app) => app.command('/turnover', async () => {}), { ackMs: 150 });

    const outcome = await slack.as('U1').command('/turnover', { channel: 'sales' });

    expect(outcome).toEqual({ acked: false, error: 'operation_timeout' });
    expect(slack.as('U1').notices()).toEqual(['/turnover failed with the error "operation_timeout"']);
    expect(slack.as('U2').notices()).toEqual([]);
  });

  test('works in the conversation with the app', async () => {
    const slack = await start((app) => {
      app.command('/turnover', ({ ack, command }) => ack(command.channel_name));
    });

    await slack.as('U1').command('/turnover', { channel: 'app' });

    expect(slack.as('U1').seen('app')).toMatchObject([{ text: 'directmessage' }]);
  });
});

test('a command the app does not know over HTTP shows that it failed', async () => {
  const slack = await startHttpApp(() => {}, { ackMs: 150 });

  const outcome = await slack.as('U1').command('/turnover', { channel: 'sales' });

  expect(outcome.acked).toBe(false);
});

test('a command shows dispatch_failed when the app is down', async () => {
  const slack = await startHttpApp(() => {});
  slack.setAppUrl('http://127.0.0.1:1');

  const outcome = await slack.as('U1').command('/turnover', { channel: 'sales' });

  expect(outcome).toEqual({ acked: false, error: 'dispatch_failed' });
});

test('a command shows dispatch_failed when no socket is connected', async () => {
  const slack = await startHttpApp(() => {});
  slack.setAppUrl(undefined);

  const outcome = await slack.as('U1').command('/turnover', { channel: 'sales' });

  expect(outcome).toEqual({ acked: false, error: 'dispatch_failed' });
});

test('an app with another signing secret does not believe the request', async () => {
  const slack = await startHttpApp((app) => app.command('/turnover', ({ ack }) => ack('yes')), {
    signingSecret: 'another',
  });

  const outcome = await slack.as('U1').command('/turnover', { channel: 'sales' });

  expect(outcome).toEqual({ acked: false, error: 'dispatch_failed' });
  expect(present(slack.traffic.log.at(-1)).response).toBe('HTTP 401');
});

test('a signature six minutes old is not believed', async () => {
  const slack = await startHttpApp((app) => app.command('/turnover', ({ ack }) => ack('yes')), {
    realNow: () => Date.now() - 6 * 60_000,
  });

  const outcome = await slack.as('U1').command('/turnover', { channel: 'sales' });

  expect(outcome.error).toBe('dispatch_failed');
});

test('only declared commands exist, only in channels the person sees', async () => {
  const slack = await startHttpApp(() => {});
  slack.archive('general');

  await expect(slack.as('U1').command('/weather')).rejects.toThrow(
    new PersonCannotError("/weather is not a command. There is: '/turnover', '/lightspeed'"),
  );
  await expect(slack.as('U2').command('/turnover', { channel: 'back-office' })).rejects.toThrow(
    'sees no channel',
  );
  await expect(slack.as('U2').command('/turnover', { channel: 'general' })).rejects.toThrow('is archived');
  expect(() => slack.as('U9')).toThrow('There is no person U9');
});

test('an answer in the ack that is no good shows invalid_command_response', async () => {
  const slack = await startHttpApp((app) => {
    app.command('/turnover', ({ ack }) => ack({ blocks: [{ type: 'nonsense' }], text: 'x' }));
  });

  await slack.as('U1').command('/turnover', { channel: 'sales' });

  expect(slack.state.shown).toMatchObject([
    { person: 'U1', channel: 'C1', error: 'invalid_command_response' },
  ]);
  expect(slack.as('U1').seen('sales')).toEqual([]);
});
