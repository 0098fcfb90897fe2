import type { Figure } from '../../models/figure.ts';
import type { Context } from '../context.ts';
import type { Amounts } from '../turnover/figure.ts';
import { mappingOn } from '../turnover/mapping-on.ts';
import { amountText } from '../turnover/money.ts';
import { partOf } from '../turnover/split.ts';
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
  state: string;
}

/**
 * Every figure of some days (both ends included), by day, department and store. A store that departments share has a
 * row for each, adding up to its figure; ignored stores say so; unmapped ones have no department.
 */
export async function exportRows(
  context: Context,
  { from, to }: { from: Day; to: Day },
): Promise<ExportRow[]> {
  const { models, workspace } = context;
  const place = { workspaceId: workspace._id };
  const [figures, stores, links, departments, mappings] = await Promise.all([
    models.figures.find({ ...place, day: { $gte: from, $lte: to } }).lean(),
    models.stores.find(place).lean(),
    models.links.find(place).lean(),
    models.departments.find(place).lean(),
    models.mappings.find({ ...place, from: { $lte: to } }).lean(),
  ]);
  const storeName = new Map(stores.map(({ linkId, storeId, name }) => [`${linkId} ${storeId}`, name]));
  const linkName = new Map(links.map(({ _id, name }) => [_id, name]));
  const departmentName = new Map(departments.map(({ _id, name }) => [_id, name]));
  const mappedOn = new Map(
    [...new Set(figures.map(({ day }) => day))].map((day) => [day, mappingOn(mappings, day)]),
  );

  return figures
    .flatMap((figure): ExportRow[] => {
      const key = `${figure.linkId} ${figure.storeId}`;
      const mapping = mappedOn.get(figure.day)?.get(key);
      const row = rowOf(figure, { account: linkName.get(figure.linkId), store: storeName.get(key) });
      if (!mapping) return [row(figure, '')];
      if (mapping.shares.length === 0) return [row(figure, 'ignored')];
      return mapping.shares.map(({ departmentId }) =>
        row(partOf(figure, mapping.shares, departmentId), departmentName.get(departmentId) ?? ''),
      );
    })
    .sort(
      (a, b) =>
        a.day.localeCompare(b.day) ||
        a.department.localeCompare(b.department) ||
        a.store.localeCompare(b.store),
    );
}

function rowOf(
  figure: Figure,
  { account = '', store = '' }: { account?: string | undefined; store?: string | undefined },
) {
  const { day, currency, state } = figure;
  return ({ gross, net, tax, sales }: Amounts, department: string): ExportRow => ({
    day,
    department,
    account,
    store: store === '' ? figure.storeId : store,
    currency,
    gross: amountText(gross, currency),
    net: amountText(net, currency),
    tax: amountText(tax, currency),
    sales,
    state,
  });
}
