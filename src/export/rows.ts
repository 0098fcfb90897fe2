import type { Figure } from '../../models/figure.ts';
import type { Store } from '../../models/store.ts';
import type { Context } from '../context.ts';
import type { Seen } from '../security/access-rules.ts';
import { setUpUntil } from '../turnover/day-log.ts';
import type { Amounts, FigureState } from '../turnover/figure.ts';
import { amountText } from '../turnover/money.ts';
import { placing, storeKey } from '../turnover/placing.ts';
import type { Span } from '../turnover/span.ts';
import { combined, partOf } from '../turnover/split.ts';
import type { Day } from '../turnover/trading-day.ts';

/** One figure as people put it in a sheet. */
export interface ExportRow {
  day: Day;
  department: string;
  account: string;
  store: string;
  currency: string;
  /** Decimal text in the currency, such as `1234.50`. */
  gross: string;
  net: string;
  tax: string;
  sales: number;
  state: FigureState;
  /** The store was left out on purpose: it is in no department's turnover. */
  isIgnored: boolean;
}

/** What is wanted in a file: both ends included, of one department or everything. */
export interface ExportInput extends Span {
  departmentId?: string;
  /** Of no others than these. */
  seen: Seen;
}

/**
 * Every figure of some days, by day, by department in the order of all lists, and by store. A store that departments share
 * has a row for each, adding up to its figure; ignored stores say so and unmapped ones have no department: both come last.
 */
export async function exportRows(
  context: Context,
  { from, to, departmentId, seen }: ExportInput,
): Promise<ExportRow[]> {
  const { models, workspace } = context;
  const workspaceId = workspace._id;
  const [figures, links, setUp] = await Promise.all([
    models.figures
      .find({ workspaceId, day: { $gte: from, $lte: to } }, { revisions: 0 })
      .sort({ day: 1 })
      .lean<Omit<Figure, 'revisions'>[]>(),
    models.links.find({ workspaceId }, { name: 1 }).lean(),
    setUpUntil(context, to),
  ]);
  const accounts = new Map(links.map(({ _id, name }) => [_id, name]));
  const places = new Map(setUp.departments.map(({ _id, name }, index) => [_id, { name, index }]));
  const stores = placing(setUp);

  const rows: { row: ExportRow; index: number }[] = [];
  for (const [day, ofDay] of Map.groupBy(figures, (figure) => figure.day)) {
    const byStore = new Map(ofDay.map((figure) => [storeKey(figure), figure]));
    for (const { store, figure, shares } of stores.on(day, byStore)) {
      if (!figure) continue;
      const row = rowOf(figure, { account: accounts.get(store.linkId) ?? '', store });
      const wanted = combined(shares ?? []).filter(
        (share) =>
          (departmentId === undefined || share.departmentId === departmentId) &&
          (seen === 'all' || seen.has(share.departmentId)),
      );
      for (const share of wanted) {
        const { name = '', index = places.size } = places.get(share.departmentId) ?? {};
        rows.push({ row: row(partOf(figure, shares ?? [], share.departmentId), name), index });
      }
      const isOutside = shares === undefined || shares.length === 0;
      if (isOutside && departmentId === undefined && seen === 'all') {
        rows.push({ row: { ...row(figure, ''), isIgnored: shares !== undefined }, index: places.size });
      }
    }
  }
  return rows.sort((a, b) => a.row.day.localeCompare(b.row.day) || a.index - b.index).map(({ row }) => row);
}

function rowOf(
  { day, currency, state }: Pick<Figure, 'day' | 'currency' | 'state'>,
  { account, store }: { account: string; store: Store },
) {
  return ({ gross, net, tax, sales }: Amounts, department: string): ExportRow => ({
    day,
    department,
    account,
    store: store.name === '' ? store.storeId : store.name,
    currency,
    gross: amountText(gross, currency),
    net: amountText(net, currency),
    tax: amountText(tax, currency),
    sales,
    state,
    isIgnored: false,
  });
}
