import type { Asked } from '../host.ts';
import { invalidRequest } from './errors.ts';

export type Fields = ReadonlyMap<string, string>;

const jsonFields = (text: string): [string, unknown][] => {
  const read: unknown = JSON.parse(text);
  if (typeof read !== 'object' || read === null) throw new SyntaxError('not an object');
  return Object.entries(read);
};

/** JSON, multipart or url-encoded. @throws OAuthError 400 when it is none of them */
export const readFields = async ({ headers, body }: Pick<Asked, 'headers' | 'body'>): Promise<Fields> => {
  const type = headers['content-type'] ?? '';
  try {
    const entries = type.startsWith('application/json')
      ? jsonFields(body.toString())
      : [...(await new Response(new Uint8Array(body), { headers: { 'Content-Type': type } }).formData())];
    return new Map(entries.map(([name, value]) => [name, String(value)]));
  } catch (cause) {
    throw Object.assign(invalidRequest('The body is neither JSON nor a form.'), { cause });
  }
};

/** @throws OAuthError 400 when it is missing or empty */
export const need = (fields: Fields, name: string): string => {
  const value = fields.get(name) ?? '';
  if (value === '') throw invalidRequest(`The parameter ${name} is missing.`);
  return value;
};
