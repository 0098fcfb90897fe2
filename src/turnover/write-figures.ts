import type { ClientSession } from 'mongoose';
import type { Figure, Revision } from '../../models/figure.ts';
import { ledgerChunks } from '../../models/ledger.ts';
import type { Context } from '../context.ts';
import {
  type Amounts,
  type FigureSource,
  type FigureState,
  type Movement,
  noRefunds,
  type Refunds,
  type StoreDay,
  sameAmounts,
  storeDayKey,
} from './figure.ts';
import { add } from './money.ts';
import { followInMonths } from './month-sums.ts';
import type { DaysRead } from './read-days.ts';
import type { Day } from './trading-day.ts';

export interface FiguresToWrite {
  linkId: string;
  currency: string;
  read: DaysRead;
  /** Stores that are archived: without sales they get no figure, since nobody waits for one; one they have is kept true. */
  closed: ReadonlySet<string>;
  source: FigureSource;
  /** The one day that a later night will read again; all others become final. */
  provisionalDay: Day | null;
  /** Write over final figures too: only when a person asked for it. */
  evenFinal: boolean;
  /** The store whose figure entered by hand is given up. */
  released?: string;
}

/**
 * Writes what was read, inside the caller's transaction: all of it or nothing. A figure is replaced, never added to; one
 * that is final stays as it is unless `evenFinal`, and a manual one always does. Returns the days of which a figure
 * was written.
 */
export async function writeFigures(
  context: Context,
  session: ClientSession,
  input: FiguresToWrite,
): Promise<Day[]> {
  const { models, workspace, clock } = context;
  const place = { workspaceId: workspace._id, linkId: input.linkId };
  const days = [...new Set(input.read.figures.map(({ day }) => day))];
  const stored = await models.figures.find({ ...place, day: { $in: days } }, null, { session }).lean();
  const before = new Map(stored.map((figure) => [storeDayKey(figure), figure]));
  const at = new Date(clock());
  const figures = input.read.figures.filter(
    (figure) => figure.sales > 0 || !input.closed.has(figure.storeId) || before.has(storeDayKey(figure)),
  );

  const writes = figures.flatMap((figure) => {
    const known = before.get(storeDayKey(figure));
    if (known && !mayReplace(known, input)) return [];
    const revision = revise(input, at, figure, known);
    const refunds = input.read.refunds.get(storeDayKey(figure)) ?? noRefunds;
    return revision
      ? [{ filter: { ...place, storeId: figure.storeId, day: figure.day }, before: known, revision, refunds }]
      : [];
  });
  if (writes.length > 0) {
    await models.figures.bulkWrite(
      writes.map(({ filter, revision, refunds }) => ({
        updateOne: { filter, update: update(revision, { currency: input.currency, refunds }), upsert: true },
      })),
      { session },
    );
    const changes = writes.map(({ filter, before: known, revision }) => ({
      ...filter,
      before: known,
      after: { ...revision, currency: input.currency },
    }));
    await followInMonths(context, session, changes);
  }
  await keepLedgers(context, session, { ...input, figures, days });
  await expectFrom(context, session, { linkId: input.linkId, figures });
  return [...new Set(writes.map(({ filter }) => filter.day))];
}

function mayReplace({ state, storeId }: Figure, { evenFinal, released }: FiguresToWrite): boolean {
  if (state === 'manual') return storeId === released;
  return state === 'provisional' || evenFinal;
}

/** The next revision of a figure, or undefined when it would say what the figure says already. */
function revise(
  { read, source, provisionalDay, evenFinal }: FiguresToWrite,
  at: Date,
  { storeId, day, gross, net, tax, sales }: StoreDay & Amounts,
  before: Figure | undefined,
): Revision | undefined {
  const fresh = { gross, net, tax, sales };
  const wasFinal = before !== undefined && before.state !== 'provisional';
  const state: FigureState =
    day === provisionalDay ? 'provisional' : wasFinal && evenFinal ? 'reimported' : 'final';
  const changed = before === undefined || !sameAmounts(before, fresh);
  if (before && !changed && before.state === state) return undefined;
  const movements =
    before && changed ? explained(read.movements.get(storeDayKey({ storeId, day })), before, fresh) : [];
  return { ...fresh, at, source, state, movements };
}

/** The movements, if they tell the whole change; none where someone else wrote the figure while this was being read. */
function explained(movements: readonly Movement[] = [], before: Amounts, now: Amounts): Movement[] {
  const gross = movements.reduce((sum, movement) => add(sum, movement.gross), before.gross);
  const tax = movements.reduce((sum, movement) => add(sum, movement.tax), before.tax);
  return gross === now.gross && tax === now.tax ? [...movements] : [];
}

function update(revision: Revision, { currency, refunds }: { currency: string; refunds: Refunds }) {
  const { gross, net, tax, sales, state } = revision;
  return { $set: { gross, net, tax, sales, state, currency, refunds }, $push: { revisions: revision } };
}

/** Keeps the sales of the provisional day for the second night; those of days now final are dropped. */
async function keepLedgers(
  { models, workspace }: Context,
  session: ClientSession,
  {
    linkId,
    read,
    provisionalDay,
    figures,
    days,
  }: FiguresToWrite & { figures: readonly StoreDay[]; days: readonly Day[] },
): Promise<void> {
  const storeIds = [...new Set(figures.map(({ storeId }) => storeId))];
  await models.ledgers.deleteMany(
    { workspaceId: workspace._id, linkId, day: { $in: [...days] }, storeId: { $in: storeIds } },
    { session },
  );
  if (!provisionalDay) return;
  const chunks = [...read.remembered].flatMap(([storeId, ledger]) =>
    ledgerChunks({ workspaceId: workspace._id, linkId, storeId, day: provisionalDay }, ledger),
  );
  if (chunks.length > 0) await models.ledgers.insertMany(chunks, { session });
}

/** A store whose earliest figure is this old may be expected in every day since. */
async function expectFrom(
  { models, workspace }: Context,
  session: ClientSession,
  { linkId, figures }: { linkId: string; figures: readonly StoreDay[] },
): Promise<void> {
  for (const [day, ofDay] of Map.groupBy(figures, ({ day }) => day)) {
    await models.stores.updateMany(
      {
        workspaceId: workspace._id,
        linkId,
        storeId: { $in: ofDay.map(({ storeId }) => storeId) },
        since: { $gt: day },
      },
      { $min: { since: day } },
      { session },
    );
  }
}
