import type { JsonObject } from '../json.ts';
import { isObject } from '../json.ts';
import type { Ids } from './ids.ts';

const interactive = new Set([
  'button',
  'workflow_button',
  'overflow',
  'checkboxes',
  'radio_buttons',
  'datepicker',
  'timepicker',
  'datetimepicker',
  'plain_text_input',
  'email_text_input',
  'url_text_input',
  'number_input',
  'rich_text_input',
  'file_input',
  'feedback_buttons',
  'icon_button',
]);

function isInteractive(element: JsonObject): boolean {
  const type = String(element['type']);
  return interactive.has(type) || type.endsWith('_select');
}

/** A copy in which every block has a block_id and every interactive element an action_id, as Slack fills them in. */
export function withIds(blocks: JsonObject[], ids: Ids): JsonObject[] {
  return blocks.map((block) => fill({ ...block, block_id: block['block_id'] ?? ids.short() }, ids));
}

function fill(value: JsonObject, ids: Ids): JsonObject {
  const named = isInteractive(value) && value['action_id'] === undefined;
  const filled: JsonObject = named ? { ...value, action_id: ids.short() } : { ...value };
  for (const name of ['accessory', 'element']) {
    const element = filled[name];
    if (isObject(element)) filled[name] = fill(element, ids);
  }
  for (const name of ['elements', 'actions']) {
    const elements = filled[name];
    if (Array.isArray(elements))
      filled[name] = elements.map((each) => (isObject(each) ? fill(each, ids) : each));
  }
  const children = filled['child_blocks'];
  if (Array.isArray(children)) filled['child_blocks'] = withIds(children.filter(isObject), ids);
  return filled;
}
