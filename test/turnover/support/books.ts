import { worldOf } from '../../../demo/lightspeed/world/hand.ts';
import type { Share } from '../../../models/mapping.ts';
import { monthOf } from '../../../src/turnover/month-sums.ts';
import { remakeMonths } from '../../../src/turnover/remake-months.ts';
import type { Day } from '../../../src/turnover/trading-day.ts';
import { type Bench, startBench, workspaceId } from '../../support/engine.ts';

export const today = '2025-06-18';

/** A store by its id, or by that of its account and its own: `b:1`. */
function placeOf(store: string) {
  const [link = '', storeId = ''] = store.includes(':') ? store.split(':') : ['a', store];
  return { workspaceId, linkId: link.repeat(24), storeId };
}

interface Kept {
  store: string;
  days: readonly Day[];
  gross: number | ((day: Day) => number);
  currency?: string | ((day: Day) => string);
  state?: (day: Day) => 'provisional' | 'final';
}

/** A bench whose database holds stores, departments and figures, without any till behind them. */
export async function openBooks() {
  const bench = await startBench({ world: worldOf({ shops: [] }), at: `${today}T10:00:00Z` });
  const { models } = bench.engine;
  await bench.context();
  return {
    bench,
    context: () => bench.context(),
    store: (store: string, since = '2024-01-01') =>
      models.stores.create({
        ...placeOf(store),
        name: `Store ${store}`,
        zone: 'Europe/Amsterdam',
        cutOff: 0,
        changes: [],
        archived: false,
        since,
      }),
    department: (name: string) =>
      models.departments.create({ _id: name, workspaceId, name, key: name.toLowerCase() }),
    map: (store: string, shares: Share[] | string, from = '0000-01-01') =>
      models.mappings.create({
        ...placeOf(store),
        from,
        shares: typeof shares === 'string' ? [{ departmentId: shares, weight: 10_000 }] : shares,
        mappedBy: 'U1',
        mappedAt: new Date(),
      }),
    keep: (kept: Kept) => keep(bench, kept),
  };
}

async function keep(
  { engine }: Bench,
  { store, days, gross, currency = 'EUR', state = () => 'final' }: Kept,
): Promise<void> {
  await engine.models.figures.insertMany(
    days.map((day) => {
      const amount = typeof gross === 'number' ? gross : gross(day);
      const amounts = { gross: amount, tax: 0, net: amount, sales: 3, state: state(day) };
      const revision = { ...amounts, at: new Date(), source: 'night' as const, movements: [] };
      const of = { ...placeOf(store), day };
      const code = typeof currency === 'string' ? currency : currency(day);
      return { ...of, currency: code, ...amounts, revisions: [revision] };
    }),
  );
  await remakeMonths(engine, { workspaceId, months: [...new Set(days.map(monthOf))] });
}
