import { expect, test } from 'vitest';
import type { Handle } from '../../../demo/slack/handle.ts';
import { present, startHttpApp } from './support.ts';

async function post(url: string, body: unknown): Promise<{ status: number; text: string }> {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  return { status: response.status, text: await response.text() };
}

/** A workspace in which ada typed a command; gives the response_url of it. */
async function typed(now: () => number): Promise<{ slack: Handle; url: string }> {
  let url = '';
  const slack = await startHttpApp(
    (app) => {
      app.command('/turnover', async ({ ack, command }) => {
        url = command.response_url;
        await ack();
      });
    },
    { now },
  );
  await slack.as('U1').command('/turnover', { channel: 'general' });
  return { slack, url };
}

test('a response_url works five times', async () => {
  const { url } = await typed(Date.now);

  const answers = [];
  for (let use = 1; use <= 6; use++) answers.push(await post(url, { text: `answer ${use}` }));

  expect(answers.slice(0, 5).every(({ status }) => status === 200)).toBe(true);
  expect(answers[5]).toEqual({ status: 404, text: '{"ok":false,"error":"used_url"}' });
});

test('a response_url works for thirty minutes of the workspace clock', async () => {
  let now = Date.UTC(2024, 4, 1);
  const { url } = await typed(() => now);

  now += 30 * 60_000;
  const inTime = await post(url, { text: 'in time' });
  now += 1;
  const late = await post(url, { text: 'late' });

  expect(inTime.status).toBe(200);
  expect(late).toEqual({ status: 404, text: '{"ok":false,"error":"expired_url"}' });
});

test('a response_url reaches a channel the app is not in, and can show the answer to all', async () => {
  const { slack, url } = await typed(Date.now);

  await post(url, { text: 'for all', response_type: 'in_channel' });

  expect(slack.as('U2').seen('general')).toMatchObject([{ text: 'for all', isEphemeral: false }]);
});

test('replace_original replaces the first answer, delete_original takes it away', async () => {
  const { slack, url } = await typed(Date.now);

  await post(url, { text: 'reading...' });
  await post(url, { text: 'read', replace_original: true });
  const replaced = slack.as('U1').seen('general');
  await post(url, { delete_original: true });

  expect(replaced).toMatchObject([{ text: 'read', isEphemeral: true, isEdited: true }]);
  expect(slack.as('U1').seen('general')).toEqual([]);
});

test('a bad answer is refused with the place of what is wrong', async () => {
  const { slack, url } = await typed(Date.now);

  const refused = await post(url, {
    text: 'x',
    blocks: [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }],
  });

  expect(refused.status).toBe(400);
  expect(JSON.parse(refused.text)).toMatchObject({
    error: 'invalid_blocks',
    errors: ['unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]'],
  });
  expect(slack.as('U1').seen('general')).toEqual([]);
});

test('a button in an ephemeral message can replace the message it is in', async () => {
  const slack = await startHttpApp((app) => {
    app.command('/turnover', ({ ack }) =>
      ack({
        text: 'share?',
        blocks: [
          {
            type: 'actions',
            elements: [{ type: 'button', action_id: 'share', text: { type: 'plain_text', text: 'Share' } }],
          },
        ],
      }),
    );
    app.action('share', async ({ ack, respond }) => {
      await ack();
      await respond({ text: 'shared', replace_original: true });
    });
  });
  const ada = slack.as('U1');
  await ada.command('/turnover', { channel: 'sales' });

  await ada.click(present(ada.seen('sales')[0]), 'Share');
  await slack.waitFor(() => ada.seen('sales')[0]?.text === 'shared', 1000, 'the replaced message');

  expect(ada.seen('sales')).toHaveLength(1);
  expect(ada.seen('sales')[0]?.isEphemeral).toBe(true);
});
