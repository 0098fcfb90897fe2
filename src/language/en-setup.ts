import { plural } from './plural.ts';

/** What Daybook says in English where a manager sets it up. */
export const enSetup = {
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

  settings: {
    title: 'Settings',
    channelHint: 'A private channel must have Daybook in it: type /invite @Daybook there.',
    zone: (zone: string) => `Local time in ${zone}`,
    language: 'Language in channels',
    languageHint: 'What only you see is in the language of your own Slack.',
    languages: { en: 'English', nl: 'Nederlands' },
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
    zoneHint: 'Only needed where Lightspeed has the wrong one. Left empty, it stays as it is.',
    zonePlaceholder: 'As it is now',
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
};
