import { type Child, h, type Props } from './dom.ts';
import { list, obj, str, words } from './json.ts';
import { act, typing } from './person.ts';
import { exactly, held, idOf, naming, type Piece, typed } from './spot.ts';

const inputTypes: Record<string, string> = {
  email_text_input: 'email',
  url_text_input: 'url',
  number_input: 'text',
};

/** Every field in which one types. */
export function textField(piece: Piece): Child {
  const { element } = piece;
  const isLong = element['multiline'] === true || element['type'] === 'rich_text_input';
  const props: Props = {
    key: idOf(piece),
    id: idOf(piece),
    value: element['type'] === 'rich_text_input' ? richWords(piece) : typed(piece),
    placeholder: words(element['placeholder']) || undefined,
    maxlength: element['max_length'],
    autocomplete: 'off',
    'data-focus': element['focus_on_load'] === true,
    ...naming(piece),
    oninput: (event: Event) => keep(piece, event),
  };
  if (isLong) return h('textarea', { ...props, rows: 4 });
  const type = inputTypes[str(element['type'])] ?? 'text';
  return h('input', {
    ...props,
    type,
    inputmode: element['type'] === 'number_input' ? 'decimal' : undefined,
    onkeydown: (event: KeyboardEvent) => dispatchOnEnter(piece, event),
  });
}

function keep(piece: Piece, event: Event): void {
  const text = valueIn(event);
  typing(idOf(piece), text, piece.spot.target, exactly(piece));
}

function valueIn(event: Event): string {
  const { target } = event;
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target.value : '';
}

/** A field that tells at once tells on Enter, and then Enter does not submit. */
function dispatchOnEnter(piece: Piece, event: KeyboardEvent): void {
  if (event.key !== 'Enter' || piece.block['dispatch_action'] !== true) return;
  event.preventDefault();
  void act('type', piece.spot.target, exactly(piece), valueIn(event), { enter: true });
}

/** The words of a rich text, without its styles. */
function richWords(piece: Piece): string {
  const value = obj(held(piece)['rich_text_value']);
  return list(value['elements'])
    .map((part) =>
      list(part['elements'])
        .map(({ text }) => str(text))
        .join(''),
    )
    .join('\n');
}
