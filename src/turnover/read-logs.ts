import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Context } from '../context.ts';
import {
  amountFields,
  assembleDayLog,
  type DayLog,
  setUpUntil,
  type ToldFigure,
  toldFields,
} from './day-log.ts';
import type { Day } from './trading-day.ts';

type FigureOfDay = ToldFigure & { day: Day };

/** So many days are put together before others get their turn: a year of many stores takes a second. */
const daysAtOnce = 10;

/**
 * The logs of some days, by day, with one query a collection. Only the days in `withPast` tell how their figures changed:
 * the past of a year of figures is a lot to read, and few need it.
 */
export async function readLogs(
  context: Context,
  { days, withPast = [] }: { days: readonly Day[]; withPast?: readonly Day[] },
): Promise<Map<Day, DayLog>> {
  const { models, workspace } = context;
  const workspaceId = workspace._id;
  const past = new Set(withPast);
  const wanted = [...new Set([...withPast, ...days])];
  const latest = wanted.toSorted().at(-1) ?? '';
  const others = wanted.filter((day) => !past.has(day));
  // Last what runs at once: a query that cannot even be made would leave it behind, and its failure unheard.
  const [long, short, setUp] = await Promise.all([
    past.size > 0
      ? models.figures.find({ workspaceId, day: { $in: [...past] } }, toldFields).lean<FigureOfDay[]>()
      : [],
    models.figures
      .find({ workspaceId, day: { $in: others } }, { ...amountFields, revisions: { $slice: 1 } })
      .lean<FigureOfDay[]>(),
    setUpUntil(context, latest),
  ]);
  const figures = Map.groupBy([...long, ...short], ({ day }) => day);
  const logs = new Map<Day, DayLog>();
  for (const [index, day] of wanted.entries()) {
    if (index % daysAtOnce === daysAtOnce - 1) await nextTurn();
    const records = { ...setUp, figures: figures.get(day) ?? [] };
    logs.set(day, assembleDayLog(records, { day, vat: workspace.vat }));
  }
  return logs;
}
