import { confirmed } from './confirm.ts';
import { type Child, h } from './dom.ts';
import { list, obj, str, words } from './json.ts';
import { act, type Exactly } from './person.ts';
import { popup } from './popups.ts';
import { exactly, idOf, type Piece } from './spot.ts';

/** A button of a message, a modal or Home. */
export function button(piece: Piece): Child {
  const { element } = piece;
  return h(
    'button',
    {
      type: 'button',
      key: idOf(piece),
      class: str(element['style']) || undefined,
      'aria-label': str(element['accessibility_label']) || undefined,
      onclick: () => void press(piece, exactly(piece)),
    },
    words(element['text']),
  );
}

/** A menu behind three dots. */
export function overflow(piece: Piece): Child {
  const entries = list(piece.element['options']).map((option) => {
    const pressed = () => void press(piece, { ...exactly(piece), value: str(option['value']) });
    return h('li', {}, h('button', { type: 'button', onclick: pressed }, words(option['text'])));
  });
  return popup(idOf(piece), '⋯', entries, `More choices${piece.label ? `: ${piece.label}` : ''}`);
}

/** Thumbs up and down: two buttons that carry one action. */
export function feedback(piece: Piece): Child {
  const both = [piece.element['positive_button'], piece.element['negative_button']].map(obj);
  return h(
    'span',
    { key: idOf(piece), class: 'row' },
    both.map((each) =>
      h(
        'button',
        {
          type: 'button',
          'aria-label': str(each['accessibility_label']) || undefined,
          onclick: () => void press(piece, { ...exactly(piece), value: str(each['value']) }),
        },
        words(each['text']),
      ),
    ),
  );
}

async function press(piece: Piece, wanted: Exactly): Promise<void> {
  const { spot, element } = piece;
  const answer = await confirmed(element, spot.names);
  const pressed = await act('click', spot.target, wanted, answer);
  const opened = pressed.ok ? str(obj(pressed.result)['opened']) : '';
  if (/^https?:\/\//.test(opened)) window.open(opened, '_blank', 'noopener,noreferrer');
}
