import type { Note } from '../../models/note.ts';
import { type Language, timeText } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { asText } from '../blocks.ts';

/** How notes are shown: in a language, with times in a zone. */
export interface NotesLook {
  language: Language;
  zone: string;
}

/** A note as a quotation, and who wrote it when: nobody is called by it. */
export function noteText(note: Pick<Note, 'text' | 'byName' | 'at'>, look: NotesLook): string {
  const quoted = asText(note.text)
    .split('\n')
    .map((line) => `> ${line}`);
  const by = texts(look.language).note.by(asText(note.byName), timeText(note.at, look.zone, look.language));
  return [...quoted, `_${by}_`].join('\n');
}
