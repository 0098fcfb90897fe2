import { isObject } from '../json.ts';
import { limits } from '../limits.ts';
import type { Check, Fields } from './check.ts';
import { anything, boolean, list, matching, number, oneOf, record, string, typed } from './check.ts';
import { actionId, choices, overflow, selects } from './menus.ts';
import { richText } from './rich-text.ts';
import { confirm, imageElement, plainText } from './text.ts';

const date = matching(/^\d{4}-\d{2}-\d{2}$/, 'must be a date in the format YYYY-MM-DD');
const time = matching(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time in the format HH:mm');
const focus: Fields = { focus_on_load: boolean };
const placeholder: Fields = { placeholder: plainText(limits.placeholder) };
const accessible: Fields = { accessibility_label: string(limits.accessibilityLabel) };

const buttonStyle: Fields = { style: oneOf('primary', 'danger'), ...accessible };

export const button: Check = typed(
  { text: plainText(limits.buttonText) },
  { ...actionId, ...buttonStyle, confirm, url: string(limits.url), value: string(limits.buttonValue, 0) },
);

const workflowButton = typed(
  { text: plainText(limits.buttonText), workflow: record({ trigger: anything }) },
  { ...actionId, ...buttonStyle, confirm },
);

const pickers: Fields = {
  datepicker: typed({}, { ...actionId, ...focus, ...placeholder, confirm, initial_date: date }),
  timepicker: typed(
    {},
    { ...actionId, ...focus, ...placeholder, confirm, initial_time: time, timezone: string() },
  ),
};

const dateTimePicker: Fields = {
  datetimepicker: typed(
    {},
    { ...actionId, ...focus, confirm, initial_date_time: number(1_000_000_000, 9_999_999_999, true) },
  ),
};

const dispatch: Fields = {
  dispatch_action_config: record(
    {},
    { trigger_actions_on: list(oneOf('on_enter_pressed', 'on_character_entered')) },
  ),
};
const typing: Fields = { ...actionId, ...focus, ...placeholder, ...dispatch };

const lengthsAreInOrder: Check = (value, at, found) => {
  if (!isObject(value)) return;
  const [min, max] = [value['min_length'], value['max_length']];
  if (typeof min === 'number' && typeof max === 'number' && min > max) {
    found.push({ message: '`min_length` must not be greater than `max_length`', pointer: at });
  }
};

const textInputs: Fields = {
  plain_text_input: typed(
    {},
    {
      ...typing,
      initial_value: string(limits.inputText, 0),
      multiline: boolean,
      min_length: number(0, limits.inputText.max, true),
      max_length: number(1, limits.inputText.max, true),
    },
    lengthsAreInOrder,
  ),
  email_text_input: typed({}, { ...typing, initial_value: string() }),
  url_text_input: typed({}, { ...typing, initial_value: string() }),
  number_input: typed(
    { is_decimal_allowed: boolean },
    { ...typing, initial_value: string(), min_value: string(), max_value: string() },
  ),
  rich_text_input: typed(
    {},
    { ...typing, initial_value: richText, min_lines: number(1, 100, true), max_lines: number(1, 100, true) },
  ),
};

const fileInput: Fields = {
  file_input: typed(
    {},
    { ...actionId, filetypes: list(string()), max_files: number(1, limits.inputFiles.max, true) },
  ),
};

const feedbackButton = record(
  { text: plainText(limits.buttonText), value: string(limits.buttonValue) },
  accessible,
);

/** Elements by the place they may stand in. */
export const elementsOf = {
  section: {
    button,
    workflow_button: workflowButton,
    overflow,
    image: imageElement,
    ...selects,
    ...choices,
    ...pickers,
  },
  actions: {
    button,
    workflow_button: workflowButton,
    overflow,
    ...selects,
    ...choices,
    ...pickers,
    ...dateTimePicker,
    rich_text_input: textInputs['rich_text_input'] ?? anything,
  },
  input: { ...selects, ...choices, ...pickers, ...dateTimePicker, ...textInputs, ...fileInput },
  contextActions: {
    feedback_buttons: typed({ positive_button: feedbackButton, negative_button: feedbackButton }, actionId),
    icon_button: typed(
      { icon: oneOf('trash'), text: plainText(limits.buttonText) },
      {
        ...actionId,
        ...accessible,
        confirm,
        value: string(limits.buttonValue),
        visible_to_user_ids: list(string()),
      },
    ),
  },
} satisfies Record<string, Fields>;
