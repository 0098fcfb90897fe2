import type { JsonObject } from '../json.ts';
import { asObject, asText, isObject } from '../json.ts';
import { limits } from '../limits.ts';
import { isViewTooLarge, type Problem, validateView } from '../validate.ts';
import { takeTrigger } from '../world/triggers.ts';
import type { View } from '../world/types.ts';
import { addView, openModal, replaceView, stackModal, topModal, wireView } from '../world/views.ts';
import type { World } from '../world/world.ts';
import type { Methods } from './method.ts';
import { fail, failWith } from './method.ts';
import { fileProblems } from './slack-files.ts';

/** views.*: modals and Home. */
export const viewMethods: Methods = {
  'views.open': { token: 'bot', required: ['trigger_id', 'view'], run: open },
  'views.push': { token: 'bot', required: ['trigger_id', 'view'], run: push },
  'views.update': { token: 'bot', required: ['view'], run: update },
  'views.publish': { token: 'bot', required: ['user_id', 'view'], run: publish },
};

function open(world: World, args: JsonObject): JsonObject {
  const content = readView(world, args, 'modal');
  if ('refused' in content) return content.refused;
  const taken = takeTrigger(world, asText(args['trigger_id']));
  if ('error' in taken) return fail(taken.error);
  return shown(world, openModal(world, taken.trigger.person, content.view, taken.trigger.channel));
}

function push(world: World, args: JsonObject): JsonObject {
  const content = readView(world, args, 'modal');
  if ('refused' in content) return content.refused;
  const taken = takeTrigger(world, asText(args['trigger_id']));
  if ('error' in taken) return fail(taken.error);
  const { person, view } = taken.trigger;
  if (!view || !topModal(world, person)) return fail('not_found');
  if (isStackFull(world, person)) return fail('push_limit_reached');
  return shown(world, stackModal(world, person, content.view));
}

export function isStackFull(world: World, person: string): boolean {
  return (world.state.stacks[person]?.length ?? 0) >= limits.viewStack.max;
}

function update(world: World, args: JsonObject): JsonObject {
  const { view_id: id, external_id: externalId, hash } = args;
  const view = Object.values(world.state.views).find((each) =>
    id === undefined ? each.externalId === externalId : each.id === id,
  );
  if (!view) return fail('not_found');
  const content = readView(world, args, view.type, view);
  if ('refused' in content) return content.refused;
  if (hash !== undefined && hash !== view.hash) return fail('hash_conflict');
  replaceView(world, view, content.view);
  return shown(world, view);
}

function publish(world: World, args: JsonObject): JsonObject {
  const { state, settings } = world;
  const person = asText(args['user_id']);
  if (!state.people[person]) return fail('user_not_found');
  if (!settings.manifest.features.app_home?.home_tab_enabled) return fail('not_enabled');
  const existing = state.views[state.homes[person] ?? ''];
  const content = readView(world, args, 'home', existing);
  if ('refused' in content) return content.refused;
  if (existing && args['hash'] !== undefined && args['hash'] !== existing.hash) return fail('hash_conflict');
  if (existing) {
    replaceView(world, existing, content.view);
    return shown(world, existing);
  }
  const view = addView(world, person, content.view);
  state.homes[person] = view.id;
  world.changes.tell();
  return shown(world, view);
}

type Read = { view: JsonObject } | { refused: JsonObject };

function readView(world: World, args: JsonObject, type: View['type'], replaced?: View): Read {
  const { view } = args;
  if (isViewTooLarge(view)) return { refused: fail('view_too_large') };
  const problems = [...validateView(view), ...viewFileProblems(world, view)];
  if (!isObject(view) || problems.length > 0) return { refused: failWith('invalid_arguments', problems) };
  if (view['type'] !== type) {
    const problem = { message: `unsupported type: ${String(view['type'])}`, pointer: '/view/type' };
    return { refused: failWith('invalid_arguments', [problem]) };
  }
  if (isExternalIdTaken(world, view, replaced)) return { refused: fail('duplicate_external_id') };
  return { view };
}

export function viewFileProblems(world: World, view: unknown): Problem[] {
  return fileProblems(world, asObject(view)['blocks'], '/view/blocks');
}

/** external_id is unique in the team. */
export function isExternalIdTaken(world: World, view: JsonObject, replaced?: View): boolean {
  const wanted = asText(view['external_id']);
  return Object.values(world.state.views).some(
    (other) => wanted !== '' && other.externalId === wanted && other !== replaced,
  );
}

function shown(world: World, view: View): JsonObject {
  return { ok: true, view: wireView(world, view) };
}
