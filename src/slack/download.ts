import type { WebClient } from '@slack/web-api';
import { DeliveryError } from './delivery.ts';

/** How long the bytes may take, milliseconds: a person waits for them. */
const patience = 6_000;

/**
 * The bytes of a file that a person gave us in a form. Slack says where they are; without the right to them it shows a page to
 * sign in, with status 200, which must not pass for the file (docs.slack.dev: url_private). Throws what the Web API throws, or
 * a DeliveryError: `file_too_large` for more than `most` bytes.
 */
export async function downloadFile(client: WebClient, fileId: string, most: number): Promise<Uint8Array> {
  const { file } = await client.files.info({ file: fileId });
  const url = file?.url_private_download ?? file?.url_private;
  if (url === undefined) throw failure('not-done', 'no_download_url');
  // The address of a file that is kept elsewhere is anybody's, and our token would go along.
  if (!isSlacks(url, client)) throw failure('refused', 'file_kept_elsewhere');
  if ((file?.size ?? 0) > most) throw failure('refused', 'file_too_large');
  return bytesAt(url, { token: client.token ?? '', isPage: file?.mimetype === 'text/html', most });
}

/** Whether an address is of the Slack that we talk to: `files.slack.com` for `slack.com`. */
function isSlacks(url: string, { slackApiUrl }: WebClient): boolean {
  const own = new URL(slackApiUrl);
  const { protocol, host } = new URL(url);
  return protocol === own.protocol && (host === own.host || host.endsWith(`.${own.host}`));
}

async function bytesAt(
  url: string,
  { token, isPage, most }: { token: string; isPage: boolean; most: number },
): Promise<Uint8Array> {
  let response: Response;
  let bytes: Uint8Array;
  try {
    response = await fetch(url, {
      headers: { authorization: `Bearer ${token}` },
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    bytes = new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw failure('not-done', 'no_answer', { cause: error });
  }
  if (response.status !== 200) throw failure('not-done', `http_${response.status}`);
  const isSignIn = (response.headers.get('content-type') ?? '').startsWith('text/html') && !isPage;
  if (isSignIn) throw failure('not-done', 'not_let_in');
  if (bytes.byteLength > most) throw failure('refused', 'file_too_large');
  return bytes;
}

const failure = (outcome: 'refused' | 'not-done', code: string, options?: ErrorOptions) =>
  new DeliveryError('download', outcome, code, options);
