import { withComma } from './comma.ts';
import type { enDays } from './en-days.ts';
import { plural } from './plural.ts';

/** What Daybook says in Dutch where a manager does something with a day. */
export const nlDays: typeof enDays = {
  dayActions: {
    more: {
      reimport: 'Dag opnieuw importeren…',
      check: 'Vergelijken met Lightspeed',
      enter: 'Bedrag met de hand invoeren…',
      reconcile: 'Naast een rapport leggen…',
    },
    reading: 'Lightspeed lezen…',
    notOver: (day: string) =>
      `${day} is nog niet in elke winkel voorbij en is dus niet in zijn geheel te lezen. Er is niets gewijzigd.`,
    unread: (account: string, why: string) => `:warning: *${account}* was niet te lezen. ${why}`,
    why: {
      KeyRefusedError: 'Lightspeed weigert de sleutel: geef een nieuwe met `/lightspeed koppelen`.',
      AccessDeniedError: {
        r: 'De sleutel mag geen verkopen lezen: hij mist het recht `employee:register`. Vraag wie Lightspeed beheert om dat aan de medewerker van de sleutel te geven.',
        x: 'Het token mag geen verkopen lezen: maak er een als gebruiker die alle verkopen mag zien, en geef het met `/lightspeed koppelen`.',
      },
      LightspeedSlowError:
        'Lightspeed is traag: Daybook heeft 20 seconden gewacht en is gestopt. Probeer het over een paar minuten opnieuw.',
      ClientRefusedError:
        'Lightspeed accepteert de client-id en het geheim van deze Daybook niet: meld het je technisch beheerder.',
      LightspeedDownError: 'Lightspeed antwoordt niet: probeer het over een paar minuten opnieuw.',
      UnreadableAnswerError:
        'Lightspeed antwoordde op een manier die Daybook niet begrijpt: probeer het later opnieuw.',
      VaultError: 'De bewaarde sleutel is niet te openen: geef hem opnieuw met `/lightspeed koppelen`.',
      other: 'Er gebeurde iets onverwachts: probeer het later opnieuw.',
    },
    nothingChanged: 'Er is niets gewijzigd.',
    change: (store: string, before: string, after: string, change: string) =>
      `*${store}*: ${before} → ${after} (${change})`,
    cameIn: (store: string, after: string) => `*${store}*: niet binnen → ${after}`,
    unchanged: (store: string, amount: string) => `*${store}*: ${amount}, zoals het was`,
    restDiffers: 'btw of aantal verkopen',
    same: (stores: number) => `${stores} ${plural(stores, 'winkel', 'winkels')} zoals het was.`,
    staysManual: (store: string, amount: string, now: string) =>
      `*${store}*: met de hand ingevoerd, dus het blijft ${amount}; Lightspeed zegt ${now}.`,
    told: (vat: string) => `Alle bedragen ${vat}.`,
  },

  reimport: {
    title: 'Opnieuw importeren',
    question: (day: string) =>
      `*${day}* zoals Daybook hem heeft → zoals Lightspeed hem nu heeft. Opslaan schrijft de nieuwe cijfers.`,
    nothing: (day: string) =>
      `Er is niets veranderd: Lightspeed zegt van ${day} hetzelfde als wat Daybook heeft.`,
    saving: 'De dag wordt nog één keer gelezen en dan opgeslagen…',
    saved: (day: string) => `*Opgeslagen.* Van ${day} zijn deze cijfers geschreven:`,
    savedNothing: (day: string) =>
      `Lightspeed zei van ${day} hetzelfde als wat Daybook heeft, dus er is niets gewijzigd.`,
  },

  check: {
    title: 'Vergelijken',
    same: (day: string) => `Lightspeed zegt van ${day} hetzelfde als wat Daybook heeft.`,
    differs: (day: string) => `Lightspeed zegt nu iets anders van *${day}* dan wat Daybook heeft:`,
    voided: (sales: number, amount: string) =>
      `• ${plural(sales, 'één verkoop', `${sales} verkopen`)} sindsdien geannuleerd: ${amount}`,
    rest: (amount: string) => `• sindsdien gewijzigd, toegevoegd of verplaatst: ${amount}`,
    manual: (store: string, amount: string, now: string, change: string) =>
      `*${store}*: met de hand ingevoerd als ${amount}; Lightspeed zegt ${now} (${change}).`,
    next: 'Wil je overnemen wat Lightspeed nu zegt? Kies “Dag opnieuw importeren…”.',
    provisional: 'Een voorlopig cijfer wordt komende nacht vanzelf nog één keer gelezen.',
  },

  manual: {
    title: 'Met de hand invoeren',
    intro: (day: string) =>
      `De omzet van één winkel op *${day}*. Het bedrag staat vast tot je het vrijgeeft: geen import verandert het.`,
    store: 'Winkel',
    gross: 'Omzet incl. btw',
    tax: 'Btw daarin',
    amountHint: 'In de valuta van de winkel, zoals 4210,50.',
    reason: 'Waarom',
    reasonHint: 'Staat in het overzicht van de dag, met je naam.',
    noStores: 'Er is nog geen winkel. Koppel eerst een account met `/lightspeed koppelen`.',
    notOver: 'Deze dag is in die winkel nog niet voorbij.',
    unreadable: (currency: string) => `Schrijf een bedrag in ${currency}, zoals 4210,50.`,
    ambiguous: (first: string, second: string) =>
      `Dit kan ${withComma(first)} of ${withComma(second)} zijn. Schrijf het zonder duizendtallen te scheiden, met twee decimalen.`,
    taxTooHigh: 'De btw kan niet hoger zijn dan de omzet waar ze in zit.',
    taxSign: 'De btw heeft hetzelfde teken als de omzet.',
    reasonMissing: 'Zeg waarom.',
    storeGone: 'Deze winkel bestaat niet meer. Kies een andere.',
    saved: (store: string, amount: string, tax: string, day: string) =>
      `*Opgeslagen.* ${store} heeft ${amount} incl. btw op ${day}, waarvan ${tax} btw.`,
    standing: (store: string, amount: string, how: string) => `*${store}*: ${amount} incl. btw, ${how}`,
    release: 'Vrijgeven',
    releaseLabel: (store: string) => `Het bedrag van ${store} vrijgeven`,
    releaseQuestion: (store: string) =>
      `Dit bedrag loslaten en ${store} opnieuw uit Lightspeed lezen? Andere winkels veranderen niet.`,
    released: (day: string) => `*Vrijgegeven.* Opnieuw uit Lightspeed gelezen, van ${day}:`,
    releasedAlready: 'Dit bedrag was al vrijgegeven. Er is niets gewijzigd.',
    notReleased: 'Het bedrag blijft zoals het is ingevoerd: de winkel is niet uit Lightspeed te lezen.',
  },

  reconcile: {
    title: 'Naast een rapport',
    intro: (day: string) =>
      `Typ het totaal van *${day}* uit een ander rapport, dan zoekt Daybook wat het verschil maakt. Er wordt niets gewijzigd.`,
    amount: 'Bedrag in het andere rapport',
    amountHint: 'Zoals 4210,50.',
    currency: 'Valuta',
    submit: 'Vergelijken',
    matches: (amount: string, vat: string, day: string) =>
      `*Het klopt:* Daybook heeft ${amount} ${vat} op ${day}.`,
    differs: (asked: string, kept: string, vat: string, day: string, difference: string) =>
      `Het andere rapport zegt ${asked}, Daybook heeft ${kept} ${vat} op ${day}: een verschil van *${difference}*.`,
    explained: (causes: number) =>
      plural(causes, 'Dit verklaart het tot op de cent:', 'Elk hiervan verklaart het tot op de cent:'),
    others: 'Wat er die dag nog meer is:',
    unexplained: 'Niets hiervan verklaart het:',
    noCause: 'Daybook weet niets dat een verschil zou maken.',
    line: (cause: string, change: string, total: string, vat: string) =>
      `• ${cause}: ${change}, wordt ${total} ${vat}`,
    cause: {
      vat: (vat: string) => `dezelfde omzet ${vat}`,
      cutOff: 'dagen die om middernacht beginnen in plaats van op het ingestelde uur',
      refunds: (sales: number) => `zonder ${plural(sales, 'één retour', `${sales} retouren`)} van die dag`,
      open: (sales: number) =>
        `${plural(sales, 'één verkoop', `${sales} verkopen`)}, die dag begonnen en nog open`,
      unmapped: (names: string) => `met ${names}, nog bij geen afdeling ingedeeld`,
      ignored: (names: string) => `met ${names}, genegeerd in Daybook`,
      outside: (names: string) => `met alle winkels die in geen totaal zitten: ${names}`,
      earlier: (time: string) => `het totaal dat Daybook zelf had op ${time}, voor de correctie`,
      changedSince: 'wat sinds de import in Lightspeed is veranderd',
    },
    notTried:
      'Het beginuur van de dag, retouren, open verkopen en latere wijzigingen in Lightspeed zijn dus niet geprobeerd.',
    currencyMeant: (currency: string, others: string) =>
      `Het bedrag is naast de omzet in ${currency} gelegd; er is die dag ook ${others}.`,
    whichCurrency: (currencies: string, day: string, currency: string) =>
      `Deze dag heeft omzet in ${currencies}. Zeg welke je bedoelt: \`/turnover ${day} vergelijk ${currency} 4210,50\`.`,
    unreadable: (typed: string, currency: string) =>
      `“${typed}” kan ik niet lezen als bedrag in ${currency}. Schrijf het als \`4210,50\`.`,
    ambiguous: (typed: string, first: string, second: string) =>
      `“${typed}” kan ${withComma(first)} of ${withComma(second)} zijn. Schrijf het zonder duizendtallen te scheiden, zoals \`4210,50\`.`,
    noFigures: (day: string) =>
      `Er is nog geen omzet van ${day} binnen, dus er is niets om een bedrag naast te leggen.`,
    storesIn: (inCount: number, expected: number) =>
      `:warning: ${inCount} van ${expected} winkels binnen: het totaal is niet compleet.`,
  },

  reports: {
    r: {
      incl: 'In Lightspeed (R-Series) hoort dit gelijk te zijn aan “Total” van het kassarapport *Sales totals*: na kortingen, met btw. “Total” in Analytics is zonder btw.',
      excl: 'In Lightspeed (R-Series) hoort dit gelijk te zijn aan “Total” in *Analytics*: na kortingen, zonder btw. In “Total” van de kassarapporten zit de btw.',
    },
    x: {
      incl: 'In Lightspeed (X-Series) is “Revenue” van de verkooprapporten zonder btw: tel de btw erbij op voor je vergelijkt.',
      excl: 'In Lightspeed (X-Series) hoort dit gelijk te zijn aan “Revenue” van de verkooprapporten, die zonder btw is.',
    },
  },
};
