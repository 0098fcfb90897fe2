import type { Json } from './entity.ts';
import { ApiError, TokenError } from './errors.ts';

export type Reply = { status: number; type: string; headers: Record<string, string>; text: string };

const json = 'application/json; charset=UTF-8';
const html = 'text/html; charset=UTF-8';

/** Recorded: 400 and 404 are JSON that calls itself HTML, the 401 is not. The others are invented. */
const errorType = (status: number): string => (status === 400 || status === 404 ? html : json);

/** JSON as PHP writes it: with escaped slashes. */
export const jsonText = (body: Json, pretty = false): string =>
  JSON.stringify(body, null, pretty ? 2 : undefined).replaceAll('/', '\\/');

/** Accept wins over the suffix; XML is what comes when neither asks for JSON. */
export const wantsJson = (accept: string | undefined, hasSuffix: boolean): boolean => {
  if (accept?.includes('json')) return true;
  return hasSuffix && !accept?.includes('xml');
};

export const success = (body: Json, asJson: boolean, pretty: boolean): Reply => {
  if (asJson) return { status: 200, type: json, headers: {}, text: jsonText(body, pretty) };
  // Invented and next to empty: whoever gets this forgot to ask for JSON.
  const text = '<?xml version="1.0" encoding="UTF-8"?>\n<Answer/>\n';
  return { status: 200, type: 'application/xml; charset=UTF-8', headers: {}, text };
};

/** @throws whatever is not a refusal of ours: a mistake in the stand-in must be seen. */
export const refusal = (error: unknown): Reply => {
  if (error instanceof TokenError)
    return { status: 401, type: json, headers: {}, text: jsonText(error.body()) };
  if (error instanceof ApiError)
    return {
      status: error.status,
      type: errorType(error.status),
      headers: error.headers,
      text: jsonText(error.body()),
    };
  throw error;
};

export const badGateway: Reply = {
  status: 502,
  type: html,
  headers: {},
  text: '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><center><h1>502 Bad Gateway</h1></center></body>\r\n</html>\r\n',
};
