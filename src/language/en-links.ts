import { plural } from './plural.ts';

/** What Daybook says in English of linking Lightspeed accounts and of how their links do. */
export const enLinks = {
  link: {
    title: 'Link Lightspeed',
    intro: {
      r: 'Daybook reads your sales once a night and never changes anything in Lightspeed. You find the key in Lightspeed Retail under *Settings > Client API Access*.',
      x: 'Daybook reads your sales once a night and never changes anything in Lightspeed. You make a personal token in Lightspeed Retail under *Setup > Personal Tokens*.',
    },
    connect: 'Connect with Lightspeed',
    connectIntro:
      'The easy way: say yes at Lightspeed, without any key. It opens in your browser and is good for ten minutes; a message here tells you when it is done.',
    series: 'Lightspeed Retail series',
    rSeries: 'R-Series',
    xSeries: 'X-Series',
    prefix: 'Domain prefix',
    prefixHint: 'The first part of your shop’s address: “myshop” in myshop.retail.lightspeed.app.',
    prefixMissing: 'An X-Series account needs its domain prefix too. It is asked for here:',
    prefixEmpty: 'Give the first part of your shop’s address, such as myshop.',
    prefixWrong:
      'This is no domain prefix. It is the first part of your shop’s address: “myshop” in myshop.retail.lightspeed.app.',
    key: 'API key',
    keyHint: {
      r: 'Slack shows what you type here, but Daybook keeps it encrypted and never shows it again.',
      x: 'The personal token. Slack shows what you type here, but Daybook keeps it encrypted and never shows it again.',
    },
    submit: 'Link',
    empty: { r: 'Paste the API key here.', x: 'Paste the personal token here.' },
    refused: {
      r: 'Lightspeed refused this key. Nothing was saved. Copy it again from Settings > Client API Access, or make a new one there.',
      x: 'Lightspeed refused this token. Nothing was saved. Copy it again, or make a new one under Setup > Personal Tokens.',
    },
    denied: {
      r: 'This key may not read sales or stores. Nothing was saved. It needs the right employee:register: give it to the key’s employee, or use the key of one who has it.',
      x: 'This token may not read sales or outlets. Nothing was saved. Make one as a user who may see all sales.',
    },
    down: 'Lightspeed does not answer right now. Nothing was saved. Try again in a few minutes.',
    noShop:
      'No shop answers under this prefix right now. Nothing was saved. See whether it is spelled right, or try again in a few minutes.',
    unreadable:
      'Lightspeed answered in a way Daybook does not understand. Nothing was saved. Try again later; if it stays so, tell your operator.',
    checking: 'Trying the key with Lightspeed…',
    linked: (account: string) => `*${account}* is linked.`,
    relinked: (account: string) => `*${account}* has its new key.`,
    stores: (number: number) => `${number} ${plural(number, 'store', 'stores')} found.`,
    nextStep: 'Next: say which store belongs to which department.',
    keyAsArgument:
      'Never type a key after a command: Slack keeps it in your history. Revoke that key in Lightspeed (Settings > Client API Access), make a new one, and enter it in the form that `/lightspeed link` opens.',
    again: 'Try again',
  },

  links: {
    row: (account: string, how: string) => `*${account}*\n${how}`,
    how: {
      key: (hint: string) => `R-Series, key ending in ${hint}`,
      oauth: () => 'R-Series, connected with Lightspeed',
      token: (hint: string, prefix: string) => `X-Series (${prefix}), token ending in ${hint}`,
    },
    stores: (number: number) => `${number} ${plural(number, 'store', 'stores')}`,
    map: 'Map',
    mapLabel: (account: string) => `Map the stores of ${account}`,
    reconnect: 'Reconnect',
    reconnectLabel: (account: string) => `Reconnect ${account} with a new key`,
  },

  /** What a browser shows that comes back from Lightspeed; plain text. */
  consent: {
    title: 'Daybook',
    linked: (account: string) => `${account} is linked.`,
    linkedNext:
      'Daybook has sent you a message in Slack: say there which store belongs to which department. You may close this page.',
    denied: 'You did not let Daybook read your account, so nothing was linked.',
    refused: 'Lightspeed gave Daybook no access, so nothing was linked.',
    unknown: 'This page was used before, or is older than ten minutes. Nothing was changed.',
    notManager: 'Only managers may link accounts, and you are none any more. Nothing was changed.',
    expired: 'Lightspeed no longer knows this consent: it is good for a minute only. Nothing was linked.',
    mayNot:
      'Your Lightspeed user lacks the right employee:register, so it may not read sales and shops and nothing was linked. Ask whoever runs Lightspeed for that right, or let somebody try who has it.',
    down: 'Lightspeed does not answer right now. Nothing was linked.',
    operator:
      'Lightspeed does not accept this Daybook’s own client id and secret. Nothing was linked. Tell your operator.',
    unexpected: (id: string) =>
      `Something unexpected happened. If it stays so, tell your operator this number: ${id}.`,
    again: 'To try again, type /lightspeed link in Slack and press “Connect with Lightspeed”.',
  },

  linkStatus: {
    refused: (since: string) =>
      `:warning: Lightspeed refuses the key since ${since}. No figures come in until a manager gives a new one.`,
    consentLost: (since: string) =>
      `:warning: Lightspeed no longer lets Daybook in since ${since}. No figures come in until a manager connects again.`,
    denied: {
      r: (since: string) =>
        `:warning: Lightspeed lets Daybook in, but not to the sales, since ${since}: the right \`employee:register\` is missing. No figures come in until the key’s employee has it.`,
      x: (since: string) =>
        `:warning: Lightspeed lets Daybook in, but not to the sales, since ${since}. No figures come in until a manager gives a token of a user who may see all sales.`,
    },
    unopened: (since: string) =>
      `:warning: The stored key cannot be opened since ${since}. No figures come in until a manager gives it again.`,
    troubled: (since: string) =>
      `:warning: Lightspeed could not be read since ${since}. Daybook keeps trying; missed days are made up for.`,
    recovered: (since: string, until: string) =>
      `Lightspeed could not be read from ${since} to ${until}. It can again, and the missed days were made up for.`,
    paused: (since: string) =>
      `:double_vertical_bar: Paused since ${since}: not read at night, and no digest waits for it.`,
    gone: (names: string) => `No longer in Lightspeed: ${names}. Their figures stay.`,
    pause: 'Pause',
    pauseLabel: (account: string) => `Pause ${account}`,
    pauseTitle: 'Pause this account?',
    pauseQuestion: (account: string) =>
      `${account} is not read until you resume it, and the days between are not made up for. Its figures stay.`,
    resume: 'Resume',
    resumeLabel: (account: string) => `Resume ${account}`,
    resumeTitle: 'Resume this account?',
    resumeQuestion: (account: string) => `${account} is read every night again, from the coming night on.`,
    gonePause: 'That account is not in a state for this any more. Nothing was changed.',
  },

  linkNotices: {
    keyRefused: (account: string) =>
      `Lightspeed no longer takes the key of *${account}*. No new figures come in until it has a new one; missed days are made up for then.`,
    consentLost: (account: string) =>
      `Lightspeed no longer lets Daybook read *${account}*: the consent was withdrawn or ran out. No new figures come in until it is connected again; missed days are made up for then.`,
    denied: {
      r: (account: string) =>
        `Lightspeed lets Daybook in to *${account}*, but not to the sales: the right \`employee:register\` is missing. Ask whoever runs Lightspeed to give it to the employee whose key or consent it is, or link with another one. Missed days are made up for then.`,
      x: (account: string) =>
        `Lightspeed lets Daybook in to *${account}*, but not to the sales. Make a token as a user who may see all sales, and give it here. Missed days are made up for then.`,
    },
    unopened: (account: string) =>
      `The stored key of *${account}* cannot be opened any more. No new figures come in until it is given again; missed days are made up for then.`,
    reminder: (text: string) => `Still so: ${text}`,
    outage: (account: string, since: string) =>
      `*${account}* could not be read since ${since}: Lightspeed does not answer as it should. You need not do anything; Daybook keeps trying and makes up for the missed days. \`/lightspeed status\` says how it is.`,
    consentEnding: (account: string, on: string) =>
      `*${account}* has not been read for weeks. Lightspeed’s consent runs out ${on} unless it is used: resume the account before, or connect it again later.`,
    linkerGone: (name: string, account: string) =>
      `${name}, who linked *${account}*, is no longer in this workspace. It is still read every night, but somebody should get the news of its key.`,
    takeOver: 'Take over',
    takenOver: (account: string) => `*${account}* is yours now: news of its key goes to you.`,
    notTaken: 'That account is not linked any more. Nothing was changed.',
    newStores: (account: string, number: number, names: string) =>
      `*${account}* has ${plural(number, 'a new store', `${number} new stores`)}: ${names}. Until ${plural(number, 'it is', 'they are')} mapped, ${plural(number, 'it is', 'they are')} in no total.`,
  },
};
