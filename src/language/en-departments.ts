import { plural } from './plural.ts';

/** What Daybook says in English about departments, and about mapping many stores to them. */
export const enDepartments = {
  departments: {
    title: 'Departments',
    none: 'There is no department yet. Add the first one here, or while mapping stores.',
    name: 'New department',
    placeholder: 'For example Bakery',
    add: 'Add',
    line: (name: string, stores: string) => `*${name}*: ${stores}`,
    noStores: 'no store yet',
    exists: 'There is a department with this name already.',
    existsArchived: 'An archived department has this name. Bring it back, or take another name.',
    empty: 'Give it a name.',
    tooLong: 'At most 60 characters.',
    added: (name: string) => `*${name}* is added.`,
    change: 'Change',
    changeLabel: (name: string) => `Change ${name}`,
    find: 'Find a department',
    page: (page: number, pages: number, all: number) => `Page ${page} of ${pages}, ${all} departments`,
    previous: 'Previous',
    next: 'More',
    sort: 'Sort by name',
    sortTitle: 'Sort by name?',
    sortQuestion: 'The order you gave the departments is forgotten; nothing else changes.',
    sorted: 'The departments stand in the order of their names now.',
    archivedButton: (count: number) => `Archived (${count})`,
  },

  department: {
    title: 'Change department',
    stores: (stores: string) => `Its stores: ${stores}`,
    noStores: 'No store belongs to it now.',
    name: 'Name',
    nameHint: 'The new name shows in old days too.',
    place: 'Place in lists',
    first: 'First',
    after: (name: string) => `After ${name}`,
    save: 'Save',
    back: 'All departments',
    merge: 'Merge into another…',
    archive: 'Archive',
    archiveTitle: 'Archive it?',
    archiveQuestion: (name: string) =>
      `${name} keeps its figures and shows in old days. It cannot be chosen for stores any more, until you bring it back.`,
    hasStores: (stores: string) =>
      `It cannot be archived while stores belong to it: ${stores}. Give them another department first, with \`/lightspeed map\`, or merge it into another one.`,
    saved: (name: string) => `*${name}* is saved.`,
    renamed: (from: string, to: string) => `*${from}* is called *${to}* now.`,
    changed: (name: string) =>
      `Somebody else changed this meanwhile: it is called *${name}* now. Nothing of yours was saved.`,
    gone: 'That department is not there any more: somebody merged it into another one. Nothing was changed.',
    archivedDone: (name: string) => `*${name}* is archived. Its figures stay.`,
  },

  archivedDepartments: {
    title: 'Archived departments',
    intro: 'They show in old days and cannot be chosen for stores.',
    none: 'No department is archived.',
    restore: 'Bring back',
    restoreLabel: (name: string) => `Bring ${name} back`,
    restored: (name: string) => `*${name}* is back.`,
  },

  merge: {
    title: 'Merge departments',
    intro: (name: string) =>
      `Into which department should *${name}* go? It then has all figures of *${name}*, of old days too, and *${name}* is gone.`,
    into: 'Merge into',
    placeholder: 'Type to find a department',
    next: 'Next',
    alone: 'There is no other department to merge it into.',
    question: (from: string, into: string) => `Merge *${from}* into *${into}*?`,
    extent: (stores: number, days: number) =>
      stores === 0
        ? 'No store was ever mapped to it, so no figure moves.'
        : `This moves the figures of ${stores} ${plural(stores, 'store', 'stores')} on ${days} ${plural(days, 'day', 'days')}. What was told in Slack in the last two weeks is brought up to date.`,
    access: (into: string, who: string) =>
      `One of the two is kept to fewer people, so *${into}* then is: only who may see both sees it. Beside managers: ${who}.`,
    channels: (into: string, channels: string) =>
      `The digest in ${channels} tells of one of the two alone, and then of all of *${into}*.`,
    forever: ':warning: This cannot be undone.',
    confirm: 'Merge',
    another: 'Choose another',
    done: (from: string, into: string, stores: number, days: number) =>
      `*${from}* is part of *${into}* now: ${stores} ${plural(stores, 'store', 'stores')}, ${days} ${plural(days, 'day', 'days')}.`,
    archived: (name: string) =>
      `*${name}* is archived meanwhile, so nothing can go into it. Nothing was changed.`,
    same: 'A department cannot go into itself. Nothing was changed.',
  },

  storeSearch: {
    label: 'Find a store',
    placeholder: 'Part of its name, then Enter',
    onlyUnmapped: (count: number) => `Only not mapped yet (${count})`,
    all: (count: number) => `All stores (${count})`,
    found: (found: string, all: string) => `${found} of ${all} stores`,
    none: 'No store is like that.',
    allMapped: 'Every store is mapped.',
  },

  mappingDraft: {
    unsaved: (stores: number, time: string) =>
      stores === 0
        ? `*You have unsaved choices* of ${time}. Save them, or drop them and begin with what is saved.`
        : `*You have unsaved choices* for ${stores} ${plural(stores, 'store', 'stores')}, of ${time}. Save them, or drop them and begin with what is saved.`,
    drop: 'Drop my choices',
    dropShort: 'Drop',
    dropTitle: 'Drop your choices?',
    dropQuestion: 'What you chose and did not save is forgotten. What is saved stays as it is.',
    changedTitle: '*Somebody else changed this meanwhile. Nothing of yours is saved yet.*',
    changed: (store: string, before: string, now: string, who: string, time: string) =>
      `*${store}*: ${before} → ${now}, by <@${who}>, ${time}.`,
    changedByOperator: (store: string, before: string, now: string, time: string) =>
      `*${store}*: ${before} → ${now}, ${time}.`,
    yours: (choice: string) => `You chose ${choice}: saving puts that in its place.`,
    moreChanged: (count: number) => `… and ${count} more ${plural(count, 'store', 'stores')}`,
    nobody: 'no department',
    ignored: 'ignored',
    archivedOption: (name: string) => `${name} (archived)`,
    gone: 'This department is not there any more. Choose another one.',
    archivedName: 'An archived department has this name. Bring it back with /lightspeed departments.',
    typeToFind: 'Type to find a department',
  },
};
