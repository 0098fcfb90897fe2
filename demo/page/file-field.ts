import { type Child, h } from './dom.ts';
import { list, str } from './json.ts';
import { act } from './person.ts';
import { exactly, held, idOf, naming, type Piece } from './spot.ts';

/** A field that takes files. */
export function fileField(piece: Piece): Child {
  const kinds = Array.isArray(piece.element['filetypes']) ? piece.element['filetypes'].map(str) : [];
  const names = list(held(piece)['files']).map(({ name }) => str(name));
  return h(
    'div',
    { key: idOf(piece) },
    h('input', {
      id: idOf(piece),
      type: 'file',
      multiple: piece.element['max_files'] !== 1,
      accept: kinds.length > 0 ? kinds.map((kind) => `.${kind}`).join(',') : undefined,
      ...naming(piece),
      onchange: (event: Event) => void attach(piece, event),
    }),
    names.length > 0 && h('p', { class: 'quiet' }, names.join(', ')),
  );
}

async function attach(piece: Piece, event: Event): Promise<void> {
  const chosen = event.target instanceof HTMLInputElement ? [...(event.target.files ?? [])] : [];
  const files = await Promise.all(
    chosen.map(async (file) => ({
      name: file.name,
      content: base64(new Uint8Array(await file.arrayBuffer())),
    })),
  );
  await act('attach', piece.spot.target, exactly(piece), files);
}

/** In small pieces: a whole file would be too many arguments. */
function base64(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += 8192) {
    text += String.fromCharCode(...bytes.subarray(start, start + 8192));
  }
  return btoa(text);
}
