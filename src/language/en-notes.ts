import { plural } from './plural.ts';

/** What Daybook says in English of what people say of a day. */
export const enNotes = {
  note: {
    title: 'Notes',
    editTitle: 'Edit note',
    intro: (day: string) =>
      `What is there to know of *${day}*? Whoever may see the turnover reads it, and it comes back a year later.`,
    none: 'There are no notes yet.',
    input: 'New note',
    hint: 'A market, roadworks, a broken till: what explains the day. At most 500 characters.',
    text: 'Note',
    add: 'Add note',
    addLabel: (day: string) => `Add note for ${day}`,
    edit: 'Edit',
    editLabel: (name: string, time: string) => `Edit the note of ${name}, ${time}`,
    remove: 'Delete',
    removeLabel: (name: string, time: string) => `Delete the note of ${name}, ${time}`,
    removeTitle: 'Delete this note?',
    removeQuestion: 'It cannot be brought back.',
    heading: 'Notes',
    headingOfRange: 'Notes of these days',
    ofDay: (day: string, name: string, text: string) => `${day}, ${name}: ${text}`,
    moreOfRange: (number: number) =>
      `… and ${number} more: ask for fewer days to read ${plural(number, 'it', 'them')}`,
    yearAgo: 'A year ago: notes',
    by: (name: string, time: string) => `${name}, ${time}`,
    more: (number: number) => `… and ${number} more ${plural(number, 'line', 'lines')}`,
    saved: (day: string) => `*Kept* as a note of ${day}.`,
    changed: 'The note is changed.',
    removed: 'The note is deleted.',
    missing: 'Write something first.',
    gone: 'That note is not there any more. Nothing was changed.',
    notYours: 'Only who wrote a note, or a manager, can change it. Nothing was changed.',
    kept: (day: string) =>
      `Kept as a note of ${day}: whoever may see the turnover reads it, and it comes back a year later.`,
    shortened: 'Only its first 500 characters: a note holds no more.',
    undo: 'Undo',
    undoLabel: (day: string) => `Undo: no note of ${day}`,
    undone: (day: string) => `It is no note of ${day} any more. Your message stays.`,
  },
};
