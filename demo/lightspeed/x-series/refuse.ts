import type { Reply } from '../api/reply.ts';

const json = 'application/json; charset=utf-8';

/** A refusal as the X-Series words it: `error`, sometimes with a `message`. */
export class XError extends Error {
  override name = 'XError' as const;
  readonly status: number;
  readonly error: string;
  readonly headers: Record<string, string>;

  constructor(status: number, error: string, message = '', headers: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.error = error;
    this.headers = headers;
  }

  reply(): Reply {
    const body = this.message === '' ? { error: this.error } : { error: this.error, message: this.message };
    return { status: this.status, type: json, headers: this.headers, text: JSON.stringify(body) };
  }
}

/** Invented: nothing public shows a 400. */
export const badRequest = (message: string): XError => new XError(400, 'Bad Request', message);

export const notFound = (what: string): XError => new XError(404, `${what} not found`);

export const success = (body: unknown): Reply => ({
  status: 200,
  type: json,
  headers: {},
  text: JSON.stringify(body),
});

/** @throws whatever is not a refusal of ours: a mistake in the stand-in must be seen. */
export const refusal = (error: unknown): Reply => {
  if (error instanceof XError) return error.reply();
  throw error;
};
