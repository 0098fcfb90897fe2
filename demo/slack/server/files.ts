import type { IncomingMessage, ServerResponse } from 'node:http';
import { scopesOf } from '../methods/access.ts';
import { mediaType } from '../world/files.ts';
import { knownToken, tokenProblem } from '../world/tokens.ts';
import type { World } from '../world/world.ts';
import { readBody } from './body.ts';

/** Takes the bytes of an upload that was begun. */
export async function upload(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  id: string,
): Promise<void> {
  const content = await uploadedBytes(request);
  const file = world.state.files[id];
  if (file) {
    file.content = content.toString('base64');
    file.size = content.length;
  }
  const verdict = file ? 'ok' : 'file_not_found';
  const described = { id, bytes: content.length };
  world.traffic.add({
    from: 'app',
    name: 'upload',
    transport: 'http',
    request: described,
    response: '',
    verdict,
  });
  response.writeHead(file ? 200 : 404, { 'content-type': 'text/plain' });
  response.end(file ? `OK - ${content.length}` : 'no such file');
}

/** Slack takes the bare bytes as well as a form with one file in it, which is what web-api sends. */
async function uploadedBytes(request: IncomingMessage): Promise<Buffer> {
  const body = await readBody(request);
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return body;
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  const [file] = form.values();
  return typeof file === 'string' || file === undefined ? body : Buffer.from(await file.arrayBuffer());
}

/**
 * A file by its url_private: for the bot's token with files:read. Whoever comes without gets the page where one signs in,
 * with status 200, as Slack does: an app that does not look at the content type keeps that page as the file.
 */
export function download(world: World, request: IncomingMessage, response: ServerResponse, id: string): void {
  const { state } = world;
  const token = knownToken(world, /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '');
  const isBot = token !== undefined && tokenProblem(world, token) === undefined;
  const isLetIn = isBot && scopesOf(world).includes('files:read');
  const file = state.files[id];
  const verdict = !isLetIn ? 'sign-in page' : file?.content === undefined ? 'file_not_found' : 'ok';
  const size = file?.size ?? 0;
  world.traffic.add({
    from: 'app',
    name: 'download',
    transport: 'http',
    request: { id },
    response: { size },
    verdict,
  });
  if (!isLetIn) {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(
      '<!doctype html><title>Sign in</title><p>Local stand-in, not Slack: sign in to see this file.</p>',
    );
    return;
  }
  const content = file?.content;
  const type = file ? mediaType(file.name) : 'text/plain';
  response.writeHead(content === undefined ? 404 : 200, { 'content-type': type });
  response.end(Buffer.from(content ?? '', 'base64'));
}
