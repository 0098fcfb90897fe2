import type { FigureState } from '../turnover/figure.ts';
import { plural } from './plural.ts';

/** What Daybook says in English of some days in a row, and of files with figures. */
export const enRange = {
  range: {
    title: (days: string) => `Turnover of ${days}`,
    titleOf: (department: string, days: string) => `${department}: turnover of ${days}`,
    fallback: (code: string, days: string, total: string, departments: string) =>
      `Turnover ${code} (${days}): ${total}. ${departments}`,
    week: (number: number, year: number) => `Week ${number}, ${year}`,
    weekShort: (number: number, days: string) => `Week ${number} (${days})`,
    quarter: (number: number, year: number) => `Q${number} ${year}`,
    days: (from: string, to: string) => `${from} – ${to}`,
    upTo: (day: string) => `Up to ${day}: later days are not over yet.`,
    allIn: (days: number) =>
      plural(
        days,
        'The day is complete.',
        days === 2 ? 'Both days are complete.' : `All ${days} days are complete.`,
      ),
    someIn: (complete: number, days: number) => `Not complete: ${complete} of ${days} days are.`,
    cutShort: (parts: string) => `Cut short by the range, so lower: ${parts}.`,
    notIn: (stores: string) => `Not in: ${stores}.`,
    storeDays: (store: string, days: number) => `${store} (${plural(days, 'one day', `${days} days`)})`,
    unknownDays: (days: number) =>
      `Of ${plural(days, 'one day', `${days} days`)} nothing is known: no store was read then.`,
    provisional: (days: number) =>
      `${plural(days, 'One day is', `${days} days are`)} provisional: the next night reads ${plural(days, 'it', 'them')} once more.`,
    unmapped: (lines: string) =>
      `In no department on some of these days, so not in their total: ${lines}. Map them with \`/lightspeed map\`.`,

    before: (days: string) => `Before (${days})`,
    yearEarlier: (days: string) => `A year earlier (${days})`,
    compared: (what: string, amount: string, change: string) => `${what}: ${amount}, so *${change}*`,
    likeForLike: (what: string, amount: string, stores: number, ofStores: number, change: string) =>
      `${what}: ${amount}. Like for like, ${stores} of ${ofStores} stores: *${change}*`,
    notCompared: (what: string, amount: string, why: string) => `${what}: ${amount}. ${why}`,
    nothingThen: (what: string) => `${what}: no figures, so nothing to compare with.`,
    why: {
      incompleteNow: 'Not compared: this range is not complete.',
      incompleteThen: (complete: number, days: number) =>
        `Not compared: only ${complete} of ${days} days are complete.`,
      otherStores: 'Not compared: other stores counted then.',
      noBase: 'Not compared: there is no single amount above zero to hold it against.',
    },
    text: {
      before: (change: string) => `${change} on the days before`,
      yearEarlier: (change: string) => `${change} on a year earlier`,
    },

    columns: {
      department: 'Department',
      store: 'Store',
      day: 'Day',
      week: 'Week',
      month: 'Month',
      turnover: 'Turnover',
      sales: 'Sales',
      daysIn: 'Days in',
      before: 'On before',
      yearEarlier: 'On last year',
    },
    incomplete: (label: string) => `${label} (not complete)`,
    daysIn: (days: number, expected: number) => `${days} of ${expected}`,
    page: (page: number, pages: number) => `Page ${page} of ${pages}`,

    /** The picture, said: `unit` is one of `tabs`. */
    pictureAlt: (days: string, unit: string, before: string, lines: string) =>
      `Columns of the turnover of ${days}, ${unit}.${before} ${lines}`,
    pictureBefore: (days: string) => ` Dashed line: ${days}.`,
    /** Of an earlier range whose days are laid beside those of the same weekday. */
    byWeekday: (days: string) => `${days}, same weekdays`,
    pictureLine: (label: string, amount: string) => `${label}: ${amount}`,

    tabs: { departments: 'Departments', stores: 'Stores', day: 'By day', week: 'By week', month: 'By month' },
    previousRange: '← Before',
    nextRange: 'After →',
    previousRangeLabel: (days: string) => `The range before: ${days}`,
    nextRangeLabel: (days: string) => `The range after: ${days}`,
    previousPage: 'Previous page',
    nextPage: 'Next page',
    csv: 'CSV',
    xlsx: 'Excel',
    csvLabel: 'Send me these figures as CSV',
    xlsxLabel: 'Send me these figures as Excel',
    allDepartments: 'All departments',
    pickDepartment: 'One department…',
    otherDepartments: (most: number, code: string) =>
      `The menu has the first ${most} departments. For another one, type its name: \`/turnover ${code} name\`.`,

    notOver: (days: string) =>
      `No day of ${days} is over yet, so it has no turnover. Try \`/turnover last week\`.`,
    tooLong:
      'That is more than three years. Ask for at most three years at a time, such as `/turnover 2024`.',
    unknown: (days: string, first: string) =>
      `Daybook has no figures of ${days}. The first day it knows is ${first}.`,
    nothingYet: (days: string) =>
      `Daybook has no figures of ${days}, nor of any other days yet. A manager links Lightspeed with \`/lightspeed link\` and maps the stores; figures come in the night after.`,
    noStores: (department: string, days: string) => `No store belonged to ${department} in ${days}.`,
    noSuchDays: (typed: string) =>
      `“${typed}” is not in the calendar, so it is not a day I can read. Write it like \`/turnover 2024-05-01\`, or \`/turnover yesterday\`.`,
    examples:
      'You can also type `last friday`, `week 18`, `may 2024`, `q2 2024`, `1 may..7 may`, `last 7 days`, and a department behind it.',
    /** Under what is no day: it may have been meant as one of these. */
    departments: (names: string) => `The departments are: ${names}.`,
    noDepartment: (typed: string) => `There is no department “${typed}”.`,
    departmentLabel: (name: string) => `The department ${name}`,
    departmentGone: 'That department is no longer there. Ask again with `/turnover`.',
    didYouMean: 'Did you mean:',
    departmentsAre: (names: string) => `There are: ${names}.`,
    noDepartments: 'There are no departments yet.',
    namesake: (department: string) =>
      `There is also a department “${department}”: \`/turnover yesterday "${department}"\`.`,
  },

  file: {
    name: (code: string) => `turnover-${code}`,
    sheetTitle: (days: string) => `Turnover of ${days}`,
    comment: (days: string, rows: string) =>
      `Turnover of ${days}: ${rows} lines, one a day, department and store.`,
    commentIncomplete: (complete: number, days: number) => `Not complete: ${complete} of ${days} days are.`,
    sent: (days: string) => `The figures of ${days} are in your direct messages with Daybook.`,
    nothing: (days: string) => `There are no figures of ${days}, so there is no file.`,
    monthly: (days: string) => `*The file of ${days}*, as it is sent to you every month.`,
    failed: 'Slack did not take the file. Nothing was changed; try again in a minute.',
    columns: {
      day: 'Day',
      department: 'Department',
      account: 'Account',
      store: 'Store',
      currency: 'Currency',
      gross: 'Turnover incl. VAT',
      net: 'Turnover excl. VAT',
      tax: 'VAT',
      sales: 'Sales',
      state: 'State',
    },
    states: {
      provisional: 'provisional',
      final: 'final',
      reimported: 'reimported',
      manual: 'manual',
    } satisfies Record<FigureState, string>,
    ignored: 'ignored',
  },
};
