import type { enAccess } from './en-access.ts';
import { plural } from './plural.ts';

/** What Daybook says in Dutch of who may see turnover, and of asking for it. */
export const nlAccess: typeof enAccess = {
  access: {
    onlyYours:
      'Alleen jouw afdelingen: andere zijn alleen voor gekozen mensen te zien en zitten hier in geen totaal.',
    onlyTheirs: (person) =>
      `Alleen de afdelingen die <@${person}> mag zien: andere zitten hier in geen totaal.`,
    noneOfYours: (days) => `Geen van de afdelingen die je mag zien had een winkel op ${days}.`,

    notYou: 'De omzet is hier te zien voor gekozen mensen, en daar hoor je niet bij.',
    notGuests: 'Gasten van deze workspace krijgen de omzet niet te zien.',
    notThis: (department) =>
      `De omzet van *${department}* is alleen te zien voor gekozen mensen, en daar hoor je niet bij.`,
    askHint: 'Een beheerder kan je die laten zien.',
    blind: (channels) =>
      `Daybook kan niet zien wie er in ${channels} zit, dus daardoor komt niemand erin: typ daar \`/invite @Daybook\`, als het kanaal nog in gebruik is.`,
    slackSilent:
      'Slack zei niet wie er zit in de kanalen waarvan de leden de omzet mogen zien, dus je ziet nu niets. Probeer het zo weer.',

    title: 'Toegang vragen',
    ask: 'Vraag een beheerder',
    askToManage: 'Vraag om Daybook te beheren',
    asked: (managers) => `Gevraagd: ${managers}. Daybook laat je weten wat ze zeggen.`,
    already:
      'Je hebt dit de afgelopen dag al gevraagd en de beheerders weten het. Daybook laat je weten wat ze zeggen.',
    declinedLately: (by) =>
      `Je hebt dit de afgelopen dag al gevraagd en <@${by}> zei: nu niet. Overleg samen, of vraag het morgen opnieuw.`,
    may: {
      manage: 'Je beheert Daybook al. Open de Home-tab opnieuw om de knoppen te zien.',
      see: 'Je mag dit al zien. Vraag het opnieuw met `/turnover`.',
    },
    nobody:
      'Daybook kon geen beheerder bereiken, dus het is aan niemand gevraagd. Vraag een beheerder of eigenaar van jullie Slack: die beheren Daybook ook.',

    wishes: {
      manage: (person) => `<@${person}> vraagt om Daybook te mogen beheren.`,
      see: (person) => `<@${person}> vraagt om de omzet te mogen zien.`,
      department: (person, department) => `<@${person}> vraagt om de omzet van ${department} te mogen zien.`,
    },
    meaning: {
      manage:
        'Wie beheert, mag accounts koppelen, winkels indelen, instellingen wijzigen, omzet invoeren en opnieuw ophalen, en anderen toelaten.',
      see: 'Dan ziet die persoon de omzet van elke dag, van alle afdelingen die niet voor minder mensen zijn. Wie wat mag zien staat in `/lightspeed instellingen`.',
      department:
        'Dan ziet die persoon de omzet van elke dag. Wie wat mag zien staat in `/lightspeed instellingen`.',
    },
    allow: 'Toelaten',
    decline: 'Nu niet',
    allowed: (by) => `Toegelaten door <@${by}>.`,
    declined: (by) => `<@${by}> zei: nu niet.`,
    given: {
      manage: (by) => `<@${by}> heeft je beheerder van Daybook gemaakt. De knoppen staan nu op de Home-tab.`,
      see: (by) => `Van <@${by}> mag je de omzet zien. \`/turnover\` laat die van gisteren zien.`,
      department: (by, department) =>
        `Van <@${by}> mag je de omzet van ${department} zien. \`/turnover\` laat die zien.`,
    },
    notGiven: {
      manage: (by) => `<@${by}> zei dat je Daybook nu niet mag beheren. Overleg samen als het nodig is.`,
      see: (by) => `<@${by}> zei dat je de omzet nu niet mag zien. Overleg samen als het nodig is.`,
      department: (by, department) =>
        `<@${by}> zei dat je de omzet van ${department} nu niet mag zien. Overleg samen als het nodig is.`,
    },
    goneQuestion: 'Die vraag staat niet meer open. Er is niets veranderd.',
  },

  accessSettings: {
    title: 'Wie ziet de omzet',
    open: 'Wie ziet de omzet…',
    heading: 'Wie de omzet mag zien',
    intro:
      'Dit geldt voor `/turnover`, de knoppen en bestanden ervan, en de Home-tab. Beheerders mogen altijd. Een ochtendbericht ziet iedereen in het kanaal.',
    seenBy: 'Wie mag de omzet zien',
    choices: {
      everyone: 'Iedereen behalve gasten',
      channels: 'Leden van gekozen kanalen',
      managers: 'Alleen beheerders',
    },
    channels: 'Kanalen',
    channelsHint:
      'Tellen bij ‘Leden van gekozen kanalen’. In een privékanaal moet Daybook zitten: typ daar /invite @Daybook. Gasten komen er niet in via een kanaal.',
    people: 'En deze mensen',
    peopleHint: 'Wat er hierboven ook gekozen is. Gasten alleen op naam.',
    kept: 'Afdelingen voor minder mensen',
    keptIntro: 'Hiervan is apart gezegd wie ze mag zien, wat er hierboven ook gekozen is.',
    keptNone: 'Geen: elke afdeling is te zien voor iedereen hierboven.',
    keptLine: (department, who) => `*${department}*: ${who}`,
    onlyManagers: 'alleen beheerders',
    more: (left) => `… en nog ${left}: kies er hieronder een om die te wijzigen.`,
    change: 'Wijzigen',
    changeLabel: (department) => `Wijzig wie ${department} ziet`,
    pick: 'Een afdeling voor minder mensen',
    noChannel: 'Kies minstens één kanaal, of hierboven iets anders.',
    blindChannels: (blind, all) =>
      `Daybook kan niet zien wie er in ${all === 1 ? 'dit kanaal' : `${blind} van deze kanalen`} zit. Een privékanaal moet Daybook uitnodigen: typ daar /invite @Daybook, of laat het weg.`,
    noScope:
      'Daybook mag Slack nog niet vragen wie er in een kanaal zit: de app moet opnieuw worden geïnstalleerd, voor de rechten channels:read en groups:read.',
    saved: 'Opgeslagen.',
    stillTold: (department, channels) =>
      `Maar het ochtendbericht in ${channels} gaat nog wel over *${department}*, voor iedereen daar: laat die weg in \`/lightspeed instellingen\` als dat niet moet.`,

    departmentIntro: (department) => `Wie mag de omzet van *${department}* zien?`,
    like: {
      rest: 'Iedereen die de andere afdelingen ziet',
      chosen: 'Alleen wie hier gekozen is, en beheerders',
    },
    likeLabel: 'Wie mag die zien',
    chosenPeople: 'Mensen',
    chosenChannels: 'Leden van deze kanalen',
    chosenHint: 'Met niemand hier: alleen beheerders.',
    departmentGone: 'Die afdeling bestaat niet meer. Er is niets veranderd.',

    summary: {
      everyone: 'Iedereen behalve gasten',
      channels: (channels) => `Leden van ${channels}`,
      managers: 'Alleen beheerders',
    },
    named: (people) => `${people} ${plural(people, 'persoon', 'mensen')} op naam`,
    keptCount: (departments) =>
      `${departments} ${plural(departments, 'afdeling', 'afdelingen')} voor minder mensen`,

    managersTitle: 'Beheerders',
    openManagers: 'Beheerders…',
    managersIntro:
      'De beheerders en eigenaren van Slack beheren Daybook. Deze mensen ook: ze koppelen accounts, delen winkels in en wijzigen instellingen en omzet.',
    managers: 'Beheerders naast hen',
    managersHint: 'Gasten kunnen niet beheren.',
    managersSaved:
      'Opgeslagen. Wie er niet meer bij staat, kan niets meer wijzigen, ook niet in formulieren die nog open staan.',
    notSelf:
      'Dan beheer je Daybook zelf niet meer en kun je het niet terugdraaien. Vraag een andere beheerder om je van de lijst te halen.',
    noGuests: (people) => `Gasten kunnen Daybook niet beheren. Laat ${people} weg.`,
  },
};
