import type { Link } from '../../models/link.ts';
import type { Context } from '../context.ts';
import { personWaits } from '../lightspeed/open-link.ts';
import { eachLink, isOver, linksOfDay, type UnreadLink } from './day-links.ts';
import { liveEvidence, together } from './live-evidence.ts';
import { type AmountRead, namedCurrency, readAmount } from './read-amount.ts';
import { type Reconciliation, reconcile } from './reconcile.ts';
import { type StoredDay, storedDay } from './stored-evidence.ts';
import type { Day } from './trading-day.ts';

/** A question that was understood: an amount to be held against a day. */
export interface Question {
  kind: 'question';
  day: Day;
  /** ISO 4217. */
  currency: string;
  /** Minor units. */
  asked: number;
  links: Link[];
  stored: StoredDay;
}

/** Why an amount cannot be held against a day. */
export type NoQuestion =
  | { kind: 'amount'; currency: string; read: Exclude<AmountRead, { kind: 'amount' }> }
  /** The day is told in several currencies and the amount does not say which. */
  | { kind: 'which-currency'; currencies: string[] }
  | { kind: 'not-over' }
  /** No figure of the day is in any total. */
  | { kind: 'no-figures' };

/** What comes of holding an amount against a day. */
export interface DayReconciliation {
  day: Day;
  reconciliation: Reconciliation;
  storesIn: number;
  storesExpected: number;
  /** Links that could not be read, so that some causes were not tried. */
  unread: UnreadLink[];
  /** The currencies of the day that were not meant. */
  otherCurrencies: string[];
  /** The series whose reports may be compared. */
  series: Link['series'][];
}

/** Understands an amount as a person typed it, of a day; the currency comes from the text where none was chosen. */
export async function readQuestion(
  context: Context,
  { day, typed, currency: chosen }: { day: Day; typed: string; currency?: string },
): Promise<Question | NoQuestion> {
  const stored = await storedDay(context, day);
  const links = await linksOfDay(context, day);
  if (!(await isOver(context, links, day))) return { kind: 'not-over' };
  if (stored.storesIn === 0) return { kind: 'no-figures' };
  const { currencies } = stored;
  const currency = [chosen, namedCurrency(typed), currencies.length === 1 ? currencies[0] : undefined].find(
    (each) => each !== undefined && currencies.includes(each),
  );
  if (currency === undefined) return { kind: 'which-currency', currencies };
  const read = readAmount(typed, currency);
  if (read.kind !== 'amount') return { kind: 'amount', currency, read };
  return { kind: 'question', day, currency, asked: read.minor, links, stored };
}

/**
 * Holds an amount against a day's total and looks for what makes the difference; Lightspeed is asked only where it is not
 * explained by VAT alone, and has `patience` milliseconds for its answer. Changes nothing.
 */
export async function reconcileDay(
  context: Context,
  question: Question,
  patience = personWaits,
): Promise<DayReconciliation> {
  const { day, currency, asked, links, stored } = question;
  const { storesIn, storesExpected } = stored;
  const held = {
    day,
    storesIn,
    storesExpected,
    otherCurrencies: stored.currencies.filter((each) => each !== currency),
    series: [...new Set(links.map(({ series }) => series))],
  };
  const input = { currency, vat: context.workspace.vat, asked, stored: stored.evidence(currency) };
  const quick = reconcile(input);
  const isClear = quick.difference === 0 || quick.explained.some(({ cause }) => cause.kind === 'vat');
  if (isClear) return { ...held, reconciliation: quick, unread: [] };

  const ofCurrency = links.filter((link) => link.currency === currency);
  const signal = AbortSignal.timeout(patience);
  const { done, unread } = await eachLink(context, ofCurrency, (link) =>
    liveEvidence(context, { link, day, stored, signal }),
  );
  // Half of Lightspeed's total would explain nothing, and mislead.
  if (unread.length > 0) return { ...held, reconciliation: quick, unread };
  const notRead = stored.totalWithout(
    currency,
    ofCurrency.map(({ _id }) => _id),
  );
  const live = together(
    done.map(({ result }) => result),
    notRead,
  );
  return { ...held, reconciliation: reconcile({ ...input, live }), unread };
}
