import type { JsonObject } from './json.ts';
import { asText, isObject, textOf } from './json.ts';
import { allBlocks, elementsIn } from './validate/walk.ts';

const masked = '••••••';
const secretFields = new Set(['token', 'client_secret', 'access_token', 'refresh_token', 'signing_secret']);
const tokens = /\bx(?:ox[a-z]|app)-[\w-]+/g;

/** A copy without tokens, and without what is typed in a field whose label or id speaks of a key. */
export function mask(value: unknown): unknown {
  return copy(value, secretActions(value));
}

function copy(value: unknown, secret: Set<string>): unknown {
  if (typeof value === 'string') return value.replace(tokens, masked);
  if (Array.isArray(value)) return value.map((each) => copy(each, secret));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, field(name, each, value, secret)]),
  );
}

function field(name: string, value: unknown, owner: JsonObject, secret: Set<string>): unknown {
  if (secretFields.has(name) && typeof value === 'string') return masked;
  if (name === 'values' && isObject(value)) return values(value, secret);
  const isTyped = name === 'value' && asText(owner['type']).endsWith('_input');
  const path = `${asText(owner['block_id'])} ${asText(owner['action_id'])}`;
  if (isTyped && isSecret(path, secret) && typeof value === 'string') return masked;
  return copy(value, secret);
}

/** state.values, where the ids are the names of the fields. */
function values(all: JsonObject, secret: Set<string>): JsonObject {
  const blocks = Object.entries(all).map(([blockId, actions]) => {
    if (!isObject(actions)) return [blockId, actions];
    const shown = Object.entries(actions).map(([actionId, held]) => {
      const hide =
        isSecret(`${blockId} ${actionId}`, secret) && isObject(held) && typeof held['value'] === 'string';
      return [actionId, hide ? { ...held, value: masked } : copy(held, secret)];
    });
    return [blockId, Object.fromEntries(shown)];
  });
  return Object.fromEntries(blocks);
}

function isSecret(path: string, secret: Set<string>): boolean {
  return /key/i.test(path) || secret.has(path);
}

/** 'block_id action_id' of the inputs below a value whose label speaks of a key. */
function secretActions(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const each of value) secretActions(each, found);
  if (!isObject(value)) return found;
  for (const placed of allBlocks(value['blocks'], '')) {
    if (!/key/i.test(textOf(placed.value['label']))) continue;
    for (const { value: element } of elementsIn(placed)) {
      found.add(`${asText(placed.value['block_id'])} ${asText(element['action_id'])}`);
    }
  }
  for (const name of ['view', 'message', 'payload']) secretActions(value[name], found);
  if (isObject(value['views'])) for (const each of Object.values(value['views'])) secretActions(each, found);
  if (isObject(value['content'])) secretActions(value['content'], found);
  return found;
}
