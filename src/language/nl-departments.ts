import type { enDepartments } from './en-departments.ts';
import { plural } from './plural.ts';

/** What Daybook says in Dutch about departments, and about mapping many stores to them. */
export const nlDepartments: typeof enDepartments = {
  departments: {
    title: 'Afdelingen',
    none: 'Er is nog geen afdeling. Voeg hier de eerste toe, of doe het bij het indelen van winkels.',
    name: 'Nieuwe afdeling',
    placeholder: 'Bijvoorbeeld Bakkerij',
    add: 'Toevoegen',
    line: (name: string, stores: string) => `*${name}*: ${stores}`,
    noStores: 'nog geen winkel',
    exists: 'Er is al een afdeling met deze naam.',
    existsArchived: 'Een gearchiveerde afdeling heet al zo. Haal die terug, of kies een andere naam.',
    empty: 'Vul een naam in.',
    tooLong: 'Hoogstens 60 tekens.',
    added: (name: string) => `*${name}* is toegevoegd.`,
    change: 'Wijzigen',
    changeLabel: (name: string) => `Wijzig ${name}`,
    find: 'Zoek een afdeling',
    page: (page: number, pages: number, all: number) => `Pagina ${page} van ${pages}, ${all} afdelingen`,
    previous: 'Vorige',
    next: 'Meer',
    sort: 'Op naam sorteren',
    sortTitle: 'Op naam sorteren?',
    sortQuestion: 'De volgorde die je zelf koos, vervalt; verder verandert er niets.',
    sorted: 'De afdelingen staan nu op volgorde van naam.',
    archivedButton: (count: number) => `Gearchiveerd (${count})`,
  },

  department: {
    title: 'Afdeling wijzigen',
    stores: (stores: string) => `Winkels: ${stores}`,
    noStores: 'Er hoort nu geen winkel bij.',
    name: 'Naam',
    nameHint: 'De nieuwe naam staat ook bij oude dagen.',
    place: 'Plaats in lijsten',
    first: 'Bovenaan',
    after: (name: string) => `Na ${name}`,
    save: 'Opslaan',
    back: 'Alle afdelingen',
    merge: 'Samenvoegen met…',
    archive: 'Archiveren',
    archiveTitle: 'Archiveren?',
    archiveQuestion: (name: string) =>
      `${name} houdt haar omzet en staat nog bij oude dagen. Voor winkels is ze niet meer te kiezen, tot je haar terughaalt.`,
    hasStores: (stores: string) =>
      `Archiveren kan niet zolang er winkels bij horen: ${stores}. Geef die eerst een andere afdeling met \`/lightspeed indelen\`, of voeg deze afdeling samen met een andere.`,
    saved: (name: string) => `*${name}* is opgeslagen.`,
    renamed: (from: string, to: string) => `*${from}* heet nu *${to}*.`,
    changed: (name: string) =>
      `Iemand anders heeft dit intussen gewijzigd: de afdeling heet nu *${name}*. Van jou is niets opgeslagen.`,
    gone: 'Die afdeling is er niet meer: iemand heeft haar met een andere samengevoegd. Er is niets gewijzigd.',
    archivedDone: (name: string) => `*${name}* is gearchiveerd. De omzet blijft bewaard.`,
  },

  archivedDepartments: {
    title: 'Gearchiveerd',
    intro: 'Deze afdelingen staan nog bij oude dagen en zijn niet meer te kiezen voor winkels.',
    none: 'Er is geen afdeling gearchiveerd.',
    restore: 'Terughalen',
    restoreLabel: (name: string) => `Terughalen: ${name}`,
    restored: (name: string) => `*${name}* is terug.`,
  },

  merge: {
    title: 'Afdelingen samenvoegen',
    intro: (name: string) =>
      `Bij welke afdeling moet *${name}* komen? Die krijgt alle omzet van *${name}*, ook van oude dagen, en *${name}* verdwijnt.`,
    into: 'Samenvoegen met',
    placeholder: 'Typ om een afdeling te vinden',
    next: 'Verder',
    alone: 'Er is geen andere afdeling om mee samen te voegen.',
    question: (from: string, into: string) => `*${from}* samenvoegen met *${into}*?`,
    extent: (stores: number, days: number) =>
      stores === 0
        ? 'Er hoorde nooit een winkel bij, dus er verhuist geen omzet.'
        : `De omzet van ${stores} ${plural(stores, 'winkel', 'winkels')} op ${days} ${plural(days, 'dag', 'dagen')} verhuist mee. Wat de laatste twee weken in Slack is verteld, wordt bijgewerkt.`,
    access: (into: string, who: string) =>
      `Een van de twee is maar voor enkele mensen, en dat wordt *${into}* dan ook: alleen wie beide mag zien, ziet die. Behalve beheerders: ${who}.`,
    channels: (into: string, channels: string) =>
      `Het ochtendbericht in ${channels} gaat nu over maar een van de twee, en dan over heel *${into}*.`,
    forever: ':warning: Dit kan niet ongedaan worden gemaakt.',
    confirm: 'Samenvoegen',
    another: 'Een andere kiezen',
    done: (from: string, into: string, stores: number, days: number) =>
      `*${from}* hoort nu bij *${into}*: ${stores} ${plural(stores, 'winkel', 'winkels')}, ${days} ${plural(days, 'dag', 'dagen')}.`,
    archived: (name: string) =>
      `*${name}* is intussen gearchiveerd; er kan niets meer bij. Er is niets gewijzigd.`,
    same: 'Een afdeling kan niet met zichzelf worden samengevoegd. Er is niets gewijzigd.',
  },

  storeSearch: {
    label: 'Zoek een winkel',
    placeholder: 'Deel van de naam, dan Enter',
    onlyUnmapped: (count: number) => `Alleen niet ingedeeld (${count})`,
    all: (count: number) => `Alle winkels (${count})`,
    found: (found: string, all: string) => `${found} van ${all} winkels`,
    none: 'Zo’n winkel is er niet.',
    allMapped: 'Elke winkel is ingedeeld.',
  },

  mappingDraft: {
    unsaved: (stores: number, time: string) =>
      stores === 0
        ? `*Je hebt keuzes die nog niet zijn opgeslagen*, van ${time}. Sla ze op, of gooi ze weg en begin met wat er opgeslagen is.`
        : `*Je hebt keuzes die nog niet zijn opgeslagen*, voor ${stores} ${plural(stores, 'winkel', 'winkels')}, van ${time}. Sla ze op, of gooi ze weg en begin met wat er opgeslagen is.`,
    drop: 'Keuzes weggooien',
    dropShort: 'Weggooien',
    dropTitle: 'Keuzes weggooien?',
    dropQuestion: 'Wat je koos en niet opsloeg, vervalt. Wat opgeslagen is, blijft zoals het is.',
    changedTitle: '*Iemand anders heeft dit intussen gewijzigd. Van jou is nog niets opgeslagen.*',
    changed: (store: string, before: string, now: string, who: string, time: string) =>
      `*${store}*: ${before} → ${now}, door <@${who}>, ${time}.`,
    changedByOperator: (store: string, before: string, now: string, time: string) =>
      `*${store}*: ${before} → ${now}, ${time}.`,
    yours: (choice: string) => `Jij koos ${choice}: met opslaan komt dat ervoor in de plaats.`,
    moreChanged: (count: number) => `… en nog ${count} ${plural(count, 'winkel', 'winkels')}`,
    nobody: 'geen afdeling',
    ignored: 'genegeerd',
    archivedOption: (name: string) => `${name} (gearchiveerd)`,
    gone: 'Deze afdeling is er niet meer. Kies een andere.',
    archivedName: 'Een gearchiveerde afdeling heet zo. Haal die terug met /lightspeed afdelingen.',
    typeToFind: 'Typ om een afdeling te vinden',
  },
};
