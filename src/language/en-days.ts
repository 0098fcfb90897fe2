import { plural } from './plural.ts';

/** What Daybook says in English where a manager does something with a day. */
export const enDays = {
  dayActions: {
    more: {
      reimport: 'Import this day again…',
      check: 'Check against Lightspeed',
      enter: 'Enter a figure by hand…',
      reconcile: 'Reconcile…',
    },
    reading: 'Reading Lightspeed…',
    notOver: (day: string) =>
      `${day} is not over yet in every store, so it cannot be read whole. Nothing was changed.`,
    unread: (account: string, why: string) => `:warning: *${account}* could not be read. ${why}`,
    why: {
      KeyRefusedError: 'Lightspeed refuses its key: give a new one with `/lightspeed link`.',
      AccessDeniedError: {
        r: 'Its key may not read sales: it needs the right `employee:register`. Ask whoever runs Lightspeed to give it to the key’s employee.',
        x: 'Its token may not read sales: make one as a user who may see all sales, and give it with `/lightspeed link`.',
      },
      LightspeedSlowError:
        'Lightspeed is slow: Daybook waited 20 seconds for it and stopped. Try again in a few minutes.',
      ClientRefusedError:
        'Lightspeed does not take this Daybook’s own client id and secret: tell your operator.',
      LightspeedDownError: 'Lightspeed does not answer: try again in a few minutes.',
      UnreadableAnswerError: 'Lightspeed answered in a way Daybook does not understand: try again later.',
      VaultError: 'The stored key cannot be opened: give it again with `/lightspeed link`.',
      other: 'Something unexpected happened: try again later.',
    },
    nothingChanged: 'Nothing was changed.',
    change: (store: string, before: string, after: string, change: string) =>
      `*${store}*: ${before} → ${after} (${change})`,
    cameIn: (store: string, after: string) => `*${store}*: not in → ${after}`,
    unchanged: (store: string, amount: string) => `*${store}*: ${amount}, as before`,
    restDiffers: 'VAT or number of sales',
    same: (stores: number) => `${stores} ${plural(stores, 'store', 'stores')} as before.`,
    staysManual: (store: string, amount: string, now: string) =>
      `*${store}*: entered by hand, so it stays ${amount}; Lightspeed says ${now}.`,
    told: (vat: string) => `All amounts ${vat}.`,
  },

  reimport: {
    title: 'Import again',
    question: (day: string) =>
      `*${day}* as Daybook has it → as Lightspeed has it now. Save writes the new figures.`,
    nothing: (day: string) => `Nothing has changed: Lightspeed says of ${day} what Daybook has.`,
    saving: 'Reading the day once more, then saving…',
    saved: (day: string) => `*Saved.* Of ${day} these figures were written:`,
    savedNothing: (day: string) => `Lightspeed said of ${day} what Daybook has, so nothing was changed.`,
  },

  check: {
    title: 'Check against Lightspeed',
    same: (day: string) => `Lightspeed says of ${day} what Daybook has.`,
    differs: (day: string) => `Lightspeed now says something else of *${day}* than Daybook has:`,
    voided: (sales: number, amount: string) =>
      `• ${plural(sales, 'one sale', `${sales} sales`)} voided since: ${amount}`,
    rest: (amount: string) => `• changed, added or moved since: ${amount}`,
    manual: (store: string, amount: string, now: string, change: string) =>
      `*${store}*: entered by hand as ${amount}; Lightspeed says ${now} (${change}).`,
    next: 'To take over what Lightspeed says now, choose “Import this day again…”.',
    provisional: 'A provisional figure is read once more by the next night, by itself.',
  },

  manual: {
    title: 'Enter by hand',
    intro: (day: string) =>
      `One store’s turnover of *${day}*. It stands until it is released: no import touches it.`,
    store: 'Store',
    gross: 'Turnover incl. VAT',
    tax: 'VAT in it',
    amountHint: 'In the store’s currency, such as 4210.50.',
    reason: 'Why',
    reasonHint: 'Shown in the day’s log, with your name.',
    noStores: 'There is no store yet. Link an account first with `/lightspeed link`.',
    notOver: 'This day is not over yet in that store.',
    unreadable: (currency: string) => `Write an amount in ${currency}, such as 4210.50.`,
    ambiguous: (first: string, second: string) =>
      `This may mean ${first} or ${second}. Write it without thousands marks, with two decimals.`,
    taxTooHigh: 'The VAT cannot be more than the turnover it is in.',
    taxSign: 'The VAT has the same sign as the turnover.',
    reasonMissing: 'Say why.',
    storeGone: 'This store is not known any more. Choose another one.',
    saved: (store: string, amount: string, tax: string, day: string) =>
      `*Saved.* ${store} has ${amount} incl. VAT on ${day}, ${tax} of it VAT.`,
    standing: (store: string, amount: string, how: string) => `*${store}*: ${amount} incl. VAT, ${how}`,
    release: 'Release',
    releaseLabel: (store: string) => `Release the figure of ${store}`,
    releaseQuestion: (store: string) =>
      `Give up this figure and read ${store} from Lightspeed again? Other stores are not touched.`,
    released: (day: string) => `*Released.* Read again from Lightspeed, of ${day}:`,
    releasedAlready: 'This figure was released already. Nothing was changed.',
    notReleased: 'The figure stays as it was entered: its store cannot be read from Lightspeed.',
  },

  reconcile: {
    title: 'Reconcile',
    intro: (day: string) =>
      `Type the total of *${day}* from another report, and Daybook looks for what makes the difference. Nothing is changed.`,
    amount: 'Amount in the other report',
    amountHint: 'Such as 4210.50.',
    currency: 'Currency',
    submit: 'Reconcile',
    matches: (amount: string, vat: string, day: string) =>
      `*It matches:* Daybook has ${amount} ${vat} on ${day}.`,
    differs: (asked: string, kept: string, vat: string, day: string, difference: string) =>
      `The other report says ${asked}, Daybook has ${kept} ${vat} on ${day}: a difference of *${difference}*.`,
    explained: (causes: number) =>
      plural(causes, 'This explains it to the cent:', 'Each of these explains it to the cent:'),
    others: 'What else there is of that day:',
    unexplained: 'None of these explains it:',
    noCause: 'Daybook knows of nothing that would make a difference.',
    line: (cause: string, change: string, total: string, vat: string) =>
      `• ${cause}: ${change}, makes ${total} ${vat}`,
    cause: {
      vat: (vat: string) => `the same turnover told ${vat}`,
      cutOff: 'days cut at midnight instead of at the cut-off hour',
      refunds: (sales: number) => `${plural(sales, 'one refund', `${sales} refunds`)} of that day left out`,
      open: (sales: number) => `${plural(sales, 'one sale', `${sales} sales`)} begun that day and still open`,
      unmapped: (names: string) => `with ${names}, in no department yet`,
      ignored: (names: string) => `with ${names}, ignored in Daybook`,
      outside: (names: string) => `with all stores that are in no total: ${names}`,
      earlier: (time: string) => `Daybook’s own total of ${time}, before it was corrected`,
      changedSince: 'what changed in Lightspeed since it was imported',
    },
    notTried: 'So the cut-off hour, refunds, open sales and later changes in Lightspeed were not tried.',
    currencyMeant: (currency: string, others: string) =>
      `The amount was held against the turnover in ${currency}; there is also ${others} on that day.`,
    whichCurrency: (currencies: string, day: string, currency: string) =>
      `This day has turnover in ${currencies}. Say which one you mean: \`/turnover ${day} reconcile ${currency} 4210.50\`.`,
    unreadable: (typed: string, currency: string) =>
      `“${typed}” is not an amount in ${currency} that I can read. Write it like \`4210.50\`.`,
    ambiguous: (typed: string, first: string, second: string) =>
      `“${typed}” may mean ${first} or ${second}. Write it without thousands marks, like \`4210.50\`.`,
    noFigures: (day: string) =>
      `No turnover of ${day} is in yet, so there is nothing to hold an amount against.`,
    storesIn: (inCount: number, expected: number) =>
      `:warning: ${inCount} of ${expected} stores in: the total is not complete.`,
  },

  /** Which report should show the same, by series. */
  reports: {
    r: {
      incl: 'In Lightspeed (R-Series) this should match “Total” of the POS report *Sales totals*: after discounts, with tax. “Total” in Analytics is without tax.',
      excl: 'In Lightspeed (R-Series) this should match “Total” in *Analytics*: after discounts, without tax. “Total” of the POS reports has tax in it.',
    },
    x: {
      incl: 'In Lightspeed (X-Series) “Revenue” of the sales reports is without tax: add the tax to it before you compare.',
      excl: 'In Lightspeed (X-Series) this should match “Revenue” of the sales reports, which is without tax.',
    },
  },
};
