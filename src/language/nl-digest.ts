import type { enDigest } from './en-digest.ts';
import { plural } from './plural.ts';

/** What Daybook says in Dutch in a digest’s thread, and of days that are out of the ordinary. */
export const nlDigest: typeof enDigest = {
  digestMore: {
    alike: (compared: string, stores: number) =>
      `${compared}, ${plural(stores, 'de ene winkel', `de ${stores} winkels`)} waarmee dat kan`,
    allClosed: 'alle winkels gesloten',
    closedAmount: 'gesloten',
    closed: (names: string) => `Gesloten: ${names}.`,
    percentHeadline: (compared: string, day: string, vat: string) => `${compared}: omzet van ${day}, ${vat}`,
    percentAlone: (day: string) => `De omzet van ${day} is binnen; er is nog niets om mee te vergelijken`,
    bestSince: (weekday: string, since: string) => `Beste ${weekday} sinds ${since}.`,
    bestKnown: (weekday: string, first: string) =>
      `Beste ${weekday} van alle die Daybook kent, sinds ${first}.`,
    streak: (days: number) => `${days} dagen op rij boven de week ervoor.`,
    corrected: (day: string) => `Gecorrigeerd: ${day}`,
    changed: (store: string, change: string, why: string) => `${store}: ${change} (${why})`,
    cameIn: (store: string) => `${store} is binnen`,
    test: (channel: string) =>
      `Dit is een proef: zo ziet het ochtendbericht er in <#${channel}> uit. Alleen jij ziet dit.`,
    testText: (text: string) => `Proef: ${text}`,
  },

  details: {
    title: (day: string) => `Meer over ${day}`,
    compared: 'Vergeleken',
    line: (what: string, amounts: string) => `${what}: ${amounts}`,
    change: (amount: string, change: string) => `${amount} (${change})`,
    average: (weeks: number, weekday: string) => `Gemiddelde van de laatste ${weeks} ${weekday}en`,
    yearAgo: (day: string) => `Een jaar geleden, ${day}`,
    yearAgoHoliday: (day: string, holiday: string) => `Een jaar geleden, ${day}, toen was het ${holiday}`,
    holiday: (name: string, day: string) => `${name} een jaar geleden, ${day}`,
    week: (days: string) => `Week tot nu toe, ${days}`,
    month: (days: string) => `Maand tot nu toe, ${days}`,
    daysIn: (daysIn: number, days: number) => `${daysIn} van ${days} dagen compleet`,
    against: (change: string, days: string) => `${change} vergeleken met ${days}`,
    refunds: (number: number) => plural(number, 'Eén retour', `${number} retouren`),
    moved: (earlier: string) => `Wat het verschil maakt met ${earlier}`,
    others: (number: number) => plural(number, 'één andere winkel', `${number} andere winkels`),
    together: (amount: string) => `Samen: ${amount}`,
    stores: 'Per winkel',
    store: (name: string, parts: string) => `${name}: ${parts}`,
    storesLeft: (number: number) =>
      `… en nog ${number} ${plural(number, 'winkel', 'winkels')}: die staan in de dag zelf en in het bestand.`,
    moreStores: (number: number) => `… en nog ${number} ${plural(number, 'regel', 'regels')}`,
    dayBefore: (day: string) => `Sindsdien gecorrigeerd: ${day}`,
    dayBeforeTotal: (amount: string) => `Dat is nu ${amount}.`,
  },
};
