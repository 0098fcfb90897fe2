import { plural } from './plural.ts';

/** What Daybook says in English of new stores, of older days on offer, and of what is special about a link. */
export const enCare = {
  storeNotice: {
    line: (store: string) => `*${store}* is not mapped yet.`,
    mapped: (store: string, departments: string, by: string) =>
      `*${store}*: mapped to ${departments} by <@${by}>, from its first day on.`,
    ignored: (store: string, by: string) => `*${store}*: ignored, said <@${by}>. It is in no total.`,
    choose: 'Choose a department',
    newDepartment: 'New department or split…',
    more: (number: number) => `… and ${number} more ${plural(number, 'store', 'stores')}.`,
    overtaken: (line: string) => `That was done already, so nothing was changed now. ${line}`,
    gone: 'That store is not known any more. Nothing was changed. Open the form with `/lightspeed map`.',
  },

  olderDays: {
    offer: 'Turnover of before today can be read too, up to 25 months back.',
    button: 'Import older days…',
    account: 'Account',
  },

  linkMore: {
    backfill: (done: string, all: string, state: string) => `Older days: ${done} of ${all} in. ${state}`,
    ignored: (names: string) => `Ignored, in no total: ${names}.`,
    ownDays: (names: string) => `Days that do not begin at midnight: ${names}.`,
    ownDay: (store: string, hour: string) => `${store} from ${hour}`,
    consentEnds: (on: string) =>
      `:warning: Lightspeed’s consent runs out ${on} unless it is used: resume the account before.`,
    vat: (vat: string) => `Turnover is told ${vat}.`,
  },
};
