import { isDeepStrictEqual } from 'node:util';
import { isObject, objectsIn } from '../json.ts';
import { limits } from '../limits.ts';
import type { Check, Fields } from './check.ts';
import { boolean, either, every, list, number, oneOf, record, string, typed } from './check.ts';
import { choiceOption, confirm, optionGroup, overflowOption, plainText, selectOption } from './text.ts';

export const actionId = { action_id: string(limits.actionId) };
const menu: Fields = {
  ...actionId,
  confirm,
  focus_on_load: boolean,
  placeholder: plainText(limits.placeholder),
};
const choice: Fields = { ...actionId, confirm, focus_on_load: boolean };
const several: Fields = { max_selected_items: number(1, Infinity, true) };

const conversationFilter: Check = record(
  {},
  {
    include: list(oneOf('im', 'mpim', 'private', 'public')),
    exclude_external_shared_channels: boolean,
    exclude_bot_users: boolean,
  },
);

const offered: Fields = {
  options: list(selectOption, limits.selectOptions),
  option_groups: list(optionGroup, limits.optionGroups),
};
const offeredRule = either('options', 'option_groups', 'refused');

/** What is chosen at the start has to be one of the options, to the letter. */
const initialIsOffered: Check = (value, at, found) => {
  if (!isObject(value)) return;
  const options = [
    ...objectsIn(value['options']),
    ...objectsIn(value['option_groups']).flatMap((group) => objectsIn(group['options'])),
  ];
  const isOffered = (wanted: unknown): boolean => options.some((option) => isDeepStrictEqual(option, wanted));
  const first = value['initial_option'];
  if (first !== undefined && !isOffered(first)) {
    found.push({ message: 'initial_option must match one of the options', pointer: `${at}/initial_option` });
  }
  objectsIn(value['initial_options']).forEach((option, index) => {
    if (isOffered(option)) return;
    const pointer = `${at}/initial_options/${index}`;
    found.push({ message: 'initial_options must match the options', pointer });
  });
};

const filtered: Fields = { default_to_current_conversation: boolean, filter: conversationFilter };
const initialOptions: Fields = { initial_options: list(selectOption, limits.selectOptions) };

export const selects: Fields = {
  static_select: typed(
    {},
    { ...menu, ...offered, initial_option: selectOption },
    every(offeredRule, initialIsOffered),
  ),
  external_select: typed(
    {},
    { ...menu, initial_option: selectOption, min_query_length: number(0, Infinity, true) },
  ),
  users_select: typed({}, { ...menu, initial_user: string() }),
  conversations_select: typed(
    {},
    { ...menu, ...filtered, initial_conversation: string(), response_url_enabled: boolean },
  ),
  channels_select: typed({}, { ...menu, initial_channel: string(), response_url_enabled: boolean }),
  multi_static_select: typed(
    {},
    { ...menu, ...several, ...offered, ...initialOptions },
    every(offeredRule, initialIsOffered),
  ),
  multi_external_select: typed(
    {},
    { ...menu, ...several, ...initialOptions, min_query_length: number(0, Infinity, true) },
  ),
  multi_users_select: typed({}, { ...menu, ...several, initial_users: list(string()) }),
  multi_conversations_select: typed(
    {},
    { ...menu, ...several, ...filtered, initial_conversations: list(string()) },
  ),
  multi_channels_select: typed({}, { ...menu, ...several, initial_channels: list(string()) }),
};

export const choices: Fields = {
  checkboxes: typed(
    { options: list(choiceOption, limits.choiceOptions) },
    { ...choice, initial_options: list(choiceOption, limits.choiceOptions) },
    initialIsOffered,
  ),
  radio_buttons: typed(
    { options: list(choiceOption, limits.choiceOptions) },
    { ...choice, initial_option: choiceOption },
    initialIsOffered,
  ),
};

export const overflow: Check = typed(
  { options: list(overflowOption, limits.overflowOptions) },
  { ...actionId, confirm },
);
