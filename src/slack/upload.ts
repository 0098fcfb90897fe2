import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { DeliveryError, type OutgoingFile } from './delivery.ts';

export interface FileToUpload {
  /** With its ending, such as `turnover-2025-11-12.png`. */
  name: string;
  title: string;
  /** What a picture shows, for people who cannot see it. */
  altText?: string;
  bytes: Uint8Array;
}

/** How long the bytes may take, milliseconds. */
const patience = 12_000;

/** What Slack keeps of a description of a file. */
const longestAltText = 1_000;

/**
 * Brings a file to Slack without sharing it anywhere, and returns its id. Slack goes on working on it afterwards: a message
 * that shows it at once may be refused. Throws what the Web API throws, or a DeliveryError when the bytes do not arrive.
 */
export async function uploadFile(
  client: WebClient,
  { name, title, altText, bytes }: FileToUpload,
): Promise<string> {
  const id = await bringBytes(client, { name, title, bytes, ...(altText === undefined ? {} : { altText }) });
  await client.files.completeUploadExternal({ files: [{ id, title }] });
  return id;
}

/** Uploads a file and shares it with a person at once. Throws what the Web API throws, or a DeliveryError. */
export async function sendToPerson(
  client: WebClient,
  { userId, name, title, bytes, comment, onUploaded }: OutgoingFile,
): Promise<void> {
  const id = await bringBytes(client, { name, title, bytes });
  await onUploaded?.(id);
  // `channels` takes people's ids as well, which `channel_id` does not; the client's types leave it out.
  await client.apiCall('files.completeUploadExternal', {
    files: [{ id, title }],
    channels: userId,
    initial_comment: comment,
  });
}

/** Whether an upload was finished: a file that was not is none to Slack. Throws what the Web API throws. */
export async function isFinished(client: WebClient, fileId: string): Promise<boolean> {
  try {
    const { ok } = await client.files.info({ file: fileId });
    return ok;
  } catch (error) {
    if (error instanceof WebAPIPlatformError && error.data.error === 'file_not_found') return false;
    throw error;
  }
}

async function bringBytes(client: WebClient, { name, altText, bytes }: FileToUpload): Promise<string> {
  const place = await client.files.getUploadURLExternal({
    filename: name,
    length: bytes.byteLength,
    ...(altText === undefined ? {} : { alt_txt: altText.slice(0, longestAltText) }),
  });
  const { upload_url: url, file_id: id } = place;
  if (!url || !id) throw new DeliveryError('files.getUploadURLExternal', 'not-done', 'no_upload_url');
  await sendBytes(url, bytes);
  return id;
}

/** The address is its own permission: no token goes along. */
async function sendBytes(url: string, bytes: Uint8Array): Promise<void> {
  const failure = (code: string, options?: ErrorOptions) =>
    new DeliveryError('upload', 'not-done', code, options);
  let status: number;
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: new Uint8Array(bytes),
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    await response.arrayBuffer();
    status = response.status;
  } catch (error) {
    throw failure('no_answer', { cause: error });
  }
  if (status !== 200) throw failure(`http_${status}`);
}
