import { plural } from './plural.ts';

/** What Daybook says in English of who may see turnover, and of asking for it. */
export const enAccess = {
  access: {
    /** Said with figures that are those of some departments only. */
    onlyYours: 'Your departments only: others are kept to chosen people, and are in no total here.',
    onlyTheirs: (person: string) =>
      `Only the departments that <@${person}> may see: others are in no total here.`,
    noneOfYours: (days: string) => `None of the departments that you may see had a store on ${days}.`,

    /** Why a person sees nothing. */
    notYou: 'The turnover is shown to chosen people of this workspace, and you are not among them.',
    notGuests: 'Turnover is not shown to guests of this workspace.',
    notThis: (department: string) =>
      `The turnover of *${department}* is kept to chosen people, and you are not among them.`,
    askHint: 'A manager can let you see it.',
    blind: (channels: string) =>
      `Daybook cannot see who is in ${channels}, so nobody gets in by it: type \`/invite @Daybook\` there, if it is still in use.`,
    slackSilent:
      'Slack did not say who is in the channels whose members may see turnover, so none is shown. Try again in a moment.',

    title: 'Ask for access',
    ask: 'Ask a manager',
    askToManage: 'Ask to manage Daybook',
    asked: (managers: string) => `Asked: ${managers}. Daybook tells you what they say.`,
    already: 'You asked within the last day, and the managers were told. Daybook tells you what they say.',
    declinedLately: (by: string) =>
      `You asked within the last day, and <@${by}> said: not now. Talk to them, or ask again tomorrow.`,
    may: {
      manage: 'You manage Daybook already. Open its Home again to see the buttons.',
      see: 'You may see it already. Ask again with `/turnover`.',
    },
    nobody:
      'Daybook could reach no manager, so nobody was asked. Ask an admin or owner of your Slack: they manage Daybook too.',

    wishes: {
      manage: (person: string) => `<@${person}> asks to manage Daybook.`,
      see: (person: string) => `<@${person}> asks to see the turnover.`,
      department: (person: string, department: string) =>
        `<@${person}> asks to see the turnover of ${department}.`,
    },
    meaning: {
      manage:
        'Who manages it may link accounts, map stores, change settings, enter and re-import figures, and allow others.',
      see: 'They would see that of every day, of all departments that are not kept to fewer people. Who may see it is in `/lightspeed settings`.',
      department: 'They would see that of every day. Who may see it is in `/lightspeed settings`.',
    },
    allow: 'Allow',
    decline: 'Not now',
    allowed: (by: string) => `Allowed by <@${by}>.`,
    declined: (by: string) => `<@${by}> said: not now.`,
    given: {
      manage: (by: string) => `<@${by}> made you a manager of Daybook. Its Home has the buttons now.`,
      see: (by: string) => `<@${by}> lets you see the turnover. \`/turnover\` shows that of yesterday.`,
      department: (by: string, department: string) =>
        `<@${by}> lets you see the turnover of ${department}. \`/turnover\` shows it.`,
    },
    notGiven: {
      manage: (by: string) => `<@${by}> said not now to your managing Daybook. Talk to them if you need it.`,
      see: (by: string) => `<@${by}> said not now to your seeing the turnover. Talk to them if you need it.`,
      department: (by: string, department: string) =>
        `<@${by}> said not now to your seeing the turnover of ${department}. Talk to them if you need it.`,
    },
    goneQuestion: 'That question is not open any more. Nothing was changed.',
  },

  accessSettings: {
    title: 'Who sees turnover',
    open: 'Who sees turnover…',
    heading: 'Who may see turnover',
    intro:
      'This holds for `/turnover`, its buttons and files, and Home. Managers always may. A digest is seen by everybody in its channel.',
    seenBy: 'Who may see turnover',
    choices: {
      everyone: 'Everyone but guests',
      channels: 'Members of chosen channels',
      managers: 'Managers only',
    },
    channels: 'Channels',
    channelsHint:
      'Count with “Members of chosen channels”. A private one must have Daybook in it: type /invite @Daybook there. Guests do not get in by a channel.',
    people: 'And these people',
    peopleHint: 'Whoever else is chosen above. Guests get in by name only.',
    kept: 'Departments kept to fewer people',
    keptIntro: 'For these it is said apart who may see them, whatever is chosen above.',
    keptNone: 'None: every department is seen by all of those above.',
    keptLine: (department: string, who: string) => `*${department}*: ${who}`,
    onlyManagers: 'managers only',
    more: (left: number) => `… and ${left} more: choose one below to change it.`,
    change: 'Change',
    changeLabel: (department: string) => `Change who sees ${department}`,
    pick: 'Keep a department to fewer people',
    noChannel: 'Choose at least one channel, or another answer above.',
    blindChannels: (blind: number, all: number) =>
      `Daybook cannot see who is in ${all === 1 ? 'this channel' : `${blind} of these channels`}. Into a private one it must be invited: type /invite @Daybook there, or leave it out.`,
    noScope:
      'Daybook may not yet ask Slack who is in a channel: the app must be installed again, for its permissions channels:read and groups:read.',
    saved: 'Saved.',
    stillTold: (department: string, channels: string) =>
      `But the digest in ${channels} still tells of *${department}*, to everybody there: leave it out in \`/lightspeed settings\`, if it should not.`,

    departmentIntro: (department: string) => `Who may see the turnover of *${department}*?`,
    like: {
      rest: 'All who see the other departments',
      chosen: 'Only who is chosen here, and managers',
    },
    likeLabel: 'Who may see it',
    chosenPeople: 'People',
    chosenChannels: 'Members of these channels',
    chosenHint: 'With nobody here, managers only.',
    departmentGone: 'That department is not there any more. Nothing was changed.',

    summary: {
      everyone: 'Everyone but guests',
      channels: (channels: string) => `Members of ${channels}`,
      managers: 'Managers only',
    },
    named: (people: number) => `${people} ${plural(people, 'person', 'people')} by name`,
    keptCount: (departments: number) =>
      `${departments} ${plural(departments, 'department', 'departments')} kept to fewer people`,

    managersTitle: 'Managers',
    openManagers: 'Managers…',
    managersIntro:
      'Slack’s admins and owners manage Daybook. These people do too: they link accounts, map stores, change settings and figures.',
    managers: 'Managers beside them',
    managersHint: 'Guests cannot manage.',
    managersSaved: 'Saved. Who was left out cannot change anything any more, in forms that are open too.',
    notSelf:
      'You would not manage Daybook any more, and could not undo it. Ask another manager to take you off the list.',
    noGuests: (people: string) => `Guests cannot manage Daybook. Leave out ${people}.`,
  },
};
