import type { enHome } from './en-home.ts';

/** What Daybook says in Dutch in its Home, and to who begins. */
export const nlHome: typeof enHome = {
  home: {
    intro:
      'Elke ochtend de omzet van gisteren per afdeling. Vraag een andere dag op met `/turnover 2024-05-01`.',
    askManager:
      'Koppelingen, indeling en instellingen zijn voor beheerders: de beheerders en eigenaren van Slack, en wie zij aanwijzen.',
    yesterday: (day: string) => `Gisteren, ${day}`,
    nothingYet: 'De cijfers van gisteren komen met de eerste import.',
    more: (number: number) => `… en nog ${number}. \`/turnover\` toont ze allemaal.`,
    whole: '`/turnover` toont ook de winkels, en elke andere dag of periode.',
    links: 'Lightspeed-accounts',
    moreLinks: (number: number) =>
      `… en nog ${number} accounts. \`/lightspeed indelen\` opent het eerste van allemaal.`,
    spoken: { en: 'In kanalen schrijft Daybook Engels.', nl: 'In kanalen schrijft Daybook Nederlands.' },
    zone: (zone: string) => `De tijdzone van de workspace: ${zone}.`,
    unlinkLabel: (account: string) => `${account} ontkoppelen`,
    help: '`/lightspeed help` zegt wat Daybook allemaal kan.',
  },

  /** Waar de knoppen van beheerders over gaan. */
  ways: { figures: 'Cijfers', stores: 'Winkels', ours: 'Daybook zelf' },

  firstMinute: {
    welcome: 'Daybook is er. Nog drie stappen, en je team krijgt elke ochtend de omzet van gisteren.',
    title: 'Daybook instellen',
    checklist: 'Drie stappen, en je team krijgt elke ochtend de omzet van gisteren.',
    link: {
      name: 'Lightspeed koppelen',
      how: 'Geef de sleutel van je Lightspeed Retail-account. Daybook leest alleen.',
      button: 'Lightspeed koppelen',
    },
    map: {
      name: 'Winkels indelen',
      how: 'Zeg welke winkel bij welke afdeling hoort.',
      button: 'Winkels indelen',
    },
    channel: {
      name: 'Kanaal en uur kiezen',
      how: 'Waar en wanneer het team het leest.',
      button: 'Kanaal kiezen',
    },
    done: (step: string) => `:white_check_mark: ${step} – gedaan.`,
    next: (step: string, how: string) => `:arrow_right: ${step} – nu. ${how}`,
    open: (step: string, how: string) => `${step} – nog te doen. ${how}`,
    later: 'Deze stappen staan ook op de startpagina van Daybook, en hoe ver je bent.',
  },
};
