import type { enSetup } from './en-setup.ts';
import { plural } from './plural.ts';

/** What Daybook says in Dutch where a manager sets it up. */
export const nlSetup: typeof enSetup = {
  mapping: {
    title: 'Winkels indelen',
    intro: (account: string) =>
      `Bij welke afdeling hoort elke winkel van *${account}*? Meerdere winkels mogen één afdeling delen.`,
    page: (page: number, pages: number) => `Pagina ${page} van ${pages}`,
    placeholder: 'Kies een afdeling',
    newDepartment: 'Nieuwe afdeling…',
    split: 'Over afdelingen verdelen…',
    shares: (store: string) => `Verdeling van ${store}`,
    sharesHint: 'Afdelingen met percentages die samen 100 zijn, zoals: Bakkerij 60, Bloemen 40',
    sharesWrong:
      'Noem minstens twee afdelingen met percentages die samen 100 zijn, zoals: Bakkerij 60, Bloemen 40',
    from: 'Wijzigingen gelden vanaf',
    fromHint:
      'Eerdere dagen blijven zoals ze zijn. Een winkel die voor het eerst wordt ingedeeld, telt mee vanaf zijn eerste dag.',
    ignore: 'Deze winkel negeren',
    newName: (store: string) => `Nieuwe afdeling voor ${store}`,
    newNamePlaceholder: 'Bijvoorbeeld Bakkerij',
    yesterday: (amount: string, sales: string, vat: string) => `Gisteren: ${amount} ${vat}, ${sales}`,
    previousPage: 'Vorige winkels',
    nextPage: 'Meer winkels',
    noStores:
      'Lightspeed kent geen winkel van dit account. Voeg er daar een toe en open dit formulier opnieuw.',
    notEditable: 'Een van de keuzes bestaat niet meer. Open het formulier opnieuw.',
    nameMissing: 'Geef de nieuwe afdeling een naam.',
    nameTooLong: 'Hoogstens 60 tekens.',
    saved: (stores: number, departments: number) =>
      `*Opgeslagen.* ${stores} ${plural(stores, 'winkel', 'winkels')} in ${departments} ${plural(departments, 'afdeling', 'afdelingen')}.`,
    departmentLine: (department: string, stores: string) => `*${department}*: ${stores}`,
    ignoredLine: (stores: string) => `Genegeerd: ${stores}`,
    leftOver: (stores: string) => `Nog niet ingedeeld, dus in geen totaal: ${stores}`,
    firstImport: (time: string) => `De volgende import loopt ${time} en leest de twee dagen ervoor.`,
    noImport: 'Er kan nog geen import lopen: geen van de winkels heeft een tijdzone in Lightspeed.',
    importNow: 'Laatste twee dagen nu importeren',
    digestChannel: 'Waar moet het ochtendbericht heen?',
    channelPlaceholder: 'Kies een kanaal',
    digestGoesTo: (channel: string, hour: string) => `Het ochtendbericht gaat naar <#${channel}> om ${hour}.`,
    doneTitle: 'Winkels ingedeeld',
  },

  settings: {
    title: 'Instellingen',
    channelHint: 'In een privékanaal moet Daybook lid zijn: typ daar /invite @Daybook.',
    zone: (zone: string) => `Plaatselijke tijd in ${zone}`,
    language: 'Taal in kanalen',
    languageHint: 'Wat alleen jij ziet, is in de taal van je eigen Slack.',
    languages: { en: 'English', nl: 'Nederlands' },
    vat: 'Omzet wordt getoond',
    vatIncl: 'inclusief btw',
    vatExcl: 'exclusief btw',
    saved: 'Opgeslagen.',
    savedTitle: 'Opgeslagen',
  },

  businessDay: {
    title: 'Winkeldagen',
    intro:
      'Een verkoop na middernacht kan nog bij de dag ervoor horen. Hier zeg je op welk uur de dag van een winkel begint.',
    none: 'Er is nog geen winkel bekend. Koppel eerst een account, met `/lightspeed koppelen`.',
    line: (store: string, hour: string, zone: string) => `*${store}*: vanaf ${hour}, ${zone}`,
    noZone: 'geen tijdzone bekend, dus niet gelezen',
    store: 'Winkel',
    storePlaceholder: 'Kies een winkel',
    cutOff: 'De dag begint om',
    cutOffHint: 'Met 04:00 telt een verkoop om 02:30 bij de dag ervoor.',
    zone: 'Tijdzone',
    zoneHint:
      'Alleen nodig waar Lightspeed de verkeerde heeft. Laat je dit leeg, dan blijft het zoals het is.',
    zonePlaceholder: 'Zoals het nu is',
    lightspeedZone: 'Zoals in Lightspeed',
    zoneUnknown: 'Die tijdzone kent Daybook niet.',
    from: 'Vanaf deze dag',
    fromHint:
      'Eerdere dagen blijven zoals ze zijn. Een definitieve dag verandert alleen als je hem opnieuw importeert.',
    saved: (store: string, hour: string, from: string) =>
      `Opgeslagen. Vanaf ${from} begint de dag van *${store}* om ${hour}.`,
    gone: 'Die winkel bestaat niet meer. Er is niets gewijzigd.',
  },

  unlink: {
    title: 'Ontkoppelen',
    question: (account: string) =>
      `*${account}* ontkoppelen? De sleutel wordt gewist en er wordt ’s nachts niets meer geïmporteerd. Cijfers en indeling blijven, en je kunt het account opnieuw koppelen.`,
    choose: 'Account om te ontkoppelen',
    submit: 'Ontkoppelen',
    done: (account: string) => `*${account}* is ontkoppeld en de sleutel is gewist. De cijfers blijven.`,
    nothing: 'Er is geen Lightspeed-account gekoppeld, dus er is niets te ontkoppelen.',
    gone: 'Dat account was al ontkoppeld. Er is niets gewijzigd.',
  },
};
