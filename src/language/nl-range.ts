import type { enRange } from './en-range.ts';
import { plural } from './plural.ts';

/** What Daybook says in Dutch of some days in a row, and of files with figures. */
export const nlRange: typeof enRange = {
  range: {
    title: (days: string) => `Omzet van ${days}`,
    titleOf: (department: string, days: string) => `${department}: omzet van ${days}`,
    fallback: (code: string, days: string, total: string, departments: string) =>
      `Omzet ${code} (${days}): ${total}. ${departments}`,
    // Mostly inside a sentence, like the months: 'Omzet van week 46'.
    week: (number: number, year: number) => `week ${number}, ${year}`,
    weekShort: (number: number, days: string) => `Week ${number} (${days})`,
    quarter: (number: number, year: number) => `kwartaal ${number}, ${year}`,
    days: (from: string, to: string) => `${from} – ${to}`,
    upTo: (day: string) => `Tot en met ${day}: latere dagen zijn nog niet voorbij.`,
    allIn: (days: number) =>
      plural(
        days,
        'De dag is compleet.',
        days === 2 ? 'Beide dagen zijn compleet.' : `Alle ${days} dagen zijn compleet.`,
      ),
    someIn: (complete: number, days: number) => `Niet compleet: ${complete} van ${days} dagen wel.`,
    cutShort: (parts: string) => `Door de periode afgekapt, dus lager: ${parts}.`,
    notIn: (stores: string) => `Niet binnen: ${stores}.`,
    storeDays: (store: string, days: number) => `${store} (${plural(days, 'één dag', `${days} dagen`)})`,
    unknownDays: (days: number) =>
      `Van ${plural(days, 'één dag', `${days} dagen`)} is niets bekend: toen werd geen winkel gelezen.`,
    provisional: (days: number) =>
      `${plural(days, 'Eén dag is', `${days} dagen zijn`)} voorlopig: komende nacht ${plural(days, 'wordt die', 'worden die')} nog één keer gelezen.`,
    unmapped: (lines: string) =>
      `Op sommige van deze dagen bij geen afdeling ingedeeld, dus dan in geen totaal: ${lines}. Deel ze in met \`/lightspeed indelen\`.`,

    before: (days: string) => `Daarvoor (${days})`,
    yearEarlier: (days: string) => `Een jaar eerder (${days})`,
    compared: (what: string, amount: string, change: string) => `${what}: ${amount}, dus *${change}*`,
    likeForLike: (what: string, amount: string, stores: number, ofStores: number, change: string) =>
      `${what}: ${amount}. Vergelijkbare winkels, ${stores} van ${ofStores}: *${change}*`,
    notCompared: (what: string, amount: string, why: string) => `${what}: ${amount}. ${why}`,
    nothingThen: (what: string) => `${what}: geen cijfers, dus niets om mee te vergelijken.`,
    why: {
      incompleteNow: 'Niet vergeleken: deze periode is niet compleet.',
      incompleteThen: (complete: number, days: number) =>
        `Niet vergeleken: maar ${complete} van ${days} dagen zijn compleet.`,
      otherStores: 'Niet vergeleken: toen telden andere winkels mee.',
      noBase: 'Niet vergeleken: er is niet één bedrag boven nul om mee te vergelijken.',
    },
    text: {
      before: (change: string) => `${change} vergeleken met daarvoor`,
      yearEarlier: (change: string) => `${change} vergeleken met een jaar eerder`,
    },

    columns: {
      department: 'Afdeling',
      store: 'Winkel',
      day: 'Dag',
      week: 'Week',
      month: 'Maand',
      turnover: 'Omzet',
      sales: 'Verkopen',
      daysIn: 'Dagen binnen',
      before: 'T.o.v. ervoor',
      yearEarlier: 'T.o.v. vorig jaar',
    },
    incomplete: (label: string) => `${label} (niet compleet)`,
    daysIn: (days: number, expected: number) => `${days} van ${expected}`,
    page: (page: number, pages: number) => `Pagina ${page} van ${pages}`,

    pictureAlt: (days: string, unit: string, before: string, lines: string) =>
      `Kolommen met de omzet van ${days}, ${unit}.${before} ${lines}`,
    pictureBefore: (days: string) => ` Stippellijn: ${days}.`,
    /** Of an earlier range whose days are laid beside those of the same weekday. */
    byWeekday: (days: string) => `${days}, zelfde weekdagen`,
    pictureLine: (label: string, amount: string) => `${label}: ${amount}`,

    tabs: {
      departments: 'Afdelingen',
      stores: 'Winkels',
      day: 'Per dag',
      week: 'Per week',
      month: 'Per maand',
    },
    previousRange: '← Daarvoor',
    nextRange: 'Daarna →',
    previousRangeLabel: (days: string) => `De periode ervoor: ${days}`,
    nextRangeLabel: (days: string) => `De periode erna: ${days}`,
    previousPage: 'Vorige pagina',
    nextPage: 'Volgende pagina',
    csv: 'CSV',
    xlsx: 'Excel',
    csvLabel: 'Stuur mij deze cijfers als CSV',
    xlsxLabel: 'Stuur mij deze cijfers als Excel',
    allDepartments: 'Alle afdelingen',
    pickDepartment: 'Eén afdeling…',
    otherDepartments: (most: number, code: string) =>
      `Het menu heeft de eerste ${most} afdelingen. Typ voor een andere de naam: \`/turnover ${code} naam\`.`,

    notOver: (days: string) =>
      `Van ${days} is nog geen dag voorbij, dus is er nog geen omzet. Probeer \`/turnover vorige week\`.`,
    tooLong: 'Dat is meer dan drie jaar. Vraag hooguit drie jaar tegelijk op, zoals `/turnover 2024`.',
    unknown: (days: string, first: string) =>
      `Daybook heeft geen cijfers van ${days}. De eerste dag die het kent is ${first}.`,
    nothingYet: (days: string) =>
      `Daybook heeft geen cijfers van ${days}, en ook nog niet van andere dagen. Een beheerder koppelt Lightspeed met \`/lightspeed koppelen\` en deelt de winkels in; de nacht erna komen de cijfers.`,
    noStores: (department: string, days: string) => `In ${days} hoorde geen winkel bij ${department}.`,
    noSuchDays: (typed: string) =>
      `“${typed}” staat niet in de kalender. Schrijf een dag als \`/turnover 2024-05-01\`, of \`/turnover gisteren\`.`,
    examples:
      'Je kunt ook typen: `vorige week vrijdag`, `week 18`, `mei 2024`, `q2 2024`, `1 mei t/m 7 mei`, `afgelopen 7 dagen`, met een afdeling erachter.',
    departments: (names: string) => `De afdelingen zijn: ${names}.`,
    noDepartment: (typed: string) => `Er is geen afdeling “${typed}”.`,
    departmentLabel: (name: string) => `De afdeling ${name}`,
    departmentGone: 'Die afdeling is er niet meer. Vraag het opnieuw met `/turnover`.',
    didYouMean: 'Bedoelde je:',
    departmentsAre: (names: string) => `Dit zijn ze: ${names}.`,
    noDepartments: 'Er zijn nog geen afdelingen.',
    namesake: (department: string) =>
      `Er is ook een afdeling “${department}”: \`/turnover gisteren "${department}"\`.`,
  },

  file: {
    name: (code: string) => `omzet-${code}`,
    sheetTitle: (days: string) => `Omzet van ${days}`,
    comment: (days: string, rows: string) =>
      `Omzet van ${days}: ${rows} regels, één per dag, afdeling en winkel.`,
    commentIncomplete: (complete: number, days: number) =>
      `Niet compleet: ${complete} van ${days} dagen wel.`,
    sent: (days: string) => `De cijfers van ${days} staan in je directe berichten met Daybook.`,
    nothing: (days: string) => `Er zijn geen cijfers van ${days}, dus er is geen bestand.`,
    monthly: (days: string) => `*Het bestand van ${days}*, zoals je het elke maand krijgt.`,
    failed: 'Slack nam het bestand niet aan. Er is niets gewijzigd; probeer het over een minuut opnieuw.',
    columns: {
      day: 'Dag',
      department: 'Afdeling',
      account: 'Account',
      store: 'Winkel',
      currency: 'Valuta',
      gross: 'Omzet incl. btw',
      net: 'Omzet excl. btw',
      tax: 'Btw',
      sales: 'Verkopen',
      state: 'Stand',
    },
    states: {
      provisional: 'voorlopig',
      final: 'definitief',
      reimported: 'opnieuw geïmporteerd',
      manual: 'met de hand ingevoerd',
    },
    ignored: 'genegeerd',
  },
};
