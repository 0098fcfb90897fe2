import { enAccess } from './en-access.ts';
import { enAudit } from './en-audit.ts';
import { enCare } from './en-care.ts';
import { enChannels } from './en-channels.ts';
import { enCharts } from './en-charts.ts';
import { enClosing } from './en-closing.ts';
import { enDays } from './en-days.ts';
import { enDepartments } from './en-departments.ts';
import { enDigest } from './en-digest.ts';
import { enFigures } from './en-figures.ts';
import { enHome } from './en-home.ts';
import { enImport } from './en-import.ts';
import { enInstall } from './en-install.ts';
import { enKeyPage } from './en-key-page.ts';
import { enLinks } from './en-links.ts';
import { enMonthly } from './en-monthly.ts';
import { enNotes } from './en-notes.ts';
import { enRange } from './en-range.ts';
import { enSetup } from './en-setup.ts';
import { enTargets } from './en-targets.ts';

/** Every sentence Daybook says in English. Amounts, days and times arrive as text in the reader's language. */
export const en = {
  vat: { incl: 'incl. VAT', excl: 'excl. VAT' },

  common: {
    cancel: 'Cancel',
    close: 'Close',
    save: 'Save',
    oneMoment: 'One moment…',
  },

  ...enAccess,
  ...enFigures,
  ...enHome,
  ...enDigest,
  ...enChannels,
  ...enClosing,
  ...enRange,
  ...enMonthly,
  ...enNotes,
  ...enTargets,
  ...enKeyPage,
  ...enLinks,
  ...enSetup,
  ...enDepartments,
  ...enImport,
  ...enInstall,
  ...enDays,
  ...enAudit,
  ...enCare,
  ...enCharts,

  status: {
    title: 'How Daybook is doing',
    noLink: 'No Lightspeed account is linked yet.',
    lastNight: (time: string, days: string) => `Last import: ${time}, of ${days}.`,
    noNight: 'Nothing imported yet.',
    nextNight: (time: string) => `Next import: ${time}.`,
    failing: (time: string) => `Next try: ${time}.`,
    unmapped: (names: string) => `:warning: In no department yet: ${names}.`,
    foreign: (names: string) => `:warning: In another currency than the account, so not read: ${names}.`,
    zoneless: (names: string) =>
      `:warning: No time zone in Lightspeed, so not read: ${names}. Set it there under the shop's settings.`,
    digest: (channel: string, hour: string, zone: string) => `Digest: <#${channel}> at ${hour} (${zone}).`,
    noDigest: 'No channel gets a digest yet.',
    allWell: 'All is well.',
    link: 'Link Lightspeed',
    map: 'Map stores',
    settings: 'Settings',
    importNow: 'Import now',
    businessDays: 'Business days',
    departments: 'Departments',
  },

  help: {
    title: 'What Daybook can do',
    /** What may be typed after `/lightspeed`; those of every language are understood. */
    words: {
      link: 'link',
      map: 'map',
      departments: 'departments',
      status: 'status',
      import: 'import',
      settings: 'settings',
      targets: 'targets',
      unlink: 'unlink',
      audit: 'audit',
      help: 'help',
    },
    /** What people come for, each with what they can type. */
    tasks: {
      see: {
        title: 'See turnover',
        lines: [
          '`/turnover` – yesterday, by department and store',
          '`/turnover last friday`, `week 18`, `may 2024`, `q2` – any days, in words or numbers',
          '`/turnover may 2024 bakery` – one department; `csv` or `xlsx` behind it sends a file',
        ],
      },
      setUp: {
        title: 'Set it up, for managers',
        lines: [
          '`/lightspeed link` – a Lightspeed account or a new key; `/lightspeed unlink` ends it',
          '`/lightspeed map` – which store is which department; `/lightspeed departments` – what there is',
          '`/lightspeed settings` – channels and hours of the digest, VAT, who sees what; `/lightspeed targets`',
        ],
      },
      watch: {
        title: 'See that it runs',
        lines: [
          '`/lightspeed status` – last and next import, and what is wrong',
          '`/lightspeed import` – the last two days now; `/lightspeed import may 2024` – older days',
          '`/lightspeed audit` – who did what',
        ],
      },
    },
    more: 'Everything it can do',
    moreLabel: 'Everything it can do, with every word',
    lines: {
      turnover:
        '`/turnover` – yesterday’s turnover; `/turnover 2024-05-01` – that of a day; also `last friday`, `week 18`, `may 2024`, `q2`, `1 may..7 may`, `last 7 days`',
      turnoverDepartment:
        '`/turnover may 2024 bakery` – that of one department; a name that looks like days goes in quotes: `/turnover yesterday "May"`',
      turnoverFile:
        '`/turnover may 2024 csv` or `xlsx`, or *Download* under the digest – the figures as a file, in your direct messages',
      reconcile:
        '`/turnover 2024-05-01 reconcile 4210.50` – hold a day against the total of another report, and see what makes the difference',
      dayMenu:
        'the menu beside a day, for managers – import it again, check it against Lightspeed, enter a figure by hand, reconcile',
      link: '`/lightspeed link` – link a Lightspeed account, or give a new key',
      map: '`/lightspeed map` – say which store belongs to which department, from which day on; a store may be split',
      departments: '`/lightspeed departments` – add, rename, order, merge and archive departments',
      status:
        '`/lightspeed status` – links, last and next import, what is wrong; pause an account for a season; *Business days*: at which hour a store’s day begins',
      import:
        '`/lightspeed import` – import the last two days now; `/lightspeed import may 2024`, `2024-05-01..2024-05-31` – older days',
      settings:
        '`/lightspeed settings` – the channels of the digest, each with its hour, days and departments; closed days; language; with or without VAT; a file every month',
      access:
        '`/lightspeed settings`, *Who sees turnover* and *Managers* – who may see which department’s turnover, and who manages; whoever may not can ask a manager with a button',
      targets:
        '`/lightspeed targets` – what each department is to turn over on each weekday: typed, copied from last year, or from a CSV',
      notes:
        'a reply under the morning digest, or *Add note* – a note of that day, for whoever may see the turnover; it comes back a year later',
      unlink: '`/lightspeed unlink` – end a link; its figures stay',
      audit:
        '`/lightspeed audit` – for managers: who linked, mapped, changed or exported what, and who was refused turnover',
      home: 'Daybook’s Home – the first steps, yesterday at a glance, your accounts and settings',
    },
    reports:
      'Which report should match: R-Series including VAT, the “Total” of the POS report Sales totals; excluding VAT, the “Total” of Analytics. X-Series: “Revenue”, which excludes VAT.',
    unknown: (word: string) => `I do not know \`/lightspeed ${word}\`.`,
    meant: (word: string) => `Did you mean \`/lightspeed ${word}\`?`,
  },

  notices: {
    undeliverable: (channel: string) => `The morning digest could not be posted in <#${channel}>.`,
    mend: {
      not_in_channel: 'Type `/invite @Daybook` in that channel; the next digest arrives there.',
      channel_not_found:
        'If it is private, type `/invite @Daybook` there; else choose another in `/lightspeed settings`.',
      is_archived: 'The channel is archived. Choose another one in `/lightspeed settings`.',
      restricted_action:
        'Only some people may post there. Let Daybook post in the settings of the channel, or choose another in `/lightspeed settings`.',
      msg_too_long:
        'It is too long for Slack. Choose fewer departments for that channel in `/lightspeed settings`.',
      other: 'Choose another channel in `/lightspeed settings`.',
    },
  },

  trouble: {
    notManager:
      'Only managers can do this: Slack’s admins and owners, and whoever they name. Nothing was changed. Ask one of them.',
    slackSilent: 'Slack did not say who you are, so nothing was done. Try again in a moment.',
    slackFailed: {
      post: 'Slack did not take a message that Daybook wanted to post. What you chose may be done all the same: look before you do it again.',
      update:
        'Slack did not let Daybook change one of its messages. What you chose may be done all the same: look before you do it again.',
      other:
        'Slack did not do what Daybook asked of it. What you chose may be done all the same: look before you do it again.',
    },
    database: 'Daybook cannot reach its database right now. Nothing was changed. Try again in a minute.',
    unexpected: (id: string) =>
      `Something unexpected happened. Try again; if it stays so, tell your operator this number: ${id}.`,
    slackSlow: 'Slack was slow, so the form did not open. Try again:',
    openAgain: 'Open the form',
  },
};

export type Texts = typeof en;
