import { expect } from 'vitest';
import type { Engine } from '../../src/context.ts';

/** Holds what is kept of every month against its figures, one by one. */
export async function expectMonthsAddUp(
  { models }: Pick<Engine, 'models'>,
  workspaceId: string,
): Promise<void> {
  const wanted = new Map<string, { gross: number; tax: number; sales: number; days: number }>();
  for (const { day, linkId, storeId, currency, ...of } of await models.figures.find({ workspaceId }).lean()) {
    const key = `${day.slice(0, 7)} ${linkId} ${storeId} ${currency}`;
    const sum = wanted.get(key) ?? { gross: 0, tax: 0, sales: 0, days: 0 };
    wanted.set(key, {
      gross: sum.gross + of.gross,
      tax: sum.tax + of.tax,
      sales: sum.sales + of.sales,
      days: sum.days + 1,
    });
  }
  const kept = await models.monthSums.find({ workspaceId, days: { $ne: 0 } }).lean();
  const sums = kept.map(({ month, linkId, storeId, currency, gross, tax, sales, days }) => [
    `${month} ${linkId} ${storeId} ${currency}`,
    { gross, tax, sales, days },
  ]);

  expect(Object.fromEntries(sums)).toEqual(Object.fromEntries(wanted));
}
