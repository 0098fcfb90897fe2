import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { DeliveryError } from '../../src/slack/delivery.ts';
import { downloadFile } from '../../src/slack/download.ts';
import { callApi, clientOf, startWorkspace } from '../demo/slack/support.ts';
import { onLoopback } from '../support/on-loopback.ts';

/** A workspace with one file of three bytes. */
async function workspaceWithFile() {
  const slack = await startWorkspace();
  const begun = await callApi(slack, 'files.getUploadURLExternal', { filename: 'targets.csv', length: 3 });
  await fetch(String(begun['upload_url']), { method: 'POST', body: 'a;1' });
  const fileId = String(begun['file_id']);
  await callApi(slack, 'files.completeUploadExternal', { files: [{ id: fileId }] });
  return { slack, fileId, client: clientOf(slack) };
}

const codeOf = async (work: Promise<unknown>) => {
  const error = await work.catch((thrown: unknown) => thrown);
  return error instanceof DeliveryError ? error.code : error;
};

test('a file is read as it is', async () => {
  const { client, fileId } = await workspaceWithFile();

  const bytes = await downloadFile(client, fileId, 100);

  expect(new TextDecoder().decode(bytes)).toBe('a;1');
});

test('a file that is too large is not read at all', async () => {
  const { slack, client, fileId } = await workspaceWithFile();

  expect(await codeOf(downloadFile(client, fileId, 2))).toBe('file_too_large');
  expect(slack.traffic.log.some(({ name }) => name === 'download')).toBe(false);
});

test('the page to sign in does not pass for the file', async () => {
  const { client, fileId } = await workspaceWithFile();
  // Slack answers so where the token may not read the file.
  const stranger = Object.assign(Object.create(client), { token: 'xoxb-other' });

  expect(await codeOf(downloadFile(stranger, fileId, 100))).toBe('not_let_in');
});

test('a file that is kept elsewhere is not read: the token would go along', async () => {
  const { slack, client, fileId } = await workspaceWithFile();
  const heard: (string | undefined)[] = [];
  const elsewhere = createServer((request, response) => {
    heard.push(request.headers.authorization);
    response.end('a;1');
  });
  const url = await onLoopback(elsewhere);
  const info = async () => ({ file: { url_private: `${url}/targets.csv` } });
  const remote = Object.assign(Object.create(client), { files: { info } });

  expect(await codeOf(downloadFile(remote, fileId, 100))).toBe('file_kept_elsewhere');
  expect(heard).toEqual([]);
  expect(slack.traffic.log.some(({ name }) => name === 'download')).toBe(false);
});
