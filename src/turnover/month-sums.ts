import type { ClientSession } from 'mongoose';
import type { Figure } from '../../models/figure.ts';
import type { MonthSum } from '../../models/month-sum.ts';
import type { Context } from '../context.ts';
import type { Day } from './trading-day.ts';

/** A calendar month, YYYY-MM. */
export type Month = string;

/** The month of a day. */
export function monthOf(day: Day): Month {
  return day.slice(0, 'YYYY-MM'.length);
}

type Said = Pick<Figure, 'currency' | 'gross' | 'tax' | 'sales'>;

/** A figure that is written: what it said, if there was one, and what it says now. */
export interface FigureChange extends Pick<Figure, 'linkId' | 'storeId' | 'day'> {
  before: Said | undefined;
  after: Said;
}

/**
 * Changes the sums of the months by what some figures change, inside the transaction that writes them: two of them at once clash
 * there, so that no sum ever says other than its figures.
 */
export async function followInMonths(
  { models, workspace }: Context,
  session: ClientSession,
  changes: readonly FigureChange[],
): Promise<void> {
  const moved = new Map<string, Moved>();
  for (const { before, after, ...of } of changes) {
    if (before) add(moved, of, before, -1);
    add(moved, of, after, 1);
  }
  const writes = [...moved.values()].filter(({ by }) => Object.values(by).some((amount) => amount !== 0));
  if (writes.length === 0) return;
  await models.monthSums.bulkWrite(
    writes.map(({ of, by }) => ({
      updateOne: { filter: { workspaceId: workspace._id, ...of }, update: { $inc: by }, upsert: true },
    })),
    { session, ordered: false },
  );
}

interface Moved {
  of: Pick<MonthSum, 'linkId' | 'storeId' | 'month' | 'currency'>;
  by: { gross: number; tax: number; sales: number; days: number };
}

function add(
  moved: Map<string, Moved>,
  { linkId, storeId, day }: Pick<FigureChange, 'linkId' | 'storeId' | 'day'>,
  { currency, gross, tax, sales }: Said,
  sign: 1 | -1,
): void {
  const of = { linkId, storeId, month: monthOf(day), currency };
  const key = Object.values(of).join('\n');
  const known = moved.get(key) ?? { of, by: { gross: 0, tax: 0, sales: 0, days: 0 } };
  known.by.gross += sign * gross;
  known.by.tax += sign * tax;
  known.by.sales += sign * sales;
  known.by.days += sign;
  moved.set(key, known);
}
