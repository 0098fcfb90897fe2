import type { enCharts } from './en-charts.ts';

/** What Daybook says in Dutch in and about its pictures. */
export const nlCharts: typeof enCharts = {
  chart: {
    department: (number: string) => `Afdeling ${number}`,
    more: (number: number, text: string) =>
      number === 1
        ? 'Nog één afdeling staat niet in het plaatje.'
        : `Nog ${text} afdelingen staan niet in het plaatje.`,
    ownScales: 'Elke valuta heeft een eigen schaal.',
    noAmounts: 'Dit kanaal ziet alleen verschillen: de balken laten zien hoe de afdelingen zich verhouden.',
    nothingToCompare: 'niets om mee te vergelijken',
    barsAlt: (day: string) => `Balken van de omzet per afdeling, ${day}:`,
    barAlt: (name: string, figures: string) => `${name}: ${figures}`,
    changed: (change: string, day: string) => `${change} vergeleken met ${day}`,
    was: (amount: string, day: string) => `${day} ${amount}`,
  },
};
