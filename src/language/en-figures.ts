import type { FigureState, MovementKind } from '../turnover/figure.ts';
import { plural } from './plural.ts';

/** What Daybook says in English of turnover: the digest, corrections, a day’s log. */
export const enFigures = {
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
    download: 'Download',
    downloadLabel: (day: string) => `Download the figures of ${day} for Excel`,
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
      partialLeft: (inCount: number, expected: number, iso: string) =>
        `Not complete: ${inCount} of ${expected} stores in. This day was before the account was linked: a manager can import the others with \`/lightspeed import ${iso}\`.`,
      missingLeft: (iso: string) =>
        `Not imported: this day was before the account was linked. A manager can import it with \`/lightspeed import ${iso}\`.`,
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
};
