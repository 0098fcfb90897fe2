import type { enMonthly } from './en-monthly.ts';

/** What Daybook says in Dutch of the file that goes out every month. */
export const nlMonthly: typeof enMonthly = {
  monthly: {
    title: 'Maandbestand',
    open: 'Maandbestand…',
    intro:
      'Een bestand met alle cijfers van de vorige maand, als direct bericht, op de tweede dag van elke maand: dan zijn al die cijfers definitief.',
    readers: 'Sturen naar',
    readersHint: 'Hooguit tien mensen. Staat hier niemand, dan wordt er geen bestand gestuurd.',
    format: 'Als',
    formats: { xlsx: 'Excel', csv: 'CSV' },
    mayNot: (people: string) =>
      `De omzet is niet te zien voor ${people}. Laat ze weg, of zet ze eerst bij ‘Wie ziet de omzet’.`,
    saved: (people: string, format: string) =>
      `*Opgeslagen.* Het ${format}-bestand gaat elke maand naar ${people}.`,
    savedNobody: '*Opgeslagen.* Er wordt geen bestand gestuurd.',
    notSent: (person: string, days: string, code: string) =>
      `Het bestand van ${days} kon niet naar ${person} worden gestuurd: Slack neemt het niet aan. Daybook probeert het nog vier dagen. Wie het krijgt staat in \`/lightspeed instellingen\`; met \`/turnover ${code} xlsx\` krijg je het zelf.`,
  },
};
