import type { JsonObject } from '../json.ts';
import { asText } from '../json.ts';
import { knownToken, tokenProblem } from '../world/tokens.ts';
import type { World } from '../world/world.ts';
import { scopesOf } from './access.ts';
import { authMethods } from './auth.ts';
import { blockMethods } from './blocks.ts';
import { conversationMethods } from './conversations.ts';
import { fileMethods } from './files.ts';
import { messageMethods } from './messages.ts';
import type { Method, Methods } from './method.ts';
import { fail } from './method.ts';
import { oauthMethods } from './oauth.ts';
import { peopleMethods } from './people.ts';
import { viewMethods } from './views.ts';

const methods: Methods = {
  ...authMethods,
  ...blockMethods,
  ...conversationMethods,
  ...fileMethods,
  ...messageMethods,
  ...oauthMethods,
  ...peopleMethods,
  ...viewMethods,
};

/** What one call to the Web API answers; `openSocket` makes the address that apps.connections.open gives. */
export function callMethod(
  world: World,
  name: string,
  token: string | undefined,
  args: JsonObject,
  openSocket: () => string,
): JsonObject {
  if (name === 'apps.connections.open') {
    return wrongToken(world, 'app', token) ?? { ok: true, url: openSocket() };
  }
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (!method) {
    world.state.unknownMethods.push(name);
    return fail('unknown_method', { req_method: name });
  }
  const refused =
    wrongToken(world, method.token, token) ?? missingScope(world, method) ?? missingArguments(method, args);
  return refused ?? method.run(world, args);
}

function wrongToken(
  world: World,
  wanted: Method['token'],
  token: string | undefined,
): JsonObject | undefined {
  if (wanted === 'none') return undefined;
  if (token === undefined || token === '') return fail('not_authed');
  const bot = knownToken(world, token);
  if (!bot && token !== world.settings.appToken) return fail('invalid_auth');
  const problem = bot && tokenProblem(world, bot);
  if (problem !== undefined) return fail(problem);
  return (wanted === 'bot') === (bot !== undefined) ? undefined : fail('not_allowed_token_type');
}

function missingScope(world: World, { scopes }: Method): JsonObject | undefined {
  const provided = scopesOf(world);
  if (!scopes || scopes.some((scope) => provided.includes(scope))) return undefined;
  return fail('missing_scope', { needed: scopes.join(','), provided: provided.join(',') });
}

/** An absent argument is invalid_arguments; a present one that names nothing is for the method itself. */
function missingArguments({ required = [] }: Method, args: JsonObject): JsonObject | undefined {
  const missing = required.filter((name) => args[name] === undefined);
  if (missing.length === 0) return undefined;
  const messages = missing.map((name) => `[ERROR] missing required field: ${asText(name)}`);
  return fail('invalid_arguments', { response_metadata: { messages } });
}
