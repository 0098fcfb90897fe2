import type { Figure } from '../../models/figure.ts';
import { ledgerChunks } from '../../models/ledger.ts';
import type { Link } from '../../models/link.ts';
import type { Context } from '../../src/context.ts';
import { type ReadableStore, readable } from '../../src/lightspeed/stores.ts';
import { type StoreDay, storeDayKey } from '../../src/turnover/figure.ts';
import { type DaysRead, type Ledgers, readDays } from '../../src/turnover/read-days.ts';
import { remakeMonths } from '../../src/turnover/remake-months.ts';
import { addDays, type Day, daysFrom, instantAt } from '../../src/turnover/trading-day.ts';
import type { World } from '../lightspeed/world.ts';
import { accountAsOf } from './account-connector.ts';
import { zone } from './time.ts';

/** The days to fill, both included: the first night read `from`, the last one read `to`. */
export interface Span {
  from: Day;
  to: Day;
}

/**
 * Fills the database with what the nights of a long time would have left, all but the last day final: each night is read by
 * the app's own tally, corrections included, and everything is written at once.
 */
export async function fillNights(
  context: Context,
  { world, link, span }: { world: World; link: Link; span: Span },
): Promise<void> {
  const { models, workspace } = context;
  const place = { workspaceId: workspace._id, linkId: link._id };
  const stores = readable(await models.stores.find(place).lean());
  const figures = new Map<string, Figure>();
  let last: DaysRead | undefined;
  for (const day of daysFrom(span.from, span.to)) {
    last = await readNight({ world, link, stores, day, before: ledgersOf(last, addDays(day, -1)) });
    for (const figure of last.figures) {
      if (figure.day >= span.from)
        keep(figures, place, link, last, { ...figure, isLast: figure.day === day });
    }
  }
  // As they are: to make documents of a thousand figures with all their revisions takes longer than to store them.
  await models.figures.insertMany([...figures.values()], { lean: true });
  await remakeMonths(context, place);
  const remembered = [...(last?.remembered ?? [])].flatMap(([storeId, ledger]) =>
    ledgerChunks({ ...place, storeId, day: span.to }, ledger),
  );
  await models.ledgers.insertMany(remembered);
  await models.stores.updateMany(place, { $set: { since: span.from } });
  const date = addDays(span.to, 1);
  const doneAt = new Date(instantAt(date, 3, zone));
  await models.nights.create({ ...place, zone, date, state: 'done', dueAt: doneAt, doneAt, tries: 1 });
}

interface OneNight {
  world: World;
  link: Link;
  stores: readonly ReadableStore[];
  /** The day before the night. */
  day: Day;
  before: Ledgers;
}

function readNight({ world, link, stores, day, before }: OneNight): Promise<DaysRead> {
  return readDays(accountAsOf(world, nightAfter(day)), {
    currency: link.currency,
    stores,
    days: [addDays(day, -1), day],
    onlyTheseStores: false,
    remember: day,
    before,
  });
}

const nightAfter = (day: Day): number => instantAt(addDays(day, 1), 3, zone);

function ledgersOf(read: DaysRead | undefined, day: Day): Ledgers {
  return [...(read?.remembered ?? [])].map(([storeId, ledger]) => ({ storeId, day, ledger }));
}

type ReadFigure = DaysRead['figures'][number] & { isLast: boolean };

/** Adds the revision that this night would have written. */
function keep(
  figures: Map<string, Figure>,
  place: { workspaceId: string; linkId: string },
  link: Link,
  read: DaysRead,
  { isLast, ...figure }: ReadFigure,
): void {
  const key = storeDayKey(figure);
  const known = figures.get(key);
  const { storeId, day, ...amounts } = figure;
  const state = isLast ? ('provisional' as const) : ('final' as const);
  const at = new Date(nightAfter(isLast ? day : addDays(day, 1)));
  const movements = known && isMoved(known, figure) ? (read.movements.get(key) ?? []) : [];
  const revision = { ...amounts, at, source: 'night' as const, state, movements };
  figures.set(key, {
    ...place,
    storeId,
    day,
    currency: link.currency,
    state,
    ...amounts,
    revisions: [...(known?.revisions ?? []), revision],
  });
}

function isMoved(known: Figure, figure: StoreDay & { gross: number; tax: number; sales: number }): boolean {
  return known.gross !== figure.gross || known.tax !== figure.tax || known.sales !== figure.sales;
}
