import type { JsonObject } from '../json.ts';
import type { Problem } from '../validate.ts';
import type { World } from '../world/world.ts';

/** One Web API method: who may call it and what it does. */
export type Method = {
  /** 'none' for the public ones */
  token: 'bot' | 'app' | 'none';
  /** any one of these scopes is enough */
  scopes?: string[];
  required?: string[];
  run(world: World, args: JsonObject): JsonObject;
};

export type Methods = Record<string, Method>;

/** An answer that says no, as Slack says it. */
export function fail(error: string, more: JsonObject = {}): JsonObject {
  return { ok: false, error, ...more };
}

/** An answer that names each problem with its place. */
export function failWith(error: string, problems: Problem[]): JsonObject {
  const errors = problems.map(({ message, pointer }) => `${message} [json-pointer:${pointer}]`);
  const messages = errors.map((each) => `[ERROR] ${each}`);
  return fail(error, { ...(error !== 'invalid_arguments' && { errors }), response_metadata: { messages } });
}

export function isTrue(value: unknown): boolean {
  return value === true || value === 'true' || value === '1' || value === 1;
}
