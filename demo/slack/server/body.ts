import type { IncomingMessage } from 'node:http';
import type { JsonObject } from '../json.ts';
import { asObject, parseJson } from '../json.ts';

/** The whole body of a request. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

/** Arguments that travel as JSON text in a form. */
const jsonArguments = ['blocks', 'view', 'message', 'attachments', 'metadata', 'files'];

/** The arguments of a Web API call, form-encoded or JSON. */
export function readArguments(body: string, type = ''): JsonObject {
  const given = type.includes('json')
    ? asObject(parseJson(body))
    : Object.fromEntries(new URLSearchParams(body));
  const args: JsonObject = { ...given };
  for (const name of jsonArguments) {
    const value = args[name];
    if (typeof value === 'string') args[name] = parseJson(value) ?? value;
  }
  return args;
}
