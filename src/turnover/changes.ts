import type { Revision } from '../../models/figure.ts';
import type { Vat } from '../../models/workspace.ts';
import type { FigureSource, MovementKind } from './figure.ts';
import { sameAmounts } from './figure.ts';

/** A figure that changed after it was first imported. */
export interface Change {
  at: Date;
  source: FigureSource;
  /** Minor units, including or excluding VAT as asked. */
  before: number;
  /** Minor units. */
  after: number;
  /** Why, adding up to the change; empty where the sales behind it are not known. */
  reasons: Reason[];
  /** Entered by hand: why, in the person's words, and by whom. */
  entered?: Entered;
}

export interface Entered {
  reason: string;
  /** Slack's user id. */
  by: string;
}

export interface Reason {
  kind: MovementKind;
  sales: number;
  /** Minor units. */
  amount: number;
}

/** The turnover an amount says, including or excluding VAT; minor units. */
export function turnoverOf({ gross, tax }: { gross: number; tax: number }, vat: Vat): number {
  return vat === 'incl' ? gross : gross - tax;
}

/** As much of a revision as is told. */
export type ToldRevision = Omit<Revision, 'net' | 'state'>;

/** The changes among a figure's revisions (oldest first). */
export function changesOf(revisions: readonly ToldRevision[], vat: Vat): Change[] {
  return revisions.flatMap((revision, index) => {
    const before = revisions[index - 1];
    if (!before || sameAmounts(before, revision)) return [];
    const reasons = revision.movements.map((movement) => ({
      kind: movement.kind,
      sales: movement.sales,
      amount: turnoverOf(movement, vat),
    }));
    const { at, source } = revision;
    const entered = enteredIn(revision);
    return [
      {
        at,
        source,
        before: turnoverOf(before, vat),
        after: turnoverOf(revision, vat),
        reasons,
        ...(entered ? { entered } : {}),
      },
    ];
  });
}

/** Why and by whom a revision was entered by hand; undefined where it was not. */
export function enteredIn({
  source,
  reason = '',
  by = '',
}: Pick<Revision, 'source' | 'reason' | 'by'>): Entered | undefined {
  return source === 'manual' ? { reason, by } : undefined;
}
