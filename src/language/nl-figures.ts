import type { MovementKind } from '../turnover/figure.ts';
import type { enFigures } from './en-figures.ts';
import { plural } from './plural.ts';

/** What Daybook says in Dutch of turnover: the digest, corrections, a day’s log. */
export const nlFigures: typeof enFigures = {
  digest: {
    headline: (total: string, vat: string, day: string) => `${total} ${vat} op ${day}`,
    nothingIn: (day: string) => `Nog geen omzet binnen van ${day}`,
    nothingInDetail:
      'Lightspeed was vannacht niet te lezen. Daybook blijft het proberen; dit bericht wordt aangevuld zodra de cijfers er zijn.',
    storesIn: (inCount: number, expected: number) => `${inCount} van ${expected} winkels binnen`,
    notIn: (names: string) => `Nog niet binnen: ${names}. Zodra ze er zijn, wordt dit bericht aangevuld.`,
    comparedWith: (change: string, day: string) => `${change} vergeleken met ${day}`,
    title: (day: string) => `Omzet van ${day}`,
    unmapped: (names: string) => `Nog bij geen afdeling ingedeeld, dus in geen totaal: ${names}.`,
    provisional: 'Voorlopig: correcties van vandaag komen er volgende nacht bij.',
    final: 'Definitief.',
    openDay: 'Dag openen',
    openDayLabel: (day: string) => `De dag ${day} openen`,
    download: 'Downloaden',
    downloadLabel: (day: string) => `De cijfers van ${day} downloaden voor Excel`,
  },

  correction: {
    headline: (day: string, total: string, vat: string) => `Gecorrigeerd: ${day} is nu ${total} ${vat}`,
    changed: (store: string, before: string, after: string, change: string) =>
      `${store}: ${before} is nu ${after} (${change})`,
    cameIn: (store: string, amount: string) => `${store} is binnen: ${amount}`,
  },

  reason: (kind: MovementKind, sales: number): string => {
    const of = {
      voided: plural(sales, 'één verkoop geannuleerd', `${sales} verkopen geannuleerd`),
      late: plural(sales, 'één verkoop kwam later binnen', `${sales} verkopen kwamen later binnen`),
      refund: plural(sales, 'één retour kwam later binnen', `${sales} retouren kwamen later binnen`),
      edited: plural(sales, 'één verkoop aangepast', `${sales} verkopen aangepast`),
      moved: plural(
        sales,
        'één verkoop naar een andere dag verplaatst',
        `${sales} verkopen naar een andere dag verplaatst`,
      ),
      gone: plural(sales, 'één verkoop niet meer op deze dag', `${sales} verkopen niet meer op deze dag`),
    };
    return of[kind];
  },
  reimported: 'door iemand opnieuw geïmporteerd',
  withoutReason: 'gewijzigd in Lightspeed',
  entered: (by: string, reason: string) => `met de hand ingevoerd door <@${by}>: “${reason}”`,

  dayLog: {
    title: (day: string) => `Omzet van ${day}`,
    storeLine: (name: string, amount: string, sales: string) => `${name}: ${amount}, ${sales}`,
    sales: (number: number, text: string) => `${text} ${plural(number, 'verkoop', 'verkopen')}`,
    notRead: (name: string) => `${name}: niet binnen`,
    notInAmount: 'niet binnen',
    fallback: (iso: string, day: string, total: string, departments: string) =>
      `Omzet ${iso} (${day}): ${total}. ${departments}`,
    changed: (time: string, before: string, after: string, why: string) =>
      `gecorrigeerd ${time}: ${before} → ${after} (${why})`,
    ignored: (names: string) => `Genegeerd, in geen totaal: ${names}.`,
    unmapped: (lines: string) =>
      `Nog bij geen afdeling ingedeeld, dus in geen totaal: ${lines}. Deel ze in met \`/lightspeed indelen\`.`,
    more: (number: number) => `… en nog ${number} ${plural(number, 'afdeling', 'afdelingen')}`,
    state: {
      provisional: 'Voorlopig: komende nacht wordt deze dag nog één keer gelezen.',
      final: 'Definitief.',
      partial: (inCount: number, expected: number) =>
        `Niet compleet: ${inCount} van ${expected} winkels binnen. Daybook blijft de andere proberen.`,
      missing: 'Nog niet geïmporteerd. Daybook blijft het proberen; zie `/lightspeed status`.',
      partialLeft: (inCount: number, expected: number, iso: string) =>
        `Niet compleet: ${inCount} van ${expected} winkels binnen. Deze dag was vóór het koppelen van het account: een beheerder kan de andere importeren met \`/lightspeed importeren ${iso}\`.`,
      missingLeft: (iso: string) =>
        `Niet geïmporteerd: deze dag was vóór het koppelen van het account. Een beheerder kan hem importeren met \`/lightspeed importeren ${iso}\`.`,
    },
    figureState: {
      provisional: 'voorlopig',
      final: 'definitief',
      reimported: 'opnieuw geïmporteerd',
      manual: 'met de hand ingevoerd',
    },
    importedAt: (time: string) => `Geïmporteerd ${time}.`,
    previous: (day: string) => `← ${day}`,
    next: (day: string) => `${day} →`,
    previousLabel: (button: string) => `${button}, de dag ervoor`,
    nextLabel: (button: string) => `${button}, de dag erna`,
    share: 'Delen in kanaal',
    sharedBy: (user: string) => `Gedeeld door <@${user}>`,
    unreadable: (typed: string) =>
      `“${typed}” kan ik niet als dag lezen. Schrijf het als \`/turnover 2024-05-01\`, of \`/turnover gisteren\`.`,
    notOver: (day: string) =>
      `${day} is nog niet voorbij en heeft dus nog geen omzet. De eerste cijfers komen de nacht erna; probeer \`/turnover gisteren\`.`,
    unknown: (day: string, first: string) =>
      `Daybook heeft geen cijfers van ${day}. De eerste dag die het kent is ${first}.`,
    nothingYet: (day: string) =>
      `Daybook heeft geen cijfers van ${day}, en ook nog niet van een andere dag. Een beheerder koppelt Lightspeed met \`/lightspeed koppelen\` en deelt de winkels in; de nacht erna komen de cijfers.`,
  },
};
