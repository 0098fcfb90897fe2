import { confirmed } from './confirm.ts';
import { type Child, h } from './dom.ts';
import { type Json, list, obj, str } from './json.ts';
import { act } from './person.ts';
import { exactly, held, idOf, type Piece } from './spot.ts';
import { text } from './text.ts';

/** Check boxes or radio buttons; the group has its name from the block around it. */
export function choices(piece: Piece): Child {
  const { element } = piece;
  const isMulti = element['type'] === 'checkboxes';
  const chosen = valuesHeld(piece);
  const rows = list(element['options']).map((option, index) =>
    choice(piece, { option, index, isMulti, isChosen: chosen.includes(str(option['value'])) }),
  );
  return h(
    'div',
    {
      key: idOf(piece),
      id: idOf(piece),
      class: 'choices',
      role: isMulti ? 'group' : 'radiogroup',
      'aria-label': piece.label || 'Choices',
    },
    rows,
  );
}

type Row = { option: Json; index: number; isMulti: boolean; isChosen: boolean };

function choice(piece: Piece, { option, index, isMulti, isChosen }: Row): Child {
  const { names } = piece.spot;
  return h(
    'label',
    { class: 'choice' },
    h('input', {
      type: isMulti ? 'checkbox' : 'radio',
      name: idOf(piece, isMulti ? String(index) : 'one'),
      checked: isChosen,
      onchange: (event: Event) => void choose(piece, event, str(option['value'])),
    }),
    h(
      'span',
      {},
      text(option['text'], names),
      option['description'] !== undefined && h('small', {}, text(option['description'], names)),
    ),
  );
}

function valuesHeld(piece: Piece): string[] {
  const { selected_option: one, selected_options: several } = held(piece);
  return list(several ?? (one ? [one] : [])).map(({ value }) => str(value));
}

async function choose(piece: Piece, event: Event, value: string): Promise<void> {
  const isChecked = event.target instanceof HTMLInputElement && event.target.checked;
  const isMulti = piece.element['type'] === 'checkboxes';
  const others = valuesHeld(piece).filter((each) => each !== value);
  const wanted = isMulti ? [...others, ...(isChecked ? [value] : [])] : value;
  const answer = await confirmed(obj(piece.element), piece.spot.names);
  await act('select', piece.spot.target, exactly(piece), wanted, answer);
}
