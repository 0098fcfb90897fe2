import type { Context } from '../context.ts';
import { mappingOn } from '../turnover/mapping-on.ts';
import { amountText } from '../turnover/money.ts';
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

/** Every figure of some days (both ends included), by day, department and store. Ignored stores say so; unmapped ones have no department. */
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
    .map((figure): ExportRow => {
      const key = `${figure.linkId} ${figure.storeId}`;
      const mapping = mappedOn.get(figure.day)?.get(key);
      const { day, currency, sales, state } = figure;
      const department =
        mapping?.departmentId === null ? 'ignored' : departmentName.get(mapping?.departmentId ?? '');
      return {
        day,
        department: department ?? '',
        account: linkName.get(figure.linkId) ?? '',
        store: storeName.get(key) ?? figure.storeId,
        currency,
        gross: amountText(figure.gross, currency),
        net: amountText(figure.net, currency),
        tax: amountText(figure.tax, currency),
        sales,
        state,
      };
    })
    .sort(
      (a, b) =>
        a.day.localeCompare(b.day) ||
        a.department.localeCompare(b.department) ||
        a.store.localeCompare(b.store),
    );
}
