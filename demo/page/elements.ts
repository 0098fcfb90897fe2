import { button, feedback, overflow } from './buttons.ts';
import { choices } from './choices.ts';
import { type Child, h } from './dom.ts';
import { textField } from './fields.ts';
import { fileField } from './file-field.ts';
import { type Json, list, str, words } from './json.ts';
import { menu } from './menu.ts';
import { picker } from './pickers.ts';
import { picture } from './picture.ts';
import type { Piece, Spot } from './spot.ts';
import { text } from './text.ts';

type Draw = (piece: Piece) => Child;

const kinds: Record<string, Draw> = {
  button,
  workflow_button: button,
  icon_button: button,
  feedback_buttons: feedback,
  overflow,
  checkboxes: choices,
  radio_buttons: choices,
  datepicker: picker,
  timepicker: picker,
  datetimepicker: picker,
  plain_text_input: textField,
  email_text_input: textField,
  url_text_input: textField,
  number_input: textField,
  rich_text_input: textField,
  file_input: fileField,
  image: ({ element }) => picture(element, 'small'),
};

/** One element, whatever it is. */
export function element(piece: Piece): Child {
  const type = str(piece.element['type']);
  const draw = kinds[type] ?? (type.endsWith('_select') ? menu : undefined);
  return draw ? draw(piece) : h('span', { class: 'unknown' }, `(${type} is not shown here)`);
}

/** The elements of a row, each named by its own placeholder. */
export function elementsOf(spot: Spot, block: Json): Child[] {
  return list(block['elements']).map((each) => {
    if (each['type'] === 'mrkdwn' || each['type'] === 'plain_text') {
      return h('span', {}, text(each, spot.names));
    }
    return element({
      spot,
      block,
      element: each,
      label: words(each['placeholder']) || undefined,
      isInput: false,
    });
  });
}
