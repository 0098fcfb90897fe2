import { plural } from './plural.ts';

/** What Daybook says in English in a digest’s thread, and of days that are out of the ordinary. */
export const enDigest = {
  digestMore: {
    alike: (compared: string, stores: number) =>
      `${compared}, ${plural(stores, 'the one store', `the ${stores} stores`)} that can be compared`,
    allClosed: 'all stores closed',
    closedAmount: 'closed',
    closed: (names: string) => `Closed: ${names}.`,
    percentHeadline: (compared: string, day: string, vat: string) =>
      `${compared}: turnover of ${day}, ${vat}`,
    percentAlone: (day: string) => `Turnover of ${day} is in, and there is nothing to compare it with yet`,
    bestSince: (weekday: string, since: string) => `Best ${weekday} since ${since}.`,
    bestKnown: (weekday: string, first: string) =>
      `Best ${weekday} of all that Daybook knows, since ${first}.`,
    streak: (days: number) => `${days} days in a row above the week before.`,
    corrected: (day: string) => `Corrected: ${day}`,
    changed: (store: string, change: string, why: string) => `${store}: ${change} (${why})`,
    cameIn: (store: string) => `${store} is in`,
    test: (channel: string) => `This is a test: so would the digest look in <#${channel}>. Only you see it.`,
    testText: (text: string) => `Test: ${text}`,
  },

  details: {
    title: (day: string) => `More of ${day}`,
    compared: 'How it compares',
    line: (what: string, amounts: string) => `${what}: ${amounts}`,
    change: (amount: string, change: string) => `${amount} (${change})`,
    average: (weeks: number, weekday: string) => `Average of the last ${weeks} ${weekday}s`,
    yearAgo: (day: string) => `A year ago, ${day}`,
    yearAgoHoliday: (day: string, holiday: string) => `A year ago, ${day}, which was ${holiday}`,
    holiday: (name: string, day: string) => `${name} a year ago, ${day}`,
    week: (days: string) => `Week so far, ${days}`,
    month: (days: string) => `Month so far, ${days}`,
    daysIn: (daysIn: number, days: number) => `${daysIn} of ${days} days complete`,
    against: (change: string, days: string) => `${change} on ${days}`,
    refunds: (number: number) => plural(number, 'One refund', `${number} refunds`),
    moved: (earlier: string) => `What moved it since ${earlier}`,
    others: (number: number) => plural(number, 'one other store', `${number} other stores`),
    together: (amount: string) => `Together: ${amount}`,
    stores: 'Per store',
    store: (name: string, parts: string) => `${name}: ${parts}`,
    storesLeft: (number: number) =>
      `… and ${number} more ${plural(number, 'store', 'stores')}: the day and its file have all of them.`,
    moreStores: (number: number) => `… and ${number} more ${plural(number, 'line', 'lines')}`,
    dayBefore: (day: string) => `Corrected since: ${day}`,
    dayBeforeTotal: (amount: string) => `It is now ${amount}.`,
  },
};
