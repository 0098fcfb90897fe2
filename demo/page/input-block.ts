import { type Child, h } from './dom.ts';
import { element } from './elements.ts';
import { type Json, obj, str, words } from './json.ts';
import { plainText } from './mrkdwn.ts';
import { idOf, type Piece, type Spot } from './spot.ts';

const groups = new Set(['checkboxes', 'radio_buttons']);

/** A field with its label, its hint and what is wrong with it. */
export function inputBlock(block: Json, spot: Spot): Child {
  const inner = obj(block['element']);
  const label = words(block['label']);
  const isGroup = groups.has(str(inner['type']));
  const piece: Piece = {
    spot,
    block,
    element: inner,
    label: isGroup ? label : undefined,
    isInput: true,
  };
  const error = spot.errors[str(block['block_id'])];
  const hint = words(block['hint']);
  const about = [hint !== '' ? idOf(piece, 'hint') : '', error === undefined ? '' : idOf(piece, 'error')]
    .filter(Boolean)
    .join(' ');
  const name = [...plainText(label), block['optional'] === true && h('small', {}, ' (optional)')];
  return h(
    'div',
    { class: 'input' },
    isGroup
      ? h('div', { class: 'label', 'aria-hidden': 'true' }, name)
      : h('label', { for: idOf(piece) }, name),
    element({ ...piece, describedBy: about || undefined }),
    error !== undefined && h('p', { id: idOf(piece, 'error'), class: 'error', role: 'alert' }, error),
    hint !== '' && h('p', { id: idOf(piece, 'hint'), class: 'hint' }, plainText(hint)),
  );
}
