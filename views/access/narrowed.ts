import type { KnownBlock } from '@slack/types';
import type { Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { context, cut } from '../blocks.ts';

/** Whether figures leave out departments that the person who asked may not see, and whether they stand in a channel. */
interface Narrowed {
  isNarrowed?: boolean;
  sharedBy?: string;
  language: Language;
}

/** Said with such figures; in a channel: whose they are. */
export function narrowedNote(look: Narrowed): KnownBlock[] {
  const note = noteOf(look);
  return note === undefined ? [] : [context(note)];
}

/** The text alone, of so many characters at most, with the same note behind it. */
export function withNarrowedNote(text: string, look: Narrowed, most: number): string {
  const note = noteOf(look);
  return note === undefined ? cut(text, most) : `${cut(text, most - note.length - 1)} ${note}`;
}

function noteOf({ isNarrowed, sharedBy, language }: Narrowed): string | undefined {
  const { access } = texts(language);
  if (!isNarrowed) return undefined;
  return sharedBy === undefined ? access.onlyYours : access.onlyTheirs(sharedBy);
}
