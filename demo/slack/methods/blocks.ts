import type { JsonObject } from '../json.ts';
import { asText, isObject } from '../json.ts';
import { limits } from '../limits.ts';
import type { Problem } from '../validate.ts';
import { validateBlocks, validateMessage, validateView } from '../validate.ts';
import type { World } from '../world/world.ts';
import type { Methods } from './method.ts';
import { fail } from './method.ts';

export const blockMethods: Methods = {
  'blocks.validate': { token: 'none', run: validate },
};

type Kind = { check(value: unknown): Problem[]; root: string };

const kinds: Record<string, Kind> = {
  blocks: { check: (value) => validateBlocks(value, 'message'), root: '/blocks' },
  view: { check: validateView, root: '/view' },
  message: { check: validateMessage, root: '' },
};

/** Pointers here begin inside the argument: /0/text/type (docs.slack.dev/reference/methods/blocks.validate). */
function validate(_world: World, args: JsonObject): JsonObject {
  const given = Object.keys(kinds).filter((name) => args[name] !== undefined);
  const [name = ''] = given;
  const kind = kinds[name];
  const value = args[name];
  if (given.length !== 1 || !kind)
    return badArguments('must provide exactly one of `blocks`, `view`, or `message`');
  if (!isObject(value) && !Array.isArray(value)) return badArguments(`\`${name}\` must be valid JSON`);
  if (JSON.stringify(value).length > limits.validatedText.max) {
    return badArguments(`\`${name}\` must be less than ${limits.validatedText.max + 1} characters`);
  }
  const errors = kind.check(value).map(({ message, pointer }) => ({
    code: 'failed_constraint',
    message,
    pointer: pointer.slice(kind.root.length),
  }));
  return errors.length === 0 ? { ok: true } : fail(`invalid_${asText(name)}`, { errors });
}

function badArguments(message: string): JsonObject {
  return fail('invalid_arguments', { response_metadata: { messages: [message] } });
}
