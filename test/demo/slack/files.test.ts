import { describe, expect, test } from 'vitest';
import type { Handle } from '../../../demo/slack/handle.ts';
import type { SlackOptions } from '../../../demo/slack/start.ts';
import manifest from '../../../manifest.json' with { type: 'json' };
import { callApi, clientOf, modal, plain, present, startHttpApp, startWorkspace } from './support.ts';

/** A workspace in which the app may do everything with files. */
function startWithFiles(): Promise<Handle> {
  return startWorkspace(withScopes('chat:write', 'chat:write.public', 'files:write', 'files:read'));
}

function withScopes(...bot: string[]): Partial<SlackOptions> {
  return { manifest: { ...manifest, oauth_config: { scopes: { bot } } } };
}

/** Uploads one file as far as the last call. */
async function begin(slack: Handle, filename = 'chart.png'): Promise<string> {
  const begun = await callApi(slack, 'files.getUploadURLExternal', { filename, length: 3 });
  await fetch(String(begun['upload_url']), { method: 'POST', body: 'abc' });
  return String(begun['file_id']);
}

async function upload(slack: Handle, filename?: string): Promise<string> {
  const id = await begin(slack, filename);
  await callApi(slack, 'files.completeUploadExternal', { files: [{ id }] });
  return id;
}

const showing = (id: string) => [{ type: 'image', slack_file: { id }, alt_text: 'A chart' }];
const invalidFile = {
  error: 'invalid_blocks',
  errors: ['invalid slack file [json-pointer:/blocks/0/slack_file]'],
};

describe('a picture by slack_file', () => {
  test('is shown once its upload is complete, though it was posted nowhere', async () => {
    const slack = await startWithFiles();
    const id = await begin(slack);
    const blocks = showing(id);

    const early = await callApi(slack, 'chat.postMessage', { channel: 'C1', text: 'x', blocks });
    await callApi(slack, 'files.completeUploadExternal', { files: [{ id }] });
    const posted = await callApi(slack, 'chat.postMessage', { channel: 'C1', text: 'x', blocks });

    expect(early).toMatchObject(invalidFile);
    expect(posted['ok']).toBe(true);
    expect(slack.as('U1').seen('sales')).toHaveLength(1);
  });

  test.each([
    ['a file nobody knows', async () => 'F404'],
    ['a file that is no picture', (slack: Handle) => upload(slack, 'turnover.csv')],
  ])('is refused for %s', async (_name, fileIn) => {
    const slack = await startWithFiles();
    const id = await fileIn(slack);

    const refused = await callApi(slack, 'chat.postMessage', {
      channel: 'C1',
      text: 'x',
      blocks: showing(id),
    });

    expect(refused).toMatchObject(invalidFile);
  });

  test('is refused while Slack still works on it, and taken later', async () => {
    const slack = await startWithFiles();
    const blocks = showing(await upload(slack));
    slack.faults.add({ kind: 'file_not_ready' });

    const early = await callApi(slack, 'chat.postMessage', { channel: 'C1', text: 'x', blocks });
    const late = await callApi(slack, 'chat.postMessage', { channel: 'C1', text: 'x', blocks });

    expect([early['error'], late['ok']]).toEqual(['invalid_blocks', true]);
  });

  test('works in a modal, and by its address', async () => {
    const slack = await startWithFiles();
    const id = await upload(slack);
    const view = modal([
      { type: 'image', slack_file: { url: `${slack.url}/files/${id}` }, alt_text: 'A chart' },
    ]);

    const published = await callApi(slack, 'views.publish', {
      user_id: 'U1',
      view: { type: 'home', blocks: view.blocks },
    });

    expect(published['ok']).toBe(true);
  });
});

describe('a file', () => {
  test.each([
    ['a channel', { channel_id: 'C1' }, 'sales'],
    ['a person, by channels', { channels: 'U1' }, 'app'],
  ])('goes to %s', async (_name, where, place) => {
    const slack = await startWithFiles();
    const id = await begin(slack, 'may.csv');

    await callApi(slack, 'files.completeUploadExternal', { files: [{ id, title: 'May' }], ...where });

    expect(slack.as('U1').seen(place)[0]?.files).toMatchObject([{ title: 'May', shared: true }]);
  });

  test('goes into a thread', async () => {
    const slack = await startWithFiles();
    const parent = await clientOf(slack).chat.postMessage({ channel: 'C1', text: 'the day' });
    const id = await begin(slack);

    await callApi(slack, 'files.completeUploadExternal', {
      files: [{ id }],
      channel_id: 'C1',
      thread_ts: parent.ts,
    });

    expect(slack.as('U1').seen('sales')[1]).toMatchObject({ threadTs: parent.ts, files: [{ id }] });
  });

  test.each([
    ['a person as channel_id', { channel_id: 'U1' }, 'channel_not_found'],
    ['a public channel the app is not in', { channel_id: 'C2' }, 'not_in_channel'],
    ['markdown blocks', { channel_id: 'C1', blocks: [{ type: 'markdown', text: 'x' }] }, 'internal_error'],
  ])('is refused for %s', async (_name, where, error) => {
    const slack = await startWithFiles();
    const id = await begin(slack);

    const refused = await callApi(slack, 'files.completeUploadExternal', { files: [{ id }], ...where });

    expect(refused['error']).toBe(error);
    expect(slack.state.messages).toEqual([]);
  });

  test('can be asked for and deleted', async () => {
    const slack = await startWithFiles();
    const id = await upload(slack);

    const known = await callApi(slack, 'files.info', { file: id });
    await callApi(slack, 'files.delete', { file: id });
    const gone = await callApi(slack, 'files.info', { file: id });

    expect(known['file']).toMatchObject({ id, name: 'chart.png', mimetype: 'image/png', size: 3 });
    expect(gone['error']).toBe('file_not_found');
  });

  test('is given to the bot that may read files; anyone else gets the page to sign in', async () => {
    const slack = await startWithFiles();
    const id = await upload(slack);
    const get = (headers: Record<string, string>) => fetch(`${slack.url}/files/${id}`, { headers });

    const own = await get({ authorization: 'Bearer xoxb-test-1' });
    const strange = await get({});

    expect(await own.text()).toBe('abc');
    expect(own.headers.get('content-type')).toBe('image/png');
    expect(strange.status).toBe(200);
    expect(strange.headers.get('content-type')).toContain('text/html');
  });
});

test('a file that a person puts into a modal comes to the app, which reads it', async () => {
  const scopes = withScopes('commands', 'chat:write', 'files:read');
  let read = '';
  const slack = await startHttpApp((app) => {
    app.command('/turnover', async ({ ack, body, client }) => {
      await ack();
      const element = { type: 'file_input', action_id: 'it', filetypes: ['csv'], max_files: 1 };
      const view = modal([{ type: 'input', block_id: 'file', label: plain('Targets'), element }]);
      await client.views.open({ trigger_id: body.trigger_id, view: view as never });
    });
    app.view('test', async ({ ack, view, client }) => {
      const [file] = view.state.values['file']?.['it']?.files ?? [];
      const answer = await fetch(String(file?.url_private_download), {
        headers: { authorization: `Bearer ${client.token}` },
      });
      read = await answer.text();
      await ack();
    });
  }, scopes);
  const ada = slack.as('U1');
  await ada.command('/turnover', { channel: 'sales' });
  const view = await slack.waitFor(() => ada.modal(), 1000, 'the modal');

  await ada.attach(view, 'Targets', [
    { name: 'targets.csv', content: Buffer.from('a;1').toString('base64') },
  ]);
  await ada.submit(present(ada.modal()));

  expect(read).toBe('a;1');
});
