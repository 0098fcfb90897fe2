import type { enNotes } from './en-notes.ts';
import { plural } from './plural.ts';

/** What Daybook says in Dutch of what people say of a day. */
export const nlNotes: typeof enNotes = {
  note: {
    title: 'Notities',
    editTitle: 'Notitie wijzigen',
    intro: (day: string) =>
      `Wat is er te weten over *${day}*? Wie de omzet mag zien leest het, en over een jaar komt het terug.`,
    none: 'Er zijn nog geen notities.',
    input: 'Nieuwe notitie',
    hint: 'Een markt, een opengebroken straat, een kapotte kassa: wat de dag verklaart. Hooguit 500 tekens.',
    text: 'Notitie',
    add: 'Notitie toevoegen',
    addLabel: (day: string) => `Notitie toevoegen bij ${day}`,
    edit: 'Wijzigen',
    editLabel: (name: string, time: string) => `De notitie van ${name} wijzigen, ${time}`,
    remove: 'Verwijderen',
    removeLabel: (name: string, time: string) => `De notitie van ${name} verwijderen, ${time}`,
    removeTitle: 'Notitie verwijderen?',
    removeQuestion: 'Je krijgt die niet terug.',
    heading: 'Notities',
    headingOfRange: 'Notities bij deze dagen',
    ofDay: (day: string, name: string, text: string) => `${day}, ${name}: ${text}`,
    moreOfRange: (number: number) =>
      `… en nog ${number}: vraag minder dagen op om ${plural(number, 'die', 'ze')} te lezen`,
    yearAgo: 'Een jaar geleden: notities',
    by: (name: string, time: string) => `${name}, ${time}`,
    more: (number: number) => `… en nog ${number} ${plural(number, 'regel', 'regels')}`,
    saved: (day: string) => `*Bewaard* als notitie van ${day}.`,
    changed: 'De notitie is gewijzigd.',
    removed: 'De notitie is verwijderd.',
    missing: 'Schrijf eerst iets.',
    gone: 'Die notitie is er niet meer. Er is niets gewijzigd.',
    notYours:
      'Een notitie kan alleen worden gewijzigd door wie die schreef, of door een beheerder. Er is niets gewijzigd.',
    kept: (day: string) =>
      `Bewaard als notitie van ${day}: wie de omzet mag zien leest het, en over een jaar komt het terug.`,
    shortened: 'Alleen de eerste 500 tekens: meer past er niet in een notitie.',
    undo: 'Ongedaan maken',
    undoLabel: (day: string) => `Ongedaan maken: geen notitie van ${day}`,
    undone: (day: string) => `Het is geen notitie van ${day} meer. Je bericht blijft staan.`,
  },
};
