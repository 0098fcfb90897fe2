import { confirmed } from './confirm.ts';
import { type Child, h } from './dom.ts';
import { words } from './json.ts';
import { chosenEntries, type Entry, entriesFor, isExternal, isMulti } from './menu-options.ts';
import { act } from './person.ts';
import { exactly, idOf, naming, type Piece } from './spot.ts';
import { redraw } from './store.ts';

/** The one menu that is open, with what is typed in it. */
type Open = { id: string; query: string; entries: Entry[]; active: number; asked: number };

let open: Open | undefined;

/** A select of any kind: one types to find an entry (the combobox pattern of the ARIA guide). */
export function menu(piece: Piece): Child {
  const id = idOf(piece);
  const chosen = chosenEntries(piece);
  const shown = isMulti(piece) ? '' : (chosen[0]?.text ?? '');
  const isOpen = open?.id === id;
  return h(
    'div',
    { key: id, class: 'menu' },
    isMulti(piece) && chips(piece, chosen),
    h('input', {
      id,
      key: id,
      type: 'text',
      role: 'combobox',
      autocomplete: 'off',
      'aria-autocomplete': 'list',
      'aria-expanded': String(isOpen),
      'aria-controls': isOpen ? `${id}-list` : undefined,
      'aria-activedescendant': isOpen && open?.entries[open.active] ? `${id}-${open.active}` : undefined,
      'data-focus': piece.element['focus_on_load'] === true,
      value: shown,
      placeholder: words(piece.element['placeholder']) || 'Choose',
      ...naming(piece),
      onclick: () => void search(piece, ''),
      oninput: (event: Event) => void search(piece, inputOf(event)?.value ?? ''),
      onkeydown: (event: KeyboardEvent) => onKey(piece, event),
      onblur: (event: Event) => leave(event, shown),
    }),
    isOpen && open && listbox(piece, open),
  );
}

function chips(piece: Piece, chosen: Entry[]): Child {
  const without = (entry: Entry) => chosen.filter((other) => other !== entry);
  return h(
    'ul',
    { class: 'chips', 'aria-label': 'Chosen' },
    chosen.map((entry) =>
      h(
        'li',
        {},
        entry.text,
        h(
          'button',
          {
            type: 'button',
            'aria-label': `Remove ${entry.text}`,
            onclick: () => void choose(piece, without(entry)),
          },
          '×',
        ),
      ),
    ),
  );
}

function listbox(piece: Piece, { id, entries, active }: Open): Child {
  const option = (entry: Entry): Child => {
    const index = entries.indexOf(entry);
    return h(
      'div',
      {
        id: `${id}-${index}`,
        role: 'option',
        'aria-selected': String(index === active),
        // Before the field loses the focus, which would close the list.
        onmousedown: (event: Event) => {
          event.preventDefault();
          void take(piece, entry);
        },
      },
      entry.text,
      entry.about !== '' && h('small', {}, ` ${entry.about}`),
    );
  };
  const none = h(
    'div',
    { role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' },
    noneText(piece),
  );
  const groups = Map.groupBy(entries, ({ group }) => group);
  const shown = [...groups].map(([name, inside]) =>
    name === '' ? inside.map(option) : group(name, inside.map(option)),
  );
  return h(
    'div',
    { id: `${id}-list`, role: 'listbox', class: 'list', 'aria-label': piece.label ?? 'Choices' },
    entries.length > 0 ? shown.flat() : none,
  );
}

function group(name: string, options: Child[]): Child {
  return h(
    'div',
    { role: 'group', class: 'group', 'aria-label': name },
    h('span', { 'aria-hidden': 'true' }, name),
    options,
  );
}

function noneText(piece: Piece): string {
  const least = Number(piece.element['min_query_length'] ?? 3);
  const isTooShort = isExternal(piece) && (open?.query.length ?? 0) < least;
  return isTooShort ? `Type ${least} letters or more` : 'Nothing found';
}

async function search(piece: Piece, query: string): Promise<void> {
  const id = idOf(piece);
  const asked = (open?.asked ?? 0) + 1;
  open = { id, query, entries: open?.id === id ? open.entries : [], active: 0, asked };
  const entries = await entriesFor(piece, query);
  // An answer that was overtaken by a later question, or by leaving the field, is dropped.
  if (open?.id !== id || open.asked !== asked) return;
  open = { ...open, entries };
  redraw();
  queueMicrotask(() => document.getElementById(`${id}-list`)?.scrollIntoView({ block: 'nearest' }));
}

function onKey(piece: Piece, event: KeyboardEvent): void {
  const isOpen = open?.id === idOf(piece);
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    if (isOpen) move(event.key === 'ArrowDown' ? 1 : -1);
    else void search(piece, '');
  } else if (event.key === 'Enter' && isOpen && open) {
    event.preventDefault();
    const entry = open.entries[open.active];
    if (entry) void take(piece, entry);
  } else if (event.key === 'Escape' && isOpen) {
    event.preventDefault();
    event.stopPropagation();
    close();
  } else if (event.key === 'Backspace' && inputOf(event)?.value === '' && chosenEntries(piece).length > 0) {
    void choose(piece, chosenEntries(piece).slice(0, -1));
  }
}

function move(step: number): void {
  if (!open || open.entries.length === 0) return;
  const count = open.entries.length;
  open = { ...open, active: (open.active + step + count) % count };
  redraw();
  queueMicrotask(() =>
    document.getElementById(`${open?.id}-${open?.active}`)?.scrollIntoView({ block: 'nearest' }),
  );
}

function close(): void {
  open = undefined;
  redraw();
}

/** Leaving the field chooses nothing: it shows again what is chosen, or clears what was emptied. */
function leave(event: Event, shown: string): void {
  const input = inputOf(event);
  if (input) input.value = shown;
  close();
}

async function take(piece: Piece, entry: Entry): Promise<void> {
  const input = document.getElementById(idOf(piece));
  if (input instanceof HTMLInputElement) input.value = isMulti(piece) ? '' : entry.text;
  const query = open?.query ?? '';
  close();
  const before = isMulti(piece) ? chosenEntries(piece).filter(({ value }) => value !== entry.value) : [];
  await choose(piece, [...before, entry], query);
}

async function choose(piece: Piece, entries: Entry[], query = ''): Promise<void> {
  const found = entries.map(({ value }) => (isExternal(piece) ? { value, query } : value));
  const answer = await confirmed(piece.element, piece.spot.names);
  await act('select', piece.spot.target, exactly(piece), isMulti(piece) ? found : (found[0] ?? null), answer);
}

function inputOf(event: Event): HTMLInputElement | undefined {
  return event.target instanceof HTMLInputElement ? event.target : undefined;
}
