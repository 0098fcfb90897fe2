import type { Texts } from './en.ts';
import { nlAccess } from './nl-access.ts';
import { nlAudit } from './nl-audit.ts';
import { nlCare } from './nl-care.ts';
import { nlChannels } from './nl-channels.ts';
import { nlCharts } from './nl-charts.ts';
import { nlClosing } from './nl-closing.ts';
import { nlDays } from './nl-days.ts';
import { nlDepartments } from './nl-departments.ts';
import { nlDigest } from './nl-digest.ts';
import { nlFigures } from './nl-figures.ts';
import { nlHome } from './nl-home.ts';
import { nlImport } from './nl-import.ts';
import { nlInstall } from './nl-install.ts';
import { nlKeyPage } from './nl-key-page.ts';
import { nlLinks } from './nl-links.ts';
import { nlMonthly } from './nl-monthly.ts';
import { nlNotes } from './nl-notes.ts';
import { nlRange } from './nl-range.ts';
import { nlSetup } from './nl-setup.ts';
import { nlTargets } from './nl-targets.ts';

/** Every sentence Daybook says in Dutch, as a shopkeeper says it. */
export const nl: Texts = {
  vat: { incl: 'incl. btw', excl: 'excl. btw' },

  common: {
    cancel: 'Annuleren',
    close: 'Sluiten',
    save: 'Opslaan',
    oneMoment: 'Een ogenblik…',
  },

  ...nlAccess,
  ...nlFigures,
  ...nlHome,
  ...nlDigest,
  ...nlChannels,
  ...nlClosing,
  ...nlRange,
  ...nlMonthly,
  ...nlNotes,
  ...nlTargets,
  ...nlKeyPage,
  ...nlLinks,
  ...nlSetup,
  ...nlDepartments,
  ...nlImport,
  ...nlInstall,
  ...nlDays,
  ...nlAudit,
  ...nlCare,
  ...nlCharts,

  status: {
    title: 'Hoe het met Daybook gaat',
    noLink: 'Er is nog geen Lightspeed-account gekoppeld.',
    lastNight: (time: string, days: string) => `Laatste import: ${time}, van ${days}.`,
    noNight: 'Nog niets geïmporteerd.',
    nextNight: (time: string) => `Volgende import: ${time}.`,
    failing: (time: string) => `Volgende poging: ${time}.`,
    unmapped: (names: string) => `:warning: Nog bij geen afdeling ingedeeld: ${names}.`,
    foreign: (names: string) => `:warning: In een andere valuta dan het account, dus niet gelezen: ${names}.`,
    zoneless: (names: string) =>
      `:warning: Geen tijdzone in Lightspeed, dus niet gelezen: ${names}. Stel die daar in bij de winkel.`,
    digest: (channel: string, hour: string, zone: string) =>
      `Ochtendbericht: <#${channel}> om ${hour} (${zone}).`,
    noDigest: 'Nog geen kanaal krijgt een ochtendbericht.',
    allWell: 'Alles gaat goed.',
    link: 'Lightspeed koppelen',
    map: 'Winkels indelen',
    settings: 'Instellingen',
    importNow: 'Nu importeren',
    businessDays: 'Winkeldagen',
    departments: 'Afdelingen',
  },

  help: {
    title: 'Wat Daybook kan',
    words: {
      link: 'koppelen',
      map: 'indelen',
      departments: 'afdelingen',
      status: 'status',
      import: 'importeren',
      settings: 'instellingen',
      targets: 'doelen',
      unlink: 'ontkoppelen',
      audit: 'logboek',
      help: 'hulp',
    },
    tasks: {
      see: {
        title: 'Omzet bekijken',
        lines: [
          '`/turnover` – gisteren, per afdeling en winkel',
          '`/turnover vorige week vrijdag`, `week 18`, `mei 2024`, `q2` – elke dag, in woorden of cijfers',
          '`/turnover mei 2024 bakkerij` – één afdeling; met `csv` of `xlsx` erachter krijg je een bestand',
        ],
      },
      setUp: {
        title: 'Instellen, voor beheerders',
        lines: [
          '`/lightspeed koppelen` – een Lightspeed-account of een nieuwe sleutel; `/lightspeed ontkoppelen` beëindigt het',
          '`/lightspeed indelen` – welke winkel welke afdeling is; `/lightspeed afdelingen` – wat er is',
          '`/lightspeed instellingen` – kanalen en uren van het ochtendbericht, btw, wie wat ziet; `/lightspeed doelen`',
        ],
      },
      watch: {
        title: 'Zien of het loopt',
        lines: [
          '`/lightspeed status` – laatste en volgende import, en wat er mis is',
          '`/lightspeed importeren` – nu de laatste twee dagen; `/lightspeed importeren mei 2024` – oudere dagen',
          '`/lightspeed logboek` – wie wat deed',
        ],
      },
    },
    more: 'Alles wat het kan',
    moreLabel: 'Alles wat het kan, met alle woorden',
    lines: {
      turnover:
        '`/turnover` – de omzet van gisteren; `/turnover 2024-05-01` – die van een dag; ook `vorige week vrijdag`, `week 18`, `mei 2024`, `q2`, `1 mei t/m 7 mei`, `afgelopen 7 dagen`',
      turnoverDepartment:
        '`/turnover mei 2024 bakkerij` – die van één afdeling; een naam die op dagen lijkt zet je tussen aanhalingstekens: `/turnover gisteren "Mei"`',
      turnoverFile:
        '`/turnover mei 2024 csv` of `xlsx`, of *Downloaden* onder het ochtendbericht – de cijfers als bestand, in je directe berichten',
      reconcile:
        '`/turnover 2024-05-01 vergelijk 4210,50` – een dag naast het totaal van een ander rapport leggen, en zien wat het verschil maakt',
      dayMenu:
        'het menu naast een dag, voor beheerders – opnieuw importeren, vergelijken met Lightspeed, een bedrag met de hand invoeren, naast een rapport leggen',
      link: '`/lightspeed koppelen` – een Lightspeed-account koppelen, of een nieuwe sleutel geven',
      map: '`/lightspeed indelen` – zeggen welke winkel bij welke afdeling hoort, en vanaf welke dag; een winkel kan ook verdeeld worden',
      departments:
        '`/lightspeed afdelingen` – afdelingen toevoegen, hernoemen, ordenen, samenvoegen en archiveren',
      status:
        '`/lightspeed status` – koppelingen, laatste en volgende import, wat er mis is; een account een seizoen pauzeren; *Winkeldagen*: op welk uur de dag van een winkel begint',
      import:
        '`/lightspeed importeren` – de laatste twee dagen nu importeren; `/lightspeed importeren mei 2024`, `2024-05-01..2024-05-31` – oudere dagen',
      settings:
        '`/lightspeed instellingen` – de kanalen van het ochtendbericht, elk met uur, dagen en afdelingen; gesloten dagen; taal; met of zonder btw; elke maand een bestand',
      access:
        '`/lightspeed instellingen`, *Wie ziet de omzet* en *Beheerders* – wie van welke afdeling de omzet mag zien, en wie beheert; wie iets niet mag, vraagt het met een knop aan een beheerder',
      targets:
        '`/lightspeed doelen` – wat elke afdeling op elke weekdag moet omzetten: getypt, overgenomen van vorig jaar, of uit een CSV',
      notes:
        'een antwoord onder het ochtendbericht, of *Notitie toevoegen* – een notitie van die dag, voor wie de omzet mag zien; over een jaar komt die terug',
      unlink: '`/lightspeed ontkoppelen` – een koppeling beëindigen; de cijfers blijven',
      audit:
        '`/lightspeed logboek` – voor beheerders: wie wat koppelde, indeelde, wijzigde of exporteerde, en wie omzet is geweigerd',
      home: 'De startpagina van Daybook – de eerste stappen, gisteren in één oogopslag, je accounts en instellingen',
    },
    reports:
      'Welk rapport hoort gelijk te zijn? R-Series inclusief btw: “Total” van het kassarapport Sales totals; exclusief btw: “Total” van Analytics. X-Series: “Revenue”, die exclusief btw is.',
    unknown: (word: string) => `\`/lightspeed ${word}\` ken ik niet.`,
    meant: (word: string) => `Bedoelde je \`/lightspeed ${word}\`?`,
  },

  notices: {
    undeliverable: (channel: string) => `Het ochtendbericht kon niet in <#${channel}> worden geplaatst.`,
    mend: {
      not_in_channel: 'Typ `/invite @Daybook` in dat kanaal; het volgende ochtendbericht komt daar aan.',
      channel_not_found:
        'Is het een privékanaal, typ daar dan `/invite @Daybook`; kies anders een ander kanaal in `/lightspeed instellingen`.',
      is_archived: 'Het kanaal is gearchiveerd. Kies een ander in `/lightspeed instellingen`.',
      restricted_action:
        'Alleen sommigen mogen daar iets plaatsen. Laat Daybook toe in de instellingen van het kanaal, of kies een ander in `/lightspeed instellingen`.',
      msg_too_long:
        'Het is te lang voor Slack. Kies minder afdelingen voor dat kanaal in `/lightspeed instellingen`.',
      other: 'Kies een ander kanaal in `/lightspeed instellingen`.',
    },
  },

  trouble: {
    notManager:
      'Dit kunnen alleen beheerders: de beheerders en eigenaren van Slack, en wie zij aanwijzen. Er is niets gewijzigd. Vraag het een van hen.',
    slackSilent: 'Slack zei niet wie je bent, dus er is niets gedaan. Probeer het over een ogenblik opnieuw.',
    slackFailed: {
      post: 'Slack nam een bericht van Daybook niet aan. Wat je koos kan toch gebeurd zijn: kijk eerst voor je het opnieuw doet.',
      update:
        'Slack liet Daybook een van zijn berichten niet wijzigen. Wat je koos kan toch gebeurd zijn: kijk eerst voor je het opnieuw doet.',
      other:
        'Slack deed niet wat Daybook vroeg. Wat je koos kan toch gebeurd zijn: kijk eerst voor je het opnieuw doet.',
    },
    database:
      'Daybook kan zijn database nu niet bereiken. Er is niets gewijzigd. Probeer het over een minuut opnieuw.',
    unexpected: (id: string) =>
      `Er gebeurde iets onverwachts. Probeer het opnieuw; blijft het zo, geef je technisch beheerder dit nummer: ${id}.`,
    slackSlow: 'Slack was traag, dus het formulier ging niet open. Probeer het opnieuw:',
    openAgain: 'Formulier openen',
  },
};
