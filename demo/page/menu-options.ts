import { type Json, list, obj, str, words } from './json.ts';
import { act } from './person.ts';
import { exactly, held, type Piece } from './spot.ts';

/** One entry of a menu. */
export type Entry = { value: string; text: string; about: string; group: string };

const kind = (piece: Piece): string => str(piece.element['type']);

export const isMulti = (piece: Piece): boolean => kind(piece).startsWith('multi_');
export const isExternal = (piece: Piece): boolean => kind(piece).includes('external');

/** What a menu offers for what is typed: of its own list, of people and channels, or from the app. */
export async function entriesFor(piece: Piece, query: string): Promise<Entry[]> {
  if (isExternal(piece)) {
    const answer = await act('typeAhead', piece.spot.target, exactly(piece), query);
    return answer.ok ? list(answer.result).map((option) => entryOf(option)) : [];
  }
  const wanted = query.trim().toLowerCase();
  return ownEntries(piece).filter(({ text }) => text.toLowerCase().includes(wanted));
}

function ownEntries(piece: Piece): Entry[] {
  const { element, spot } = piece;
  if (kind(piece).includes('users')) return spot.snapshot.people.map(({ id, name }) => plain(id, name));
  if (kind(piece).includes('conversations') || kind(piece).includes('channels')) return conversations(piece);
  return [
    ...list(element['options']).map((option) => entryOf(option)),
    ...list(element['option_groups']).flatMap((group) =>
      list(group['options']).map((option) => entryOf(option, words(group['label']))),
    ),
  ];
}

function conversations({ element, spot }: Piece): Entry[] {
  const { app, channels } = spot.snapshot;
  const filter = obj(element['filter']);
  const included = Array.isArray(filter['include']) ? filter['include'] : [];
  return channels
    .filter(({ isArchived }) => !isArchived)
    .filter(({ kind: of }) => included.length === 0 || included.includes(of))
    .filter(({ kind: of }) => of !== 'im' || filter['exclude_bot_users'] !== true)
    .map(({ id, name, kind: of }) => plain(id, of === 'im' ? app.name : `#${name}`));
}

const plain = (value: string, text: string): Entry => ({ value, text, about: '', group: '' });

function entryOf(option: Json, group = ''): Entry {
  return {
    value: str(option['value']),
    text: words(option['text']),
    about: words(option['description']),
    group,
  };
}

const idFields = ['selected_user', 'selected_conversation', 'selected_channel'];

/** What is chosen now. */
export function chosenEntries(piece: Piece): Entry[] {
  const value = held(piece);
  const options = [...list([value['selected_option']]), ...list(value['selected_options'])];
  const ids = idFields.flatMap((name) => [value[name], value[`${name}s`]].flat());
  const known = ownEntries(piece);
  return [
    ...options.filter((option) => option['value'] !== undefined).map((option) => entryOf(option)),
    ...ids.flatMap((id) => known.find((entry) => entry.value === id) ?? []),
  ];
}
