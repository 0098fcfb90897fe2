/** What Daybook says in English in its Home, and to who begins. */
export const enHome = {
  home: {
    intro: 'Yesterday’s turnover per department, every morning. Ask for any day with `/turnover 2024-05-01`.',
    askManager:
      'Links, mapping and settings are for managers: Slack’s admins and owners, and whoever they name.',
    yesterday: (day: string) => `Yesterday, ${day}`,
    nothingYet: 'The figures of yesterday come with the first import.',
    more: (number: number) => `… and ${number} more. \`/turnover\` shows them all.`,
    whole: '`/turnover` shows the stores too, and any other day or range.',
    links: 'Lightspeed accounts',
    moreLinks: (number: number) =>
      `… and ${number} more accounts. \`/lightspeed map\` opens the first of all.`,
    spoken: { en: 'Channels are told in English.', nl: 'Channels are told in Dutch.' },
    zone: (zone: string) => `The workspace’s time zone: ${zone}.`,
    unlinkLabel: (account: string) => `Unlink ${account}`,
    help: '`/lightspeed help` says all that Daybook can do.',
  },

  /** What the buttons of managers are about. */
  ways: { figures: 'Figures', stores: 'Stores', ours: 'Daybook itself' },

  firstMinute: {
    welcome: 'Daybook is here. Three steps, and the turnover of yesterday comes to your team every morning.',
    title: 'Set Daybook up',
    checklist: 'Three steps, and the turnover of yesterday comes to your team every morning.',
    /** Of each step what it is, what one does there, and the button. */
    link: {
      name: 'Link Lightspeed',
      how: 'Give the key of your Lightspeed Retail account. Daybook only reads.',
      button: 'Link Lightspeed',
    },
    map: {
      name: 'Map your stores',
      how: 'Say which store belongs to which department.',
      button: 'Map stores',
    },
    channel: {
      name: 'Choose channel and hour',
      how: 'Where and when the team is told.',
      button: 'Choose channel',
    },
    done: (step: string) => `:white_check_mark: ${step} – done.`,
    next: (step: string, how: string) => `:arrow_right: ${step} – next. ${how}`,
    open: (step: string, how: string) => `${step} – to do. ${how}`,
    later: 'Daybook’s Home shows these steps too, and how far you are.',
  },
};
