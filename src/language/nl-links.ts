import type { enLinks } from './en-links.ts';
import { plural } from './plural.ts';

/** What Daybook says in Dutch of linking Lightspeed accounts and of how their links do. */
export const nlLinks: typeof enLinks = {
  link: {
    title: 'Lightspeed koppelen',
    intro: {
      r: 'Daybook leest één keer per nacht je verkopen en verandert nooit iets in Lightspeed. Je vindt de sleutel in Lightspeed Retail onder *Settings > Client API Access*.',
      x: 'Daybook leest één keer per nacht je verkopen en verandert nooit iets in Lightspeed. Je maakt een persoonlijk token in Lightspeed Retail onder *Setup > Personal Tokens*.',
    },
    connect: 'Verbinden met Lightspeed',
    connectIntro:
      'De makkelijke weg: geef toestemming bij Lightspeed, zonder sleutel. Het opent in je browser en is tien minuten geldig; een bericht hier zegt wanneer het klaar is.',
    series: 'Serie van Lightspeed Retail',
    rSeries: 'R-Series',
    xSeries: 'X-Series',
    prefix: 'Domeinvoorvoegsel',
    prefixHint:
      'Het eerste deel van het adres van je winkel: “mijnwinkel” in mijnwinkel.retail.lightspeed.app.',
    prefixMissing: 'Een X-Series-account heeft ook zijn domeinvoorvoegsel nodig. Hier wordt ernaar gevraagd:',
    prefixEmpty: 'Geef het eerste deel van het adres van je winkel, zoals mijnwinkel.',
    prefixWrong:
      'Dit is geen domeinvoorvoegsel. Het is het eerste deel van het adres van je winkel: “mijnwinkel” in mijnwinkel.retail.lightspeed.app.',
    key: 'API-sleutel',
    keyHint: {
      r: 'Slack laat zien wat je hier typt, maar Daybook bewaart het versleuteld en toont het nooit meer.',
      x: 'Het persoonlijke token. Slack laat zien wat je hier typt, maar Daybook bewaart het versleuteld en toont het nooit meer.',
    },
    submit: 'Koppelen',
    empty: { r: 'Plak hier de API-sleutel.', x: 'Plak hier het persoonlijke token.' },
    refused: {
      r: 'Lightspeed weigerde deze sleutel. Er is niets opgeslagen. Kopieer hem opnieuw uit Settings > Client API Access, of maak daar een nieuwe.',
      x: 'Lightspeed weigerde dit token. Er is niets opgeslagen. Kopieer het opnieuw, of maak een nieuw onder Setup > Personal Tokens.',
    },
    denied: {
      r: 'Deze sleutel mag geen verkopen of winkels lezen. Er is niets opgeslagen. Hij mist het recht employee:register: geef dat aan de medewerker van de sleutel, of gebruik de sleutel van iemand die het heeft.',
      x: 'Dit token mag geen verkopen of winkels lezen. Er is niets opgeslagen. Maak er een als gebruiker die alle verkopen mag zien.',
    },
    down: 'Lightspeed antwoordt nu niet. Er is niets opgeslagen. Probeer het over een paar minuten opnieuw.',
    noShop:
      'Onder dit voorvoegsel antwoordt nu geen winkel. Er is niets opgeslagen. Kijk of je het goed hebt gespeld, of probeer het over een paar minuten opnieuw.',
    unreadable:
      'Lightspeed antwoordde op een manier die Daybook niet begrijpt. Er is niets opgeslagen. Probeer het later opnieuw; blijft het zo, meld het je technisch beheerder.',
    checking: 'De sleutel wordt bij Lightspeed geprobeerd…',
    linked: (account: string) => `*${account}* is gekoppeld.`,
    relinked: (account: string) => `*${account}* heeft zijn nieuwe sleutel.`,
    stores: (number: number) => `${number} ${plural(number, 'winkel', 'winkels')} gevonden.`,
    nextStep: 'Nu nog: zeg welke winkel bij welke afdeling hoort.',
    keyAsArgument:
      'Typ nooit een sleutel achter een commando: Slack bewaart hem in je geschiedenis. Trek die sleutel in Lightspeed in (Settings > Client API Access), maak een nieuwe, en vul die in op het formulier dat `/lightspeed koppelen` opent.',
    again: 'Opnieuw proberen',
  },

  links: {
    row: (account: string, how: string) => `*${account}*\n${how}`,
    how: {
      key: (hint: string) => `R-Series, sleutel die eindigt op ${hint}`,
      oauth: () => 'R-Series, verbonden met Lightspeed',
      token: (hint: string, prefix: string) => `X-Series (${prefix}), token dat eindigt op ${hint}`,
    },
    stores: (number: number) => `${number} ${plural(number, 'winkel', 'winkels')}`,
    map: 'Indelen',
    mapLabel: (account: string) => `De winkels van ${account} indelen`,
    reconnect: 'Nieuwe sleutel',
    reconnectLabel: (account: string) => `Nieuwe sleutel voor ${account}`,
  },

  consent: {
    title: 'Daybook',
    linked: (account: string) => `${account} is gekoppeld.`,
    linkedNext:
      'Daybook heeft je een bericht gestuurd in Slack: zeg daar welke winkel bij welke afdeling hoort. Je mag deze pagina sluiten.',
    denied: 'Je hebt Daybook geen toegang tot je account gegeven, dus er is niets gekoppeld.',
    refused: 'Lightspeed gaf Daybook geen toegang, dus er is niets gekoppeld.',
    unknown: 'Deze pagina is al gebruikt, of ouder dan tien minuten. Er is niets gewijzigd.',
    notManager: 'Alleen beheerders mogen accounts koppelen, en dat ben je niet meer. Er is niets gewijzigd.',
    expired:
      'Lightspeed kent deze toestemming niet meer: ze is maar een minuut geldig. Er is niets gekoppeld.',
    mayNot:
      'Je Lightspeed-gebruiker mist het recht employee:register en mag dus geen verkopen en winkels lezen; er is niets gekoppeld. Vraag wie Lightspeed beheert om dat recht, of laat het iemand doen die het heeft.',
    down: 'Lightspeed antwoordt nu niet. Er is niets gekoppeld.',
    operator:
      'Lightspeed accepteert de client-id en het geheim van deze Daybook niet. Er is niets gekoppeld. Meld het je technisch beheerder.',
    unexpected: (id: string) =>
      `Er gebeurde iets onverwachts. Blijft het zo, geef je technisch beheerder dit nummer: ${id}.`,
    again: 'Opnieuw proberen? Typ /lightspeed koppelen in Slack en druk op “Verbinden met Lightspeed”.',
  },

  linkStatus: {
    refused: (since: string) =>
      `:warning: Lightspeed weigert de sleutel sinds ${since}. Er komen geen cijfers binnen tot een beheerder een nieuwe geeft.`,
    consentLost: (since: string) =>
      `:warning: Lightspeed laat Daybook niet meer binnen sinds ${since}. Er komen geen cijfers binnen tot een beheerder opnieuw verbindt.`,
    denied: {
      r: (since: string) =>
        `:warning: Lightspeed laat Daybook sinds ${since} wel binnen, maar niet bij de verkopen: het recht \`employee:register\` ontbreekt. Er komen geen cijfers binnen tot de medewerker van de sleutel het heeft.`,
      x: (since: string) =>
        `:warning: Lightspeed laat Daybook sinds ${since} wel binnen, maar niet bij de verkopen. Er komen geen cijfers binnen tot een beheerder een token geeft van een gebruiker die alle verkopen mag zien.`,
    },
    unopened: (since: string) =>
      `:warning: De bewaarde sleutel is sinds ${since} niet te openen. Er komen geen cijfers binnen tot een beheerder hem opnieuw geeft.`,
    troubled: (since: string) =>
      `:warning: Lightspeed is niet te lezen sinds ${since}. Daybook blijft het proberen; gemiste dagen worden ingehaald.`,
    recovered: (since: string, until: string) =>
      `Lightspeed was niet te lezen van ${since} tot ${until}. Nu weer wel, en de gemiste dagen zijn ingehaald.`,
    paused: (since: string) =>
      `:double_vertical_bar: Gepauzeerd sinds ${since}: wordt ’s nachts niet gelezen, en geen ochtendbericht wacht erop.`,
    gone: (names: string) => `Niet meer in Lightspeed: ${names}. De cijfers blijven.`,
    pause: 'Pauzeren',
    pauseLabel: (account: string) => `${account} pauzeren`,
    pauseTitle: 'Dit account pauzeren?',
    pauseQuestion: (account: string) =>
      `${account} wordt niet gelezen tot je het hervat, en de dagen ertussen worden niet ingehaald. De cijfers blijven.`,
    resume: 'Hervatten',
    resumeLabel: (account: string) => `${account} hervatten`,
    resumeTitle: 'Dit account hervatten?',
    resumeQuestion: (account: string) => `${account} wordt vanaf komende nacht weer elke nacht gelezen.`,
    gonePause: 'Met dat account kan dit nu niet meer. Er is niets gewijzigd.',
  },

  linkNotices: {
    keyRefused: (account: string) =>
      `Lightspeed accepteert de sleutel van *${account}* niet meer. Er komen geen nieuwe cijfers binnen tot er een nieuwe is; gemiste dagen worden dan ingehaald.`,
    consentLost: (account: string) =>
      `Lightspeed laat Daybook *${account}* niet meer lezen: de toestemming is ingetrokken of verlopen. Er komen geen nieuwe cijfers binnen tot het opnieuw verbonden is; gemiste dagen worden dan ingehaald.`,
    denied: {
      r: (account: string) =>
        `Lightspeed laat Daybook wel binnen bij *${account}*, maar niet bij de verkopen: het recht \`employee:register\` ontbreekt. Vraag wie Lightspeed beheert om dat te geven aan de medewerker van wie de sleutel of toestemming is, of koppel met een andere. Gemiste dagen worden dan ingehaald.`,
      x: (account: string) =>
        `Lightspeed laat Daybook wel binnen bij *${account}*, maar niet bij de verkopen. Maak een token als gebruiker die alle verkopen mag zien, en geef het hier. Gemiste dagen worden dan ingehaald.`,
    },
    unopened: (account: string) =>
      `De bewaarde sleutel van *${account}* is niet meer te openen. Er komen geen nieuwe cijfers binnen tot hij opnieuw gegeven is; gemiste dagen worden dan ingehaald.`,
    reminder: (text: string) => `Nog steeds zo: ${text}`,
    outage: (account: string, since: string) =>
      `*${account}* is niet te lezen sinds ${since}: Lightspeed antwoordt niet zoals het hoort. Je hoeft niets te doen; Daybook blijft het proberen en haalt de gemiste dagen in. \`/lightspeed status\` zegt hoe het staat.`,
    consentEnding: (account: string, on: string) =>
      `*${account}* is al weken niet gelezen. De toestemming van Lightspeed verloopt ${on} als ze niet gebruikt wordt: hervat het account voor die tijd, of verbind het later opnieuw.`,
    linkerGone: (name: string, account: string) =>
      `${name}, die *${account}* koppelde, is niet meer in deze workspace. Het account wordt nog elke nacht gelezen, maar iemand moet het nieuws over de sleutel krijgen.`,
    takeOver: 'Overnemen',
    takenOver: (account: string) => `*${account}* is nu van jou: nieuws over de sleutel gaat naar jou.`,
    notTaken: 'Dat account is niet meer gekoppeld. Er is niets gewijzigd.',
    newStores: (account: string, number: number, names: string) =>
      `*${account}* heeft ${plural(number, 'een nieuwe winkel', `${number} nieuwe winkels`)}: ${names}. Zolang ${plural(number, 'die niet is', 'ze niet zijn')} ingedeeld, ${plural(number, 'telt hij', 'tellen ze')} in geen totaal mee.`,
  },
};
