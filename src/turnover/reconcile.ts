import type { Vat } from '../../models/workspace.ts';
import { turnoverOf } from './changes.ts';
import { add } from './money.ts';

/** Turnover with the tax in it, minor units. */
export interface Part {
  gross: number;
  tax: number;
}

/** A store that is in no total. */
export interface OutsideStore extends Part {
  name: string;
  why: 'unmapped' | 'ignored';
}

/** What is kept of a day, in one currency. */
export interface StoredEvidence {
  /** The day's total over all departments. */
  total: Part;
  outside: readonly OutsideStore[];
  /** What the total was before, oldest first. */
  earlier: readonly { at: Date; total: Part }[];
}

/** What only Lightspeed can tell, as it is now. */
export interface LiveEvidence {
  /** The total of the same stores. */
  now: Part;
  /** What would come to the total, or go from it, if days began at midnight. */
  atMidnight: Part;
  /** The refunds of the day, zero or less. */
  refunds: readonly Part[];
  /** Sales begun on the day that are not completed. */
  open: readonly Part[];
}

/** Why a total elsewhere may be another one, in the order in which causes are tried. */
export type Cause =
  | { kind: 'vat' }
  | { kind: 'cut-off' }
  | { kind: 'refund-day'; sales: number }
  | { kind: 'open-sale'; sales: number }
  | { kind: 'unmapped' | 'ignored' | 'outside'; stores: string[] }
  | { kind: 'earlier'; at: Date }
  | { kind: 'changed-since' };

export interface Finding {
  cause: Cause;
  /** How far it moves the total, minor units, as the workspace tells turnover. */
  amount: number;
  /** The total it makes, minor units, in the way (incl. or excl.) of `vat`. */
  total: number;
  vat: Vat;
}

export interface Reconciliation {
  /** ISO 4217. */
  currency: string;
  /** How the workspace tells turnover; of `total` and `difference`. */
  vat: Vat;
  /** Minor units. */
  asked: number;
  total: number;
  /** `asked` less `total`. */
  difference: number;
  /** Causes that make exactly the amount asked for, the likeliest first. */
  explained: Finding[];
  /** All others that there are, each with its amount. */
  others: Finding[];
}

export interface ReconcileInput {
  currency: string;
  vat: Vat;
  /** The amount from elsewhere, minor units. */
  asked: number;
  stored: StoredEvidence;
  /** Absent while Lightspeed was not asked, or could not be read. */
  live?: LiveEvidence;
}

interface Candidate {
  cause: Cause;
  total: Part;
  /** Said also when it explains nothing. */
  isNamed: boolean;
}

/**
 * Holds an amount from elsewhere against a day's total: where they differ, every cause is tried alone, with the total told
 * incl. and excl. VAT. A cause explains the difference only when it does so exactly.
 */
export function reconcile({ currency, vat, asked, stored, live }: ReconcileInput): Reconciliation {
  const total = turnoverOf(stored.total, vat);
  const difference = add(asked, -total);
  const result = { currency, vat, asked, total, difference };
  if (difference === 0) return { ...result, explained: [], others: [] };

  const vatFinding: Finding = {
    cause: { kind: 'vat' },
    amount: add(turnoverOf(stored.total, otherVat(vat)), -total),
    total: turnoverOf(stored.total, otherVat(vat)),
    vat: otherVat(vat),
  };
  const candidates = [...liveCandidates(stored.total, live), ...storedCandidates(stored, live)];
  const found = candidates.map((candidate) => ({
    candidate,
    finding: held(candidate, { vat, asked, total }),
  }));
  const all = [{ candidate: { isNamed: true }, finding: vatFinding }, ...found];
  return {
    ...result,
    explained: all.map(({ finding }) => finding).filter((finding) => finding.total === asked),
    others: all
      .filter(
        ({ candidate, finding }) => candidate.isNamed && finding.amount !== 0 && finding.total !== asked,
      )
      .map(({ finding }) => finding),
  };
}

function held(
  { cause, total }: Candidate,
  { vat, asked, total: kept }: { vat: Vat; asked: number; total: number },
): Finding {
  const own = turnoverOf(total, vat);
  const other = turnoverOf(total, otherVat(vat));
  const needsOther = own !== asked && other === asked;
  return {
    cause,
    amount: add(own, -kept),
    total: needsOther ? other : own,
    vat: needsOther ? otherVat(vat) : vat,
  };
}

function liveCandidates(total: Part, live: LiveEvidence | undefined): Candidate[] {
  if (!live) return [];
  const { atMidnight, refunds, open } = live;
  return [
    ...moved(total, [atMidnight], () => ({ kind: 'cut-off' })),
    ...moved(total, refunds.map(less), (sales) => ({ kind: 'refund-day', sales })),
    ...moved(total, open, (sales) => ({ kind: 'open-sale', sales })),
  ];
}

/** All parts together, which is always said, then each alone, which is said only when it explains. */
function moved(total: Part, parts: readonly Part[], cause: (count: number) => Cause): Candidate[] {
  const together = { cause: cause(parts.length), total: parts.reduce(plus, total), isNamed: true };
  const distinct = [...new Map(parts.map((part) => [`${part.gross} ${part.tax}`, part])).values()];
  const alone = distinct.map((part) => ({ cause: cause(1), total: plus(total, part), isNamed: false }));
  return changing(total, parts.length > 1 ? [together, ...alone] : [together]);
}

function storedCandidates({ total, outside, earlier }: StoredEvidence, live?: LiveEvidence): Candidate[] {
  return [
    ...outsideCandidates(total, outside),
    ...changing(total, [
      ...earlier.map(({ at, total: then }) => ({
        cause: { kind: 'earlier', at } as const,
        total: then,
        isNamed: true,
      })),
      ...(live ? [{ cause: { kind: 'changed-since' } as const, total: live.now, isNamed: true }] : []),
    ]),
  ];
}

function outsideCandidates(total: Part, outside: readonly OutsideStore[]): Candidate[] {
  const group = (
    kind: 'unmapped' | 'ignored' | 'outside',
    stores: readonly OutsideStore[],
    isNamed: boolean,
  ) => ({
    cause: { kind, stores: stores.map(({ name }) => name) },
    total: stores.reduce(plus, total),
    isNamed,
  });
  const alone = outside.map((store) => group(store.why, [store], true));
  const unmapped = outside.filter(({ why }) => why === 'unmapped');
  const ignored = outside.filter(({ why }) => why === 'ignored');
  const groups = [
    ...(unmapped.length > 1 ? [group('unmapped', unmapped, false)] : []),
    ...(ignored.length > 1 ? [group('ignored', ignored, false)] : []),
    ...(unmapped.length > 0 && ignored.length > 0 ? [group('outside', outside, false)] : []),
  ];
  return changing(total, [...alone, ...groups]);
}

function changing(total: Part, candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter(
    (candidate) => candidate.total.gross !== total.gross || candidate.total.tax !== total.tax,
  );
}

/** Adds two parts. */
export function plus(left: Part, right: Part): Part {
  return { gross: add(left.gross, right.gross), tax: add(left.tax, right.tax) };
}

function less({ gross, tax }: Part): Part {
  return { gross: -gross, tax: -tax };
}

function otherVat(vat: Vat): Vat {
  return vat === 'incl' ? 'excl' : 'incl';
}
