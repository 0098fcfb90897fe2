import type { Figure, Revision } from '../../models/figure.ts';
import type { Context } from '../context.ts';
import { dayLog } from './day-log.ts';
import type { OutsideStore, Part, StoredEvidence } from './reconcile.ts';
import { plus } from './reconcile.ts';
import type { Day } from './trading-day.ts';

/** What is kept of a day, ready to be held against an amount. */
export interface StoredDay {
  /** ISO 4217, in alphabetical order: those of the day's figures, or of the links where there are none. */
  currencies: string[];
  /** By `linkId storeId`: the stores that are in the day's total, or would be. */
  counted: ReadonlySet<string>;
  figures: readonly Figure[];
  storesIn: number;
  storesExpected: number;
  /** What is kept in one of the currencies. */
  evidence(currency: string): StoredEvidence;
  /** What of its total came from other links than these: accounts that were unlinked since. */
  totalWithout(currency: string, linkIds: readonly string[]): Part;
}

const nothing: Part = { gross: 0, tax: 0 };

/** Gathers what is kept of a day: its totals now and before, and the stores that are in none. */
export async function storedDay(context: Context, day: Day): Promise<StoredDay> {
  const { models, workspace } = context;
  const workspaceId = workspace._id;
  const log = await dayLog(context, { day });
  const figures = await models.figures.find({ workspaceId, day }).lean();
  const figureOf = new Map(figures.map((figure) => [keyOf(figure), figure]));
  const counted = new Set(log.departments.flatMap(({ stores }) => stores.map(keyOf)));
  const links = await models.links.distinct('currency', { workspaceId, state: { $ne: 'unlinked' } });
  const ofFigures = figures.map(({ currency }) => currency);

  const outside = (why: OutsideStore['why'], currency: string): OutsideStore[] =>
    (why === 'unmapped' ? log.unmapped : log.ignored).flatMap((store) => {
      const figure = figureOf.get(keyOf(store));
      return figure?.currency === currency
        ? [{ name: store.name, why, gross: figure.gross, tax: figure.tax }]
        : [];
    });

  const inTotal = (currency: string) =>
    figures.filter((figure) => figure.currency === currency && counted.has(keyOf(figure)));

  return {
    currencies: [...new Set(ofFigures.length > 0 ? ofFigures : links)].sort(),
    counted,
    figures,
    storesIn: log.storesIn,
    storesExpected: log.storesExpected,
    evidence(currency) {
      const total = inTotal(currency);
      return {
        total: total.reduce<Part>(plus, nothing),
        outside: [...outside('unmapped', currency), ...outside('ignored', currency)],
        earlier: earlierTotals(total),
      };
    },
    totalWithout: (currency, linkIds) =>
      inTotal(currency)
        .filter(({ linkId }) => !linkIds.includes(linkId))
        .reduce<Part>(plus, nothing),
  };
}

/** A store of a link as one text. */
export function keyOf({ linkId, storeId }: { linkId: string; storeId: string }): string {
  return `${linkId} ${storeId}`;
}

/** The totals that the day had before, at each time that one of its figures was written; oldest first. */
function earlierTotals(figures: readonly Figure[]): { at: Date; total: Part }[] {
  const times = new Set(figures.flatMap(({ revisions }) => revisions.map(({ at }) => at.getTime())));
  const totals = [...times]
    .sort((a, b) => a - b)
    .flatMap((time) => {
      const then = figures.map(({ revisions }) => asOf(revisions, time));
      // Before every store was in there was no total of the day to be copied.
      const known = then.filter((revision) => revision !== undefined);
      return known.length === figures.length
        ? [{ at: new Date(time), total: known.reduce(plus, nothing) }]
        : [];
    });
  return totals.filter(
    ({ total }, index) =>
      index === 0 ||
      total.gross !== totals[index - 1]?.total.gross ||
      total.tax !== totals[index - 1]?.total.tax,
  );
}

function asOf(revisions: readonly Revision[], time: number): Revision | undefined {
  return revisions.findLast(({ at }) => at.getTime() <= time);
}
