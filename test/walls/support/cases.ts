import type { actions, callbacks } from '../../../views/ids.ts';
import type { Theirs } from './theirs.ts';

/** What a forged payload brings: the values of a button or menu, and what the modal around it carries. */
export interface Forgery {
  values?: string[];
  metadata?: string;
  blockId?: string;
  /** The form around it, where the listener wants to know. */
  callback?: string;
}

type Forge = (theirs: Theirs) => Forgery;

/** No listener hears of it: a menu that only counts when its form is submitted, a modal that only tells. */
const unheard = 'unheard';
type Case = Forge | typeof unheard;

const link: Forge = (theirs) => ({ values: [theirs.link] });
const place: Forge = (theirs) => ({ values: [theirs.place] });
const department: Forge = (theirs) => ({
  values: [theirs.department],
  metadata: JSON.stringify({ id: theirs.department, name: theirs.departmentName, place: 'first' }),
});
const merge: Forge = (theirs) => ({
  values: [theirs.department],
  metadata: JSON.stringify({ from: theirs.department, into: theirs.otherDepartment }),
});
const backfill: Forge = (theirs) => ({ values: [theirs.backfill] });
const channel: Forge = (theirs) => ({ values: [theirs.channel], metadata: theirs.channel });
const note: Forge = (theirs) => ({ values: [theirs.note], metadata: theirs.note });
const request: Forge = (theirs) => ({ values: [theirs.request] });
const day: Forge = (theirs) => ({ values: [theirs.day], metadata: theirs.day });
const draft: Forge = (theirs) => ({
  values: [theirs.department, '1', ''],
  metadata: theirs.draft,
  blockId: `store:${theirs.store}`,
  callback: 'mapping',
});
const range: Forge = (theirs) => ({
  values: [
    `2025-11-11..2025-11-12 parts 0 ${theirs.department}`,
    `2025-11-11..2025-11-12 day 0 ${theirs.department}`,
    '2025-11-11..2025-11-12 - 0 -',
  ],
});
const page: Forge = () => ({ values: ['active 0', 'archived 0', ''] });
/** It names nothing: whatever it shows is of whoever touches it. */
const nothing: Forge = () => ({ values: [''] });

/** A forged touch of each thing that can be touched. A new one has to be given its own here, or nothing compiles. */
export const actionCases: Record<keyof typeof actions, Case> = {
  openLink: link,
  pickSeries: nothing,
  connect: link,
  openKeyPage: nothing,
  pauseLink: link,
  resumeLink: (theirs) => ({ values: [theirs.pausedLink] }),
  takeOver: link,
  openMapping: link,
  openSettings: nothing,
  openDepartments: nothing,
  openUnlink: link,
  importNow: link,
  chooseChannel: nothing,
  addChannel: channel,
  editChannel: channel,
  pickChannelZone: unheard,
  previewChannel: channel,
  testChannel: channel,
  removeChannel: channel,
  openDay: day,
  showDay: range,
  showNextDay: range,
  shareDay: range,
  previousRange: range,
  nextRange: range,
  rangeParts: range,
  rangeByDay: range,
  rangeByWeek: range,
  rangeByMonth: range,
  rangePreviousPage: range,
  rangeNextPage: range,
  shareRange: range,
  rangeCsv: range,
  rangeXlsx: range,
  pickRangeDepartment: range,
  askDepartment: range,
  openMonthly: nothing,
  addNote: day,
  editNote: note,
  removeNote: (theirs) => ({ ...note(theirs), metadata: theirs.day }),
  undoNote: note,
  openTargets: nothing,
  openTargetWeek: department,
  openTargetCopy: department,
  openTargetFile: nothing,
  sendTargetFile: nothing,
  mapStore: draft,
  mapNewStore: (theirs) => ({
    values: [theirs.department],
    blockId: `new_store:${theirs.notice}:2`,
  }),
  previousStores: draft,
  nextStores: draft,
  findStores: draft,
  showUnmapped: draft,
  showAllStores: draft,
  dropDraft: draft,
  showDepartments: page,
  previousDepartments: page,
  nextDepartments: page,
  pickDepartment: department,
  openDepartment: department,
  placeDepartment: unheard,
  mergeInto: unheard,
  sortDepartments: page,
  archiveDepartment: department,
  showArchived: page,
  restoreDepartment: department,
  openMerge: department,
  openClosing: nothing,
  setClosedWeekdays: place,
  addClosedDay: place,
  removeClosedDay: (theirs) => ({ values: [theirs.closedDay] }),
  pickCountry: unheard,
  openBusinessDay: place,
  pickStore: unheard,
  pickClosedStore: place,
  pickZone: unheard,
  pauseBackfill: backfill,
  resumeBackfill: backfill,
  stopBackfill: backfill,
  openBackfill: link,
  askAccess: department,
  askToManage: nothing,
  allowAccess: request,
  declineAccess: request,
  openAccess: nothing,
  openDepartmentAccess: department,
  pickAccessDepartment: department,
  openManagers: nothing,
  openAudit: nothing,
  auditKind: () => ({ values: ['accounts', 'departments'] }),
  auditPerson: nothing,
  auditEverybody: nothing,
  olderAudit: nothing,
  newerAudit: nothing,
  dayMore: (theirs) => ({
    values: ['reimport', 'check', 'enter', 'reconcile'].map((deed) => `${deed}:${theirs.day}`),
  }),
  releaseFigure: (theirs) => ({ values: [`${theirs.day} ${theirs.link} 2`] }),
  moreHelp: nothing,
  input: unheard,
};

/** What each form carries along when it is submitted; its fields name everything that can be named. */
export const callbackCases: Record<keyof typeof callbacks, Case> = {
  link: (theirs) => ({ metadata: theirs.link }),
  linkDone: unheard,
  mapping: (theirs) => ({ metadata: theirs.draft }),
  mappingDone: unheard,
  departments: department,
  department,
  mergeInto: merge,
  mergeConfirm: merge,
  settings: (theirs) => ({ metadata: theirs.channel }),
  monthly: nothing,
  notes: day,
  editNote: note,
  targets: unheard,
  targetWeek: (theirs) => ({ metadata: `${theirs.department} 0` }),
  targetCopy: (theirs) => ({ metadata: theirs.department }),
  targetCopyShown: (theirs) => ({
    metadata: JSON.stringify({
      departmentId: theirs.department,
      from: '2025-10-01',
      basis: 'weeks',
      percent: 5,
      hash: 'forged',
    }),
  }),
  targetFile: nothing,
  channel,
  unlink: (theirs) => ({ metadata: theirs.link }),
  backfill: (theirs) => ({ metadata: theirs.link }),
  closing: nothing,
  closedWeekdays: nothing,
  closedDay: nothing,
  businessDay: nothing,
  reimport: day,
  enterFigure: day,
  reconcile: day,
  access: (theirs) => ({ metadata: theirs.department }),
  departmentAccess: (theirs) => ({ metadata: `${theirs.department} U8MEMBER` }),
  managers: nothing,
  audit: unheard,
  notice: unheard,
};

/** The menus that are filled as one types. */
export const menuCases: Partial<Record<keyof typeof actions, Forge>> = {
  mapNewStore: (theirs) => ({ blockId: `new_store:${theirs.notice}:2` }),
  mapStore: draft,
  mergeInto: merge,
  openTargetWeek: department,
  pickAccessDepartment: department,
  pickChannelZone: channel,
  pickCountry: nothing,
  pickDepartment: department,
  pickClosedStore: place,
  pickStore: place,
  pickZone: place,
  placeDepartment: department,
};

/** What is typed after a command that names what another workspace has. */
export const typed = (theirs: Theirs): string[] => [
  '/turnover',
  `/turnover ${theirs.day} ${theirs.departmentName}`,
  `/turnover 2025-11-11..2025-11-12 ${theirs.departmentName}`,
  `/turnover ${theirs.day} ${theirs.department}`,
  `/turnover ${theirs.day} csv`,
  `/turnover ${theirs.day} reconcile 12,00`,
  ...['status', 'map', 'departments', 'settings', 'targets', 'unlink', 'link', 'help'].map(
    (word) => `/lightspeed ${word}`,
  ),
  '/lightspeed import',
  '/lightspeed import 2025-10-01 2025-10-02',
];
