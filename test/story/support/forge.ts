import type { JsonObject } from '../../../demo/slack/json.ts';
import type { View } from '../../../demo/slack/world/types.ts';
import { linkAccount } from '../../../src/lightspeed/link-account.ts';
import { enterWorkspace } from '../../../src/workspaces.ts';
import type { Scene } from './scene.ts';

/** What a person's own client holds, to be tampered with: Slack passes on what is in it. */
export function viewOf(scene: Scene, { id }: { id: string }): View {
  const view = scene.slack.state.views[id];
  if (!view) throw new Error(`no view ${id}`);
  return view;
}

/** Makes a view carry other private metadata than the app gave it. */
export function forgeMetadata(scene: Scene, view: { id: string }, metadata: string): void {
  const held = viewOf(scene, view);
  held.content = { ...held.content, private_metadata: metadata };
}

/** Makes a menu hold an option that was never offered. */
export function forgeChoice(
  scene: Scene,
  view: { id: string },
  { blockId, actionId, value }: { blockId: string; actionId: string; value: string },
): void {
  const option = { text: { type: 'plain_text', text: 'forged' }, value };
  viewOf(scene, view).values[blockId] = { [actionId]: { type: 'static_select', selected_option: option } };
}

/** Gives every button below these blocks another value. */
export function forgeButtons(blocks: readonly JsonObject[], value: string): void {
  for (const block of blocks) {
    const elements = [block['accessory'], ...(Array.isArray(block['elements']) ? block['elements'] : [])];
    for (const element of elements) {
      if (element && typeof element === 'object' && 'type' in element && element.type === 'button') {
        Object.assign(element, { value });
      }
    }
  }
}

/** Another workspace of the same Daybook, with a link and a department of its own. */
export async function otherWorkspace(scene: Scene) {
  const entered = await enterWorkspace(scene.engine, { workspaceId: 'T0OTHER' });
  // The stand-in knows the people of one workspace only, so nobody is asked for the language of this one.
  const context = { ...entered, workspace: { ...entered.workspace, languageChosen: true } };
  const { link } = await linkAccount(context, { key: 'key-1', userId: 'U9STRANGER', deadline: 5_000 });
  const departmentId = scene.engine.newId();
  await scene.engine.models.departments.create({
    _id: departmentId,
    workspaceId: 'T0OTHER',
    name: 'Their secret',
    key: 'their secret',
  });
  return { context, link, departmentId };
}
