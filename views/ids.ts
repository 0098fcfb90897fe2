/** Every name by which Slack tells us what a person touched. Kept in one place: a typo here is silence there. */
export const actions = {
  openLink: 'open_link',
  openMapping: 'open_mapping',
  openSettings: 'open_settings',
  openDepartments: 'open_departments',
  openUnlink: 'open_unlink',
  importNow: 'import_now',
  chooseChannel: 'choose_channel',
  openDay: 'open_day',
  showDay: 'show_day',
  showNextDay: 'show_next_day',
  shareDay: 'share_day',
  mapStore: 'map_store',
  previousStores: 'previous_stores',
  nextStores: 'next_stores',
  openBusinessDay: 'open_business_day',
  pickStore: 'pick_store',
  pickZone: 'pick_zone',
  pauseBackfill: 'pause_backfill',
  resumeBackfill: 'resume_backfill',
  stopBackfill: 'stop_backfill',
  openBackfill: 'open_backfill',
  /** The one element of an input block. */
  input: 'input',
} as const;

export const callbacks = {
  link: 'link',
  linkDone: 'link_done',
  mapping: 'mapping',
  mappingDone: 'mapping_done',
  departments: 'departments',
  settings: 'settings',
  unlink: 'unlink',
  backfill: 'backfill',
  businessDay: 'business_day',
  notice: 'notice',
} as const;

export const fields = {
  series: 'series',
  key: 'key',
  name: 'name',
  channel: 'channel',
  hour: 'hour',
  vat: 'vat',
  account: 'account',
  store: 'store',
  zone: 'zone',
  from: 'from',
  to: 'to',
} as const;
