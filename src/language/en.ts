import type { FigureState, MovementKind } from '../turnover/figure.ts';
import type { ImportNowOutcome } from '../turnover/import-now.ts';
import { enDays } from './en-days.ts';
import { enLinks } from './en-links.ts';
import { plural } from './plural.ts';

/** Every sentence Daybook says in English. Amounts, days and times arrive as text in the reader's language. */
export const en = {
  vat: { incl: 'incl. VAT', excl: 'excl. VAT' },

  common: {
    appName: 'Daybook',
    cancel: 'Cancel',
    close: 'Close',
    save: 'Save',
    oneMoment: 'One moment…',
    and: (parts: string[]) => parts.join(' and '),
  },

  digest: {
    headline: (total: string, vat: string, day: string) => `${total} ${vat} on ${day}`,
    nothingIn: (day: string) => `No turnover of ${day} is in yet`,
    nothingInDetail:
      'Lightspeed could not be read last night. Daybook keeps trying; this message is completed as soon as the figures are in.',
    storesIn: (inCount: number, expected: number) => `${inCount} of ${expected} stores in`,
    notIn: (names: string) => `Not in yet: ${names}. This message is completed when they are.`,
    comparedWith: (change: string, day: string) => `${change} on ${day}`,
    title: (day: string) => `Turnover of ${day}`,
    unmapped: (names: string) => `In no department yet, so in no total: ${names}.`,
    provisional: 'Provisional: corrections of today are picked up next night.',
    final: 'Final.',
    openDay: 'Open the day',
    openDayLabel: (day: string) => `Open the day ${day}`,
    was: (amount: string, day: string) => `${day}: ${amount}`,
  },

  correction: {
    headline: (day: string, total: string, vat: string) => `Corrected: ${day} is now ${total} ${vat}`,
    changed: (store: string, before: string, after: string, change: string) =>
      `${store}: ${before} is now ${after} (${change})`,
    cameIn: (store: string, amount: string) => `${store} is in: ${amount}`,
  },

  reason: (kind: MovementKind, sales: number): string => {
    const of = {
      voided: plural(sales, 'one sale voided', `${sales} sales voided`),
      late: plural(sales, 'one sale came in late', `${sales} sales came in late`),
      refund: plural(sales, 'one refund came in late', `${sales} refunds came in late`),
      edited: plural(sales, 'one sale edited', `${sales} sales edited`),
      moved: plural(sales, 'one sale moved to another day', `${sales} sales moved to another day`),
      gone: plural(sales, 'one sale no longer on this day', `${sales} sales no longer on this day`),
    };
    return of[kind];
  },
  reimported: 're-imported by a person',
  withoutReason: 'changed in Lightspeed',
  entered: (by: string, reason: string) => `entered by hand by <@${by}>: “${reason}”`,

  dayLog: {
    title: (day: string) => `Turnover of ${day}`,
    storeLine: (name: string, amount: string, sales: string) => `${name}: ${amount}, ${sales}`,
    sales: (number: number, text: string) => `${text} ${plural(number, 'sale', 'sales')}`,
    notRead: (name: string) => `${name}: not in`,
    notInAmount: 'not in',
    fallback: (iso: string, day: string, total: string, departments: string) =>
      `Turnover ${iso} (${day}): ${total}. ${departments}`,
    changed: (time: string, before: string, after: string, why: string) =>
      `corrected ${time}: ${before} → ${after} (${why})`,
    ignored: (names: string) => `Ignored, in no total: ${names}.`,
    unmapped: (lines: string) =>
      `In no department yet, so in no total: ${lines}. Map them with \`/lightspeed map\`.`,
    more: (number: number) => `… and ${number} more ${plural(number, 'department', 'departments')}`,
    state: {
      provisional: 'Provisional: the next night reads this day once more.',
      final: 'Final.',
      partial: (inCount: number, expected: number) =>
        `Not complete: ${inCount} of ${expected} stores in. Daybook keeps trying the others.`,
      missing: 'Not imported yet. Daybook keeps trying; see `/lightspeed status`.',
    },
    figureState: {
      provisional: 'provisional',
      final: 'final',
      reimported: 're-imported',
      manual: 'entered by hand',
    } satisfies Record<FigureState, string>,
    importedAt: (time: string) => `Imported ${time}.`,
    previous: (day: string) => `← ${day}`,
    next: (day: string) => `${day} →`,
    previousLabel: (button: string) => `${button}, the day before`,
    nextLabel: (button: string) => `${button}, the day after`,
    share: 'Share in channel',
    sharedBy: (user: string) => `Shared by <@${user}>`,
    unreadable: (typed: string) =>
      `“${typed}” is not a day I can read. Write it like \`/turnover 2024-05-01\`, or \`/turnover yesterday\`.`,
    notOver: (day: string) =>
      `${day} is not over yet, so it has no turnover. Its first figures come in the night after it; try \`/turnover yesterday\`.`,
    unknown: (day: string, first: string) =>
      `Daybook has no figures of ${day}. The first day it knows is ${first}.`,
    nothingYet: (day: string) =>
      `Daybook has no figures of ${day}, nor of any other day yet. A manager links Lightspeed with \`/lightspeed link\` and maps the stores; figures come in the night after.`,
  },

  ...enLinks,

  mapping: {
    title: 'Map stores',
    intro: (account: string) =>
      `Which department does each store of *${account}* belong to? Several stores may share one.`,
    page: (page: number, pages: number) => `Page ${page} of ${pages}`,
    placeholder: 'Choose a department',
    newDepartment: 'New department…',
    split: 'Split over departments…',
    shares: (store: string) => `Shares of ${store}`,
    sharesHint: 'Departments with percentages that make 100, such as: Bakery 60, Flowers 40',
    sharesWrong:
      'Name at least two departments with percentages that make 100, such as: Bakery 60, Flowers 40',
    from: 'Changes count from',
    fromHint:
      'Earlier days stay as they were told. A store mapped for the first time counts from its first day.',
    ignore: 'Ignore this store',
    newName: (store: string) => `New department for ${store}`,
    newNamePlaceholder: 'For example Bakery',
    yesterday: (amount: string, sales: string, vat: string) => `Yesterday: ${amount} ${vat}, ${sales}`,
    previousPage: 'Previous stores',
    nextPage: 'More stores',
    noStores: 'Lightspeed lists no store for this account. Add one there, then open this form again.',
    notEditable: 'A choice is not known any more. Open the form again.',
    nameMissing: 'Give the new department a name.',
    nameTooLong: 'At most 60 characters.',
    saved: (stores: number, departments: number) =>
      `*Saved.* ${stores} ${plural(stores, 'store', 'stores')} in ${departments} ${plural(departments, 'department', 'departments')}.`,
    departmentLine: (department: string, stores: string) => `*${department}*: ${stores}`,
    ignoredLine: (stores: string) => `Ignored: ${stores}`,
    leftOver: (stores: string) => `Not mapped yet, so in no total: ${stores}`,
    firstImport: (time: string) => `The next import runs ${time} and reads the two days before.`,
    noImport: 'No import can run yet: none of the stores has a time zone in Lightspeed.',
    importNow: 'Import the last two days now',
    digestChannel: 'Where should the morning digest go?',
    channelPlaceholder: 'Choose a channel',
    digestGoesTo: (channel: string, hour: string) => `The morning digest goes to <#${channel}> at ${hour}.`,
    doneTitle: 'Stores mapped',
  },

  importNow: {
    title: 'Import',
    running: 'Reading the last two days from Lightspeed…',
    outcome: {
      done: 'The last two days are in.',
      already: 'The last two days were in already. Nothing was changed.',
      running: 'An import of these days is running already. Its figures are there in a moment.',
      failed: 'The import did not succeed, and nothing was changed.',
      'no-stores':
        'No store of this account can be read: none has a time zone in Lightspeed. Set it there, then try again.',
      paused: 'This account is paused, so nothing was read. Resume it in `/lightspeed status`.',
    } satisfies Record<ImportNowOutcome, string>,
    why: {
      KeyRefusedError: 'Lightspeed refuses the key. Give a new one with `/lightspeed link`.',
      AccessDeniedError: 'The key may not read sales. Give its employee that right in Lightspeed.',
      LightspeedDownError: 'Lightspeed does not answer. Daybook tries again by itself.',
      UnreadableAnswerError:
        'Lightspeed answered in a way Daybook does not understand. It tries again by itself.',
      ClientRefusedError:
        'Lightspeed does not take this Daybook’s own client id and secret. Tell your operator.',
      VaultError: 'The stored key cannot be opened. Give it again with `/lightspeed link`.',
      other:
        'Something unexpected happened. Daybook tries again by itself; tell your operator if it stays so.',
    },
    dayLine: (day: string, amount: string) => `${day}: ${amount}`,
    nothingMapped: 'no store is mapped yet',
    noLink: 'No Lightspeed account is linked yet. Start with `/lightspeed link`.',
  },

  departments: {
    title: 'Departments',
    none: 'There is no department yet. Add the first one here, or while mapping stores.',
    name: 'New department',
    placeholder: 'For example Bakery',
    add: 'Add',
    line: (name: string, stores: string) => `*${name}*: ${stores}`,
    noStores: 'no store yet',
    exists: 'There is a department with this name already.',
    empty: 'Give it a name.',
  },

  settings: {
    title: 'Settings',
    channel: 'Channel of the morning digest',
    channelHint: 'A private channel must have Daybook in it: type /invite @Daybook there.',
    hour: 'Hour of the digest',
    zone: (zone: string) => `Local time in ${zone}`,
    vat: 'Turnover is told',
    vatIncl: 'including VAT',
    vatExcl: 'excluding VAT',
    saved: 'Saved.',
    savedTitle: 'Settings saved',
  },

  businessDay: {
    title: 'Business days',
    intro:
      'A sale after midnight can still belong to the day before. Here you say at which hour a store’s day begins.',
    none: 'No store is known yet. Link an account first, with `/lightspeed link`.',
    line: (store: string, hour: string, zone: string) => `*${store}*: from ${hour}, ${zone}`,
    noZone: 'no time zone known, so not read',
    store: 'Store',
    storePlaceholder: 'Choose a store',
    cutOff: 'Its day begins at',
    cutOffHint: 'With 04:00, a sale at 02:30 counts for the day before.',
    zone: 'Time zone',
    zoneHint: 'Only needed where Lightspeed has the wrong one.',
    zonePlaceholder: 'As in Lightspeed',
    lightspeedZone: 'As in Lightspeed',
    zoneUnknown: 'That is no time zone Daybook knows.',
    from: 'From this day on',
    fromHint: 'Earlier days stay as they are. A day that is final changes only when you import it again.',
    saved: (store: string, hour: string, from: string) =>
      `Saved. From ${from} on, the day of *${store}* begins at ${hour}.`,
    gone: 'That store is not known any more. Nothing was changed.',
  },

  unlink: {
    title: 'Unlink',
    question: (account: string) =>
      `Unlink *${account}*? Its key is deleted and no more nights are imported. Figures and mappings stay, and it can be linked again.`,
    choose: 'Account to unlink',
    submit: 'Unlink',
    done: (account: string) => `*${account}* is unlinked and its key deleted. Its figures stay.`,
    nothing: 'No Lightspeed account is linked, so there is nothing to unlink.',
    gone: 'That account was unlinked already. Nothing was changed.',
  },

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
    olderDays: 'Import older days',
    businessDays: 'Business days',
    departments: 'Departments',
  },

  help: {
    title: 'What Daybook can do',
    lines: {
      turnover: '`/turnover` – yesterday’s turnover; `/turnover 2024-05-01` – that of a day',
      reconcile:
        '`/turnover 2024-05-01 reconcile 4210.50` – hold a day against the total of another report, and see what makes the difference',
      link: '`/lightspeed link` – link a Lightspeed account, or give a new key',
      map: '`/lightspeed map` – say which store belongs to which department',
      departments: '`/lightspeed departments` – see and add departments',
      status: '`/lightspeed status` – links, last and next import, what is wrong',
      import:
        '`/lightspeed import` – import the last two days now; `/lightspeed import 2024-05-01 2024-05-31` – older days',
      settings: '`/lightspeed settings` – channel and hour of the digest, with or without VAT',
      unlink: '`/lightspeed unlink` – end a link; its figures stay',
    },
    reports:
      'Which report should match: R-Series including VAT, the “Total” of the POS report Sales totals; excluding VAT, the “Total” of Analytics. X-Series: “Revenue”, which excludes VAT.',
    unknown: (word: string) => `I do not know \`/lightspeed ${word}\`.`,
    meant: (word: string) => `Did you mean \`/lightspeed ${word}\`?`,
  },

  home: {
    intro: 'Yesterday’s turnover per department, every morning. Ask for any day with `/turnover 2024-05-01`.',
    askManager:
      'Links, mapping and settings are for managers: Slack’s admins and owners, and whoever they name.',
    guests: 'Turnover is not shown to guests of this workspace. Ask a member for the figures you need.',
  },

  backfill: {
    title: 'Import older days',
    intro:
      'Daybook reads older days from Lightspeed, newest first, between the nights. They are final at once.',
    from: 'First day',
    to: 'Last day',
    submit: 'Import',
    started: (from: string, to: string) =>
      `Started: ${from} to ${to}. A message from Daybook shows how far it is.`,
    refused: {
      'under-way':
        'Older days of this account are being imported already. Wait for it, or stop it in its message.',
      future: 'The last day must be over. Choose yesterday or an earlier day.',
      'too-far': 'At most 25 months back.',
      backwards: 'The last day is before the first one.',
      'no-stores':
        'No store of this account can be read: none has a time zone in Lightspeed. Set it there, then try again.',
    },
    unreadable: (typed: string) =>
      `I cannot read “${typed}” as days. Write \`/lightspeed import 2024-05-01\`, or \`/lightspeed import 2024-05-01 2024-05-31\`.`,
    headline: (account: string, from: string, to: string) => `Older days of *${account}*, ${from} to ${to}`,
    bar: (done: string, all: string) => `${done} of ${all} days`,
    state: {
      running: 'Being imported.',
      paused: 'Paused. The days that are in stay.',
      stopped: 'Stopped. The days that are in stay.',
      done: 'All in.',
    },
    pause: 'Pause',
    resume: 'Go on',
    stop: 'Stop',
    stopQuestion: 'Stop importing older days? The days that are in stay.',
  },

  ...enDays,

  notices: {
    undeliverable: (channel: string) => `The morning digest could not be posted in <#${channel}>.`,
    mend: {
      not_in_channel: 'Type `/invite @Daybook` in that channel; the next digest arrives there.',
      channel_not_found:
        'If it is private, type `/invite @Daybook` there; else choose another in `/lightspeed settings`.',
      is_archived: 'The channel is archived. Choose another one in `/lightspeed settings`.',
      other: 'Choose another channel in `/lightspeed settings`.',
    },
  },

  trouble: {
    title: 'That did not work',
    notManager:
      'Only managers can do this: Slack’s admins and owners, and whoever they name. Nothing was changed. Ask one of them.',
    guest: 'Turnover is not shown to guests of this workspace. Ask a member for the figures you need.',
    slackSilent: 'Slack did not say who you are, so nothing was done. Try again in a moment.',
    database: 'Daybook cannot reach its database right now. Nothing was changed. Try again in a minute.',
    unexpected: (id: string) =>
      `Something unexpected happened. Try again; if it stays so, tell your operator this number: ${id}.`,
    slackSlow: 'Slack was slow, so the form did not open. Try again:',
    openAgain: 'Open the form',
  },
};

export type Texts = typeof en;
