import type { enClosing } from './en-closing.ts';

/** What Daybook says in Dutch of days on which stores are closed. */
export const nlClosing: typeof enClosing = {
  closing: {
    title: 'Gesloten dagen',
    open: 'Gesloten dagen',
    intro:
      'Een winkel zonder verkopen op een dag waarop hij dicht hoort te zijn, staat er als gesloten, geeft geen alarm en telt niet mee in gemiddelden en vergelijkingen. Met verkopen telt hij als open, wat hier ook staat.',
    holidays: 'Feestdagen van',
    holidaysHint: 'Op deze dagen telt een winkel zonder verkopen als gesloten.',
    noHolidays: 'Geen land: feestdagen zijn gewone dagen',
    weekdays: 'Elke week gesloten',
    noWeekdays: 'Geen winkel is op een vaste weekdag gesloten.',
    weekdayLine: (store: string, weekdays: string) => `${store}: ${weekdays}`,
    setWeekdays: 'Weekdagen van een winkel',
    days: 'Eén dag gesloten',
    noDays: 'Er is geen losse dag ingesteld.',
    dayLine: (day: string, store: string) => `${day}: ${store}`,
    everyStore: 'alle winkels',
    addDay: 'Dag toevoegen',
    removeDay: 'Terugnemen',
    removeDayLabel: (day: string, store: string) => `Terugnemen: gesloten op ${day}, ${store}`,
    moreDays: (number: number) => `… en nog ${number}`,
    store: 'Winkel',
    storePlaceholder: 'Kies een winkel',
    storeOrAll: 'Alleen deze winkel',
    storeOrAllHint: 'Kies er geen voor alle winkels.',
    nowClosed: (store: string, weekdays: string) => `Nu: ${store} is elke week gesloten op ${weekdays}.`,
    nowOpen: (store: string) => `Nu: ${store} is de hele week open.`,
    closedOn: 'Elke week gesloten op',
    closedOnHint: 'Vink niets aan voor een winkel die de hele week open is.',
    day: 'Dag',
    saved: 'Opgeslagen.',
    savedWeekdays: (store: string, weekdays: string) =>
      `Opgeslagen. ${store} is elke week gesloten op ${weekdays}.`,
    savedOpen: (store: string) => `Opgeslagen. ${store} is de hele week open.`,
    savedDay: (day: string, store: string) => `Opgeslagen. Gesloten op ${day}: ${store}.`,
    takenBack: (day: string) => `Teruggenomen. ${day} is een gewone dag.`,
    gone: 'Dat bestaat niet meer. Er is niets gewijzigd.',
  },
};
