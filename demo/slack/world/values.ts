import type { JsonObject } from '../json.ts';
import { asText, objectsIn } from '../json.ts';
import { allBlocks, elementsIn } from '../validate/walk.ts';
import type { Values } from './types.ts';

/**
 * state.values of these blocks: what is filled in at the start, or what a person filled in before in an element
 * with the same block_id and action_id (docs: modal views, "Preserving input entry").
 */
export function initialValues(blocks: JsonObject[], before: Values = {}): Values {
  const values: Values = {};
  for (const placed of allBlocks(blocks, '')) {
    const blockId = asText(placed.value['block_id']);
    for (const { value: element } of elementsIn(placed)) {
      const initial = initialValue(element);
      if (!initial) continue;
      const actionId = asText(element['action_id']);
      const kept = before[blockId]?.[actionId];
      values[blockId] = { ...values[blockId], [actionId]: keep(kept, element) ?? initial };
    }
  }
  return values;
}

/** What was filled in, unless the element became another one or no longer offers it. */
function keep(kept: JsonObject | undefined, element: JsonObject): JsonObject | undefined {
  if (!kept || kept['type'] !== element['type']) return undefined;
  if (element['options'] === undefined && element['option_groups'] === undefined) return kept;
  const offered = new Set(optionsOf(element).map((option) => option['value']));
  const chosen = [...objectsIn([kept['selected_option']]), ...objectsIn(kept['selected_options'])];
  return chosen.every((option) => offered.has(option['value'])) ? kept : undefined;
}

/** The options a menu or a group of choices shows. */
export function optionsOf(element: JsonObject): JsonObject[] {
  const grouped = objectsIn(element['option_groups']).flatMap((group) => objectsIn(group['options']));
  return [...objectsIn(element['options']), ...grouped];
}

type Start = (element: JsonObject) => JsonObject;

const one: Start = (element) => ({ selected_option: element['initial_option'] ?? null });
const several: Start = (element) => ({ selected_options: element['initial_options'] ?? [] });
const typedText: Start = (element) => ({ value: element['initial_value'] ?? null });

const starts: Record<string, Start> = {
  static_select: one,
  external_select: one,
  radio_buttons: one,
  multi_static_select: several,
  multi_external_select: several,
  checkboxes: several,
  users_select: (element) => ({ selected_user: element['initial_user'] ?? null }),
  conversations_select: (element) => ({ selected_conversation: element['initial_conversation'] ?? null }),
  channels_select: (element) => ({ selected_channel: element['initial_channel'] ?? null }),
  multi_users_select: (element) => ({ selected_users: element['initial_users'] ?? [] }),
  multi_conversations_select: (element) => ({
    selected_conversations: element['initial_conversations'] ?? [],
  }),
  multi_channels_select: (element) => ({ selected_channels: element['initial_channels'] ?? [] }),
  datepicker: (element) => ({ selected_date: element['initial_date'] ?? null }),
  timepicker: (element) => ({
    selected_time: element['initial_time'] ?? null,
    ...(element['timezone'] !== undefined && { timezone: element['timezone'] }),
  }),
  datetimepicker: (element) => ({ selected_date_time: element['initial_date_time'] ?? null }),
  plain_text_input: typedText,
  email_text_input: typedText,
  url_text_input: typedText,
  number_input: typedText,
  rich_text_input: (element) => ({ rich_text_value: element['initial_value'] ?? null }),
  file_input: () => ({ files: [] }),
};

/** What an untouched element holds, or undefined for those that hold nothing (buttons, overflow menus). */
function initialValue(element: JsonObject): JsonObject | undefined {
  const type = asText(element['type']);
  const start = Object.hasOwn(starts, type) ? starts[type] : undefined;
  return start && { type, ...start(element) };
}

/** Whether nothing is filled in. */
export function isEmptyValue(value: JsonObject): boolean {
  return Object.entries(value).every(
    ([name, held]) =>
      name === 'type' ||
      name === 'timezone' ||
      held === null ||
      held === '' ||
      (Array.isArray(held) && held.length === 0),
  );
}
