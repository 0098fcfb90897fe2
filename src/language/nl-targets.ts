import { withComma } from './comma.ts';
import type { enTargets } from './en-targets.ts';
import { plural } from './plural.ts';

/** What Daybook says in Dutch of targets. */
export const nlTargets: typeof enTargets = {
  target: {
    title: 'Omzetdoelen',
    open: 'Omzetdoelen',
    intro: (vat: string) =>
      `Wat elke afdeling op elke weekdag moet omzetten, ${vat} zoals alle omzet. Het ochtendbericht en \`/turnover\` zeggen hoeveel ervan is gehaald.`,
    noDepartments: 'Er zijn nog geen afdelingen: deel eerst je winkels in met `/lightspeed indelen`.',
    noLink: 'Er is nog geen Lightspeed-account gekoppeld, dus de valuta is niet bekend. Koppel er eerst een.',
    pick: 'Doelen van een afdeling instellen',
    pickHint: 'Kies een afdeling',
    line: (department: string, week: string) => `*${department}*: ${week}`,
    none: (departments: string) => `Zonder doelen: ${departments}.`,
    otherVat: (department: string, vat: string) =>
      `:warning: De doelen van *${department}* zijn ${vat} ingesteld. Er wordt niets mee vergeleken tot je ze opnieuw instelt.`,
    later: (department: string, days: string) => `*${department}* heeft andere doelen vanaf ${days}.`,
    singleDays: (department: string, days: number) =>
      `*${department}* heeft doelen voor ${plural(days, 'één komende dag', `${days} komende dagen`)}, los van de weekdag.`,
    more: (number: number) => `… en nog ${number} ${plural(number, 'regel', 'regels')}`,
    nothing: '–',

    copy: 'Overnemen van vorig jaar…',
    upload: 'CSV uploaden…',
    download: 'Stuur mij de CSV om in te vullen',
    downloaded: 'Het bestand staat in je directe berichten met Daybook. Vul het in en upload het hier.',

    weekTitle: 'Doelen van een week',
    weekIntro: (department: string, vat: string) =>
      `Doelen van *${department}*, ${vat}. Een weekdag die je leeg laat heeft er geen.`,
    changed: (who: string, time: string) =>
      `:warning: *Er is nog niets van jou bewaard.* ${who} stelde doelen van deze afdeling in terwijl je formulier open was (${time}). Bewaar nog eens om die van jou in de plaats te zetten, of annuleer om ze te laten staan.`,
    amountHint: (currency: string) => `In ${currency}, zoals 4200 of 4200,50.`,
    currency: 'Valuta',
    from: 'Vanaf deze dag',
    fromHint: 'Eerdere dagen houden de doelen die ze hadden.',
    unreadable: (currency: string) => `Schrijf een bedrag boven nul in ${currency}, zoals 4200.`,
    ambiguous: (first: string, second: string) =>
      `Dit kan ${withComma(first)} of ${withComma(second)} zijn. Schrijf het zonder punten of komma’s tussen duizendtallen.`,
    saved: (department: string, day: string) =>
      `*Opgeslagen.* De doelen van *${department}* gelden vanaf ${day}.`,
    gone: 'Die afdeling is er niet meer. Er is niets opgeslagen.',

    copyTitle: 'Van vorig jaar',
    copyIntro:
      'Het gemiddelde van elke weekdag van vorig jaar, en zoveel meer. Dagen waarop een winkel ontbreekt, en gesloten dagen, tellen niet mee. Je ziet de bedragen voordat er iets wordt opgeslagen.',
    copyDepartment: 'Alleen deze afdeling',
    copyDepartmentHint: 'Leeg: elke afdeling.',
    basis: 'Gemiddelde van',
    bases: { month: 'Dezelfde maand vorig jaar', weeks: 'Dezelfde vier weken vorig jaar' },
    percent: 'Hoeveel procent meer',
    percentHint: 'Zoals 5; -3 is minder.',
    show: 'Tonen',
    shown: (days: string, percent: string, vat: string) =>
      `De weekdagen van ${days}, ${percent}, ${vat}, op hele bedragen:`,
    shownFrom: (day: string) => `Met Opslaan gelden ze vanaf ${day}.`,
    shownDays: (department: string, week: string, days: number) =>
      `*${department}* (${plural(days, 'één dag', `${days} dagen`)}): ${week}`,
    shownGaps:
      'Een streepje: van vorig jaar is zo’n weekdag niet bruikbaar, dus die heeft dan geen doel meer, ook als hij er nu een heeft. Stel dat daarna zelf in.',
    shownWithout: (departments: string) => `Van deze is geen dag van vorig jaar bruikbaar: ${departments}.`,
    shownNothing: (days: string) =>
      `Van ${days} is geen dag bruikbaar: Daybook kent er geen die compleet is. Importeer eerst oudere dagen.`,
    shownAnew: 'De cijfers van vorig jaar zijn net gewijzigd, dus kijk nog eens:',
    copied: (departments: number, day: string) =>
      `*Opgeslagen.* De doelen van ${plural(departments, 'één afdeling', `${departments} afdelingen`)} gelden vanaf ${day}.`,

    fileTitle: 'Doelen uploaden',
    fileIntro:
      'Drie kolommen: afdeling; weekdag of datum; bedrag. Een leeg bedrag haalt een doel weg, en wat niet in het bestand staat blijft zoals het is. Is er een regel fout, dan wordt er niets opgeslagen.',
    file: 'CSV-bestand',
    fileFrom: 'Weekdagen gelden vanaf',
    check: 'Uploaden',
    fileName: 'omzetdoelen',
    fileComment: 'Je omzetdoelen: vul de bedragen in en upload het bestand met `/lightspeed doelen`.',
    columns: { department: 'afdeling', when: 'weekdag of datum', amount: 'bedrag' },
    uploaded: (weekdays: number, days: number, departments: number) =>
      `*Opgeslagen:* ${plural(weekdays, 'één weekdag', `${weekdays} weekdagen`)} en ${plural(days, 'één losse dag', `${days} losse dagen`)} van ${plural(departments, 'één afdeling', `${departments} afdelingen`)}.`,
    fileWrong: (errors: number) =>
      `*Er is niets opgeslagen.* ${plural(errors, 'Eén regel is', `${errors} regels zijn`)} fout:`,
    fileEmpty: 'Dat bestand heeft geen regels. Er is niets opgeslagen.',
    fileTooLong: (most: string) => `Dat bestand heeft meer dan ${most} regels. Er is niets opgeslagen.`,
    fileTooLarge: 'Dat bestand is te groot. Er is niets opgeslagen.',
    fileUnread: 'Slack gaf het bestand niet af. Er is niets opgeslagen; probeer het over een minuut opnieuw.',
    lineError: (line: number, what: string) => `Regel ${line}: ${what}`,
    wrong: {
      columns: (found: number) =>
        `er zijn drie kolommen nodig, en er ${plural(found, 'is er één', `zijn er ${found}`)}. Zet een bedrag met een komma tussen aanhalingstekens.`,
      department: (typed: string) => `er is geen afdeling “${typed}”.`,
      departmentNear: (typed: string, near: string) => `er is geen afdeling “${typed}”. Is het ${near}?`,
      when: (typed: string) => `“${typed}” is geen weekdag, en geen datum zoals 2026-12-24.`,
      amount: (typed: string, currency: string) => `“${typed}” is geen bedrag boven nul in ${currency}.`,
      ambiguous: (typed: string, first: string, second: string) =>
        `“${typed}” kan ${withComma(first)} of ${withComma(second)} zijn. Schrijf het zonder punten of komma’s tussen duizendtallen.`,
      twice: (earlier: number) => `regel ${earlier} noemt dezelfde weekdag of datum van die afdeling.`,
    },

    attained: (percent: string) => `${percent} van het doel`,
    attainedOf: (percent: string, target: string) => `${percent} van het doel van ${target}`,
    ofDepartments: (attained: string, held: number, of: number) =>
      `${attained}, over ${held} van ${of} afdelingen`,
    resultLine: (department: string, attained: string, difference: string) =>
      `${department}: ${attained} (${difference})`,
    plainLine: (department: string, attained: string) => `${department}: ${attained}`,
    otherWay: (vat: string) =>
      `De doelen zijn ${vat} ingesteld, dus er wordt niets mee vergeleken. Stel ze opnieuw in met \`/lightspeed doelen\`.`,
    column: 'Doel',
  },
};
