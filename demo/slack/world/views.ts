import type { JsonObject } from '../json.ts';
import { asText, objectsIn } from '../json.ts';
import { allBlocks, elementsIn } from '../validate/walk.ts';
import { withIds } from './block-ids.ts';
import { offeredConversations } from './offered.ts';
import type { View } from './types.ts';
import { initialValues, isEmptyValue } from './values.ts';
import type { World } from './world.ts';

/** Puts a new view on a person's screen: a modal on top of `previous`, or the Home tab. */
export function addView(world: World, person: string, content: JsonObject, previous?: View): View {
  const id = world.ids.make('V');
  const filled = fill(world, content);
  const view: View = {
    id,
    type: content['type'] === 'home' ? 'home' : 'modal',
    person,
    content: filled,
    values: initialValues(objectsIn(filled['blocks'])),
    hash: newHash(world),
    rootId: previous?.rootId ?? id,
    previousId: previous?.id,
    externalId: asText(content['external_id']) || undefined,
    errors: {},
  };
  world.state.views[id] = view;
  return view;
}

/** Shows other content in the same view and keeps what was filled in where the ids are the same. */
export function replaceView(world: World, view: View, content: JsonObject): void {
  view.content = fill(world, content);
  view.values = initialValues(objectsIn(view.content['blocks']), view.values);
  view.externalId = asText(content['external_id']) || undefined;
  view.hash = newHash(world);
  view.errors = {};
  world.changes.tell();
}

function fill(world: World, content: JsonObject): JsonObject {
  return { ...content, blocks: withIds(objectsIn(content['blocks']), world.ids) };
}

function newHash(world: World): string {
  return `${world.ids.ts()}.${world.ids.short()}`;
}

/** Opens a modal as the only one on the person's screen. */
export function openModal(world: World, person: string, content: JsonObject, channel?: string): View {
  closeModals(world, person);
  const view = stackModal(world, person, content);
  if (channel !== undefined) fillCurrentConversation(world, view, channel);
  return view;
}

/** default_to_current_conversation: where the person was, if the menu offers that. */
function fillCurrentConversation(world: World, view: View, channel: string): void {
  for (const placed of allBlocks(view.content['blocks'], '')) {
    for (const { value: element } of elementsIn(placed)) {
      const held = view.values[asText(placed.value['block_id'])]?.[asText(element['action_id'])];
      const isWanted = element['default_to_current_conversation'] === true && held && isEmptyValue(held);
      if (!isWanted || !offeredConversations(world, view.person, element).some(({ id }) => id === channel))
        continue;
      if ('selected_conversation' in held) held['selected_conversation'] = channel;
      else held['selected_conversations'] = [channel];
    }
  }
}

/** Puts a modal on top of those that are open. */
export function stackModal(world: World, person: string, content: JsonObject): View {
  const view = addView(world, person, content, topModal(world, person));
  world.state.stacks[person] = [...(world.state.stacks[person] ?? []), view.id];
  world.changes.tell();
  return view;
}

export function topModal(world: World, person: string): View | undefined {
  const id = world.state.stacks[person]?.at(-1);
  return id === undefined ? undefined : world.state.views[id];
}

/** Closes one modal; the one below it shows again. */
export function closeModal(world: World, view: View): void {
  const stack = world.state.stacks[view.person] ?? [];
  world.state.stacks[view.person] = stack.filter((id) => id !== view.id);
  delete world.state.views[view.id];
  world.changes.tell();
}

export function closeModals(world: World, person: string): void {
  for (const id of world.state.stacks[person] ?? []) delete world.state.views[id];
  world.state.stacks[person] = [];
  world.changes.tell();
}

/** The view as the Web API and payloads give it. */
export function wireView(world: World, view: View): JsonObject {
  const { app, team, enterprise, isOrgInstall } = world.state;
  const { content } = view;
  const modalOnly =
    view.type === 'modal'
      ? { title: content['title'], submit: content['submit'] ?? null, close: content['close'] ?? null }
      : {};
  return {
    id: view.id,
    team_id: team.id,
    type: view.type,
    ...modalOnly,
    blocks: content['blocks'],
    private_metadata: content['private_metadata'] ?? '',
    callback_id: content['callback_id'] ?? '',
    external_id: content['external_id'] ?? '',
    state: { values: view.values },
    hash: view.hash,
    clear_on_close: content['clear_on_close'] ?? false,
    notify_on_close: content['notify_on_close'] ?? false,
    root_view_id: view.rootId,
    previous_view_id: view.previousId ?? null,
    app_id: app.id,
    app_installed_team_id: isOrgInstall && enterprise ? enterprise.id : team.id,
    bot_id: app.botId,
  };
}
