import type { MonthSum } from '../../models/month-sum.ts';
import type { Engine } from '../context.ts';
import { inTransaction } from '../database/transaction.ts';
import { type Month, monthOf } from './month-sums.ts';
import type { Span } from './span.ts';

type OfWorkspace = Pick<Engine, 'models' | 'connection'>;
type SumOfMonth = Omit<MonthSum, 'workspaceId'>;

/** Makes the sums of every month of every workspace anew from the figures. Safe to be cut short and repeated. */
export async function remakeAllMonths(engine: OfWorkspace): Promise<void> {
  await engine.models.monthSums.createIndexes();
  for (const { _id } of await engine.models.workspaces.find({}, { _id: 1 }).lean()) {
    await remakeMonths(engine, { workspaceId: _id });
  }
}

/** Makes the sums of a workspace anew from its figures, a month at a time; figures may be written meanwhile. */
export async function remakeMonths(
  engine: OfWorkspace,
  { workspaceId, months }: { workspaceId: string; months?: readonly Month[] },
): Promise<void> {
  const { models, connection } = engine;
  for (const month of months ?? (await monthsWithFigures(engine, workspaceId))) {
    await inTransaction(connection, async (session) => {
      const found = await models.figures
        .aggregate<SumOfMonth>(sumsOfFigures(workspaceId, wholeMonth(month)))
        .session(session);
      await models.monthSums.deleteMany({ workspaceId, month }, { session });
      await models.monthSums.insertMany(
        found.map((sum) => ({ workspaceId, ...sum })),
        { session, lean: true },
      );
    });
  }
}

/** The months whose sums are not what their figures add up to. */
export async function monthsAmiss(
  { models }: Pick<Engine, 'models'>,
  { workspaceId }: { workspaceId: string },
): Promise<Month[]> {
  const [truth, kept] = await Promise.all([
    models.figures.aggregate<SumOfMonth>(sumsOfFigures(workspaceId)),
    models.monthSums.find({ workspaceId, days: { $gt: 0 } }, { _id: 0, workspaceId: 0 }).lean<SumOfMonth[]>(),
  ]);
  const [texts, others] = [truth, kept].map((sums) => new Map(sums.map((sum) => [textOf(sum), sum.month])));
  if (!texts || !others) return [];
  const amiss = [
    ...[...texts].filter(([text]) => !others.has(text)),
    ...[...others].filter(([text]) => !texts.has(text)),
  ];
  return [...new Set(amiss.map(([, month]) => month))].sort();
}

function textOf({ month, linkId, storeId, currency, gross, tax, sales, days }: SumOfMonth): string {
  return [month, linkId, storeId, currency, gross, tax, sales, days].join('\n');
}

async function monthsWithFigures({ models }: OfWorkspace, workspaceId: string): Promise<Month[]> {
  const days: unknown[] = await models.figures.distinct('day', { workspaceId });
  return [...new Set(days.map((day) => monthOf(String(day))))];
}

function wholeMonth(month: Month): Span {
  // Days are text, and no month has a later one.
  return { from: `${month}-01`, to: `${month}-31` };
}

function sumsOfFigures(workspaceId: string, span?: Span) {
  return [
    { $match: { workspaceId, ...(span ? { day: { $gte: span.from, $lte: span.to } } : {}) } },
    {
      $group: {
        _id: {
          month: { $substrBytes: ['$day', 0, 7] },
          linkId: '$linkId',
          storeId: '$storeId',
          currency: '$currency',
        },
        gross: { $sum: '$gross' },
        tax: { $sum: '$tax' },
        sales: { $sum: '$sales' },
        days: { $sum: 1 },
      },
    },
    {
      $replaceWith: {
        $mergeObjects: ['$_id', { gross: '$gross', tax: '$tax', sales: '$sales', days: '$days' }],
      },
    },
  ];
}
