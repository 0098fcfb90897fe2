import { confirmed } from './confirm.ts';
import { type Child, h } from './dom.ts';
import { str } from './json.ts';
import { act } from './person.ts';
import { exactly, held, idOf, naming, type Piece } from './spot.ts';

type Picker = { type: string; shown(piece: Piece): string };

const pickers: Record<string, Picker> = {
  datepicker: { type: 'date', shown: (piece) => str(held(piece)['selected_date']) },
  timepicker: { type: 'time', shown: (piece) => str(held(piece)['selected_time']) },
  datetimepicker: { type: 'datetime-local', shown: (piece) => localTime(held(piece)['selected_date_time']) },
};

/** A date, a time of day, or both. */
export function picker(piece: Piece): Child {
  const { type, shown } = pickers[str(piece.element['type'])] ?? { type: 'date', shown: () => '' };
  const before = shown(piece);
  return h('input', {
    key: idOf(piece),
    id: idOf(piece),
    type,
    value: before,
    ...naming(piece),
    // Typing a date passes through other dates: only what is left is meant.
    onblur: (event: Event) => void pick(piece, event, before),
    onkeydown: (event: KeyboardEvent) => {
      if (event.key === 'Enter') void pick(piece, event, before);
    },
  });
}

async function pick(piece: Piece, event: Event, before: string): Promise<void> {
  const value = event.target instanceof HTMLInputElement ? event.target.value : '';
  if (value === before) return;
  const answer = await confirmed(piece.element, piece.spot.names);
  await act('select', piece.spot.target, exactly(piece), value === '' ? null : value, answer);
}

/** Unix seconds as the wall clock of this browser has them. */
function localTime(seconds: unknown): string {
  if (typeof seconds !== 'number') return '';
  const at = new Date(seconds * 1000);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
