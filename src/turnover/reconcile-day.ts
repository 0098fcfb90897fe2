import type { Link } from '../../models/link.ts';
import type { Context } from '../context.ts';
import { eachLink, isOver, linksOfDay, type UnreadLink } from './day-links.ts';
import { liveEvidence, together } from './live-evidence.ts';
import { type AmountRead, namedCurrency, readAmount } from './read-amount.ts';
import { type Reconciliation, reconcile } from './reconcile.ts';
import { type StoredDay, storedDay } from './stored-evidence.ts';
import type { Day } from './trading-day.ts';

/** What comes of holding an amount against a day. */
export type DayReconciliation =
  | {
      kind: 'held';
      day: Day;
      reconciliation: Reconciliation;
      storesIn: number;
      storesExpected: number;
      /** Whether Lightspeed was asked; a match, or VAT alone, needs no asking. */
      wasRead: boolean;
      /** Links that could not be read, so that some causes were not tried. */
      unread: UnreadLink[];
      /** The series whose reports may be compared. */
      series: Link['series'][];
    }
  | { kind: 'amount'; currency: string; read: Exclude<AmountRead, { kind: 'amount' }> }
  /** The day is told in several currencies and the amount does not say which. */
  | { kind: 'which-currency'; currencies: string[] }
  | { kind: 'not-over' }
  /** No figure of the day is in any total. */
  | { kind: 'no-figures' };

/**
 * Holds an amount, as a person typed it, against a day's total, and looks for what makes the difference; Lightspeed is
 * asked only where what is kept does not explain it by itself. Changes nothing.
 */
export async function reconcileDay(
  context: Context,
  { day, typed, currency: chosen }: { day: Day; typed: string; currency?: string },
): Promise<DayReconciliation> {
  const stored = await storedDay(context, day);
  const currency = chosen ?? currencyOf(typed, stored);
  const links = await linksOfDay(context, day);
  if (!(await isOver(context, links, day))) return { kind: 'not-over' };
  if (stored.storesIn === 0) return { kind: 'no-figures' };
  if (currency === undefined) return { kind: 'which-currency', currencies: stored.currencies };
  const read = readAmount(typed, currency);
  if (read.kind !== 'amount') return { kind: 'amount', currency, read };

  const input = {
    currency,
    vat: context.workspace.vat,
    asked: read.minor,
    stored: stored.evidence(currency),
  };
  const { storesIn, storesExpected } = stored;
  const held = { kind: 'held', day, storesIn, storesExpected, series: seriesOf(links) } as const;
  const quick = reconcile(input);
  const isClear = quick.difference === 0 || quick.explained.some(({ cause }) => cause.kind === 'vat');
  if (isClear) return { ...held, reconciliation: quick, wasRead: false, unread: [] };

  const ofCurrency = links.filter((link) => link.currency === currency);
  const { done, unread } = await eachLink(context, ofCurrency, (link) =>
    liveEvidence(context, { link, day, stored }),
  );
  // Half of Lightspeed's total would explain nothing, and mislead.
  if (unread.length > 0) return { ...held, reconciliation: quick, wasRead: false, unread };
  const live = together(
    done.map(({ result }) => result),
    stored.totalWithout(
      currency,
      ofCurrency.map(({ _id }) => _id),
    ),
  );
  return { ...held, reconciliation: reconcile({ ...input, live }), wasRead: true, unread };
}

function currencyOf(typed: string, { currencies }: StoredDay): string | undefined {
  const named = namedCurrency(typed);
  if (named !== undefined && currencies.includes(named)) return named;
  return currencies.length === 1 ? currencies[0] : undefined;
}

function seriesOf(links: readonly Link[]): Link['series'][] {
  return [...new Set(links.map(({ series }) => series))];
}
