import type { SaleView, Shop } from './world/types.ts';
import { view } from './world/view.ts';
import type { World } from './world/world.ts';

/**
 * What the figures of a day must be, of an R-Series or an X-Series world, worked out a second time and on purpose without any of the app's code:
 * no Temporal, no decimal text, only the clock on the wall as Intl tells it, and integers.
 */
export type CheckFigure = { storeId: string; gross: number; net: number; tax: number; sales: number };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** 'YYYY-MM-DD HH' on the shop's wall; sorts as text. */
const wallClock = (timeZone: string): ((at: number) => string) => {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
  });
  return (at) => format.format(at).replace(', ', ' ');
};

/** The first minute at which the wall shows `date` at the cut-off hour or later: minutes walked, no cleverness. */
const startOf = (date: string, cutOff: number, timeZone: string): number => {
  const wall = wallClock(timeZone);
  const wanted = `${date} ${String(cutOff).padStart(2, '0')}`;
  let at = Date.parse(`${date}T00:00:00Z`) - 16 * HOUR;
  while (wall(at) < wanted) at += MINUTE;
  return at;
};

const dayAfter = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 24 * HOUR).toISOString().slice(0, 10);

/** Completed (X-Series: closed), or pending on account; never what is voided, archived or deleted. */
const counts = (sale: SaleView): boolean =>
  (sale.completed || (sale.pending && sale.attributes.includes('onaccount'))) &&
  !sale.voided &&
  !sale.archived;

const figureOf = (world: World, shop: Shop, day: string, at: number, cutOff: number): CheckFigure => {
  const start = startOf(day, cutOff, shop.timeZone);
  const end = startOf(dayAfter(day), cutOff, shop.timeZone);
  const figure: CheckFigure = { storeId: shop.shopID, gross: 0, net: 0, tax: 0, sales: 0 };
  for (const sale of world.sales(at)) {
    if (sale.shopID !== shop.shopID) continue;
    const seen = view(sale, at);
    if (seen === undefined || !counts(seen)) continue;
    const soldAt = seen.completed ? seen.completeTime : sale.createTime;
    if (soldAt === null || soldAt < start || soldAt >= end) continue;
    const tax = seen.amounts.tax1 + seen.amounts.tax2;
    figure.gross += seen.amounts.total;
    figure.tax += tax;
    figure.net += seen.amounts.total - tax;
    figure.sales += 1;
  }
  return figure;
};

/**
 * Every shop's figure of trading day `day` (`YYYY-MM-DD`), of the sales as the API shows them at `at` (epoch
 * milliseconds); start included, end excluded. Minor units. `cutOff` is the hour at which a day begins, 0 when absent.
 * A completed gift-card load counts as a sale of 0, as its body says.
 */
export const figuresOf = (
  world: World,
  { day, at, cutOff = 0 }: { day: string; at: number; cutOff?: number },
): CheckFigure[] => world.shops.map((shop) => figureOf(world, shop, day, at, cutOff));
