import type { KnownBlock, ModalView } from '@slack/types';
import { longestNote, type Note } from '../../models/note.ts';
import { dayText, type Language, timeText } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { NoteWriter } from '../../src/notes/write-note.ts';
import type { Message } from '../../src/slack/message.ts';
import type { Day } from '../../src/turnover/trading-day.ts';
import { asText, button, buttons, context, cut, fitting, plain, section, sections } from '../blocks.ts';
import { actions, callbacks, fields } from '../ids.ts';
import { modal } from '../modal.ts';
import { type NotesLook, noteText } from './lines.ts';

/** How many notes the form shows, the newest ones: a view holds a hundred blocks. */
const mostShown = 20;

/** How many characters the notes of a day may take where its figures stand too. */
const room = 2_000;

/** The same where a table of many lines stands too, and how many of them one note may take. */
const roomOfRange = 1_500;
const mostOfOne = 200;

export interface NotesData {
  day: Day;
  notes: readonly Note[];
  reader: NoteWriter;
  /** What was just done. */
  done?: string;
}

/** The button that leads to the notes of a day. */
export function noteButton(day: Day, language: Language) {
  const { note } = texts(language);
  return button({
    action: actions.addNote,
    text: note.add,
    value: day,
    label: note.addLabel(dayText(day, language)),
  });
}

/** The notes under a day's figures; nothing where there are none. */
export function notesBlocks(notes: readonly Note[], look: NotesLook): KnownBlock[] {
  const { note } = texts(look.language);
  if (notes.length === 0) return [];
  const lines = notes.map((each) => noteText(each, look));
  return sections([`*${note.heading}*`, ...fitting(lines, room, note.more)]);
}

/** The notes under the figures of several days, a line each with its day; nothing where there are none. */
export function rangeNotesBlocks(notes: readonly Note[], about: RangeNotesLook): KnownBlock[] {
  const { note } = texts(about.language);
  if (notes.length === 0) return [];
  return sections([
    `*${note.headingOfRange}*`,
    ...fitting(rangeNoteLines(notes, about), roomOfRange, note.moreOfRange),
  ]);
}

/** The same for the text alone. */
export function rangeNotesText(notes: readonly Note[], about: RangeNotesLook): string[] {
  if (notes.length === 0) return [];
  const { note } = texts(about.language);
  const lines = fitting(rangeNoteLines(notes, about), roomOfRange, note.moreOfRange);
  return [`${note.headingOfRange}: ${lines.join('; ')}`];
}

interface RangeNotesLook {
  language: Language;
  /** The last of the days: the year of those in another one is said. */
  lastDay: Day;
}

function rangeNoteLines(notes: readonly Note[], { language, lastDay }: RangeNotesLook): string[] {
  return notes.map(({ day, byName, text }) => {
    const said = asText(text).replaceAll(/\s+/g, ' ');
    return texts(language).note.ofDay(dayText(day, language, lastDay), asText(byName), cut(said, mostOfOne));
  });
}

/** The same for the text alone; nothing where there are none. */
export function notesText(notes: readonly Note[], language: Language): string[] {
  if (notes.length === 0) return [];
  const said = notes.map(({ byName, text }) => `${asText(byName)}: ${asText(text).replaceAll('\n', ' ')}`);
  return [`${texts(language).note.heading}: ${said.join('; ')}`];
}

/** The notes of a day, those that the reader may change with the ways to do so, and a field for another one. */
export function notesModal({ day, notes, reader, done }: NotesData, look: NotesLook): ModalView {
  const { language } = look;
  const { note, common } = texts(language);
  const shown = notes.slice(-mostShown);
  const left = notes.length - shown.length;
  return modal(
    {
      callback: callbacks.notes,
      title: note.title,
      submit: common.save,
      metadata: day,
      blocks: [
        ...(done === undefined ? [] : [section(done)]),
        section(note.intro(dayText(day, language))),
        ...(notes.length === 0 ? [context(note.none)] : []),
        ...(left > 0 ? [context(note.more(left))] : []),
        ...shown.flatMap((each) => noteRow(each, reader, look)),
        noteInput(note.input, language),
      ],
    },
    language,
  );
}

function noteRow(each: Note, { userId, isManager }: NoteWriter, look: NotesLook): KnownBlock[] {
  const { note, common } = texts(look.language);
  const text = section(noteText(each, look));
  if (each.by !== userId && !isManager) return [text];
  const { byName, _id: value } = each;
  const time = timeText(each.at, look.zone, look.language);
  return [
    text,
    {
      ...buttons(
        button({ action: actions.editNote, text: note.edit, value, label: note.editLabel(byName, time) }),
        {
          ...button({
            action: actions.removeNote,
            text: note.remove,
            value,
            label: note.removeLabel(byName, time),
          }),
          confirm: {
            title: plain(note.removeTitle),
            text: plain(note.removeQuestion),
            confirm: plain(note.remove),
            deny: plain(common.cancel),
          },
        },
      ),
      block_id: `note:${value}`,
    },
  ];
}

/** The form that has a note say something else. */
export function editNoteModal({ _id, text }: Pick<Note, '_id' | 'text'>, language: Language): ModalView {
  const { note, common } = texts(language);
  return modal(
    {
      callback: callbacks.editNote,
      title: note.editTitle,
      submit: common.save,
      metadata: _id,
      blocks: [noteInput(note.text, language, text)],
    },
    language,
  );
}

function noteInput(label: string, language: Language, initial?: string): KnownBlock {
  return {
    type: 'input',
    block_id: fields.note,
    label: plain(label),
    hint: plain(texts(language).note.hint),
    element: {
      type: 'plain_text_input',
      action_id: actions.input,
      multiline: true,
      max_length: longestNote,
      ...(initial === undefined ? {} : { initial_value: initial }),
    },
  };
}

/** What the writer of a reply is told, and nobody else: it is a note now, and how to take that back. */
export function keptMessage(
  { noteId, day, isShortened }: { noteId: string; day: Day; isShortened: boolean },
  language: Language,
): Message {
  const { note } = texts(language);
  const named = dayText(day, language);
  const text = [note.kept(named), ...(isShortened ? [note.shortened] : [])].join(' ');
  const undo = button({
    action: actions.undoNote,
    text: note.undo,
    value: noteId,
    label: note.undoLabel(named),
  });
  return { text, blocks: [context(text), buttons(undo)] };
}
