/** Sales that can be worked out from their number alone, so that a million need no room and every sum is known. */
export const stores = 10;
export const days = ['2024-05-01', '2024-05-02'] as const;
const start = Date.parse('2024-05-01T00:00:00Z');
const span = 2 * 24 * 3_600_000;

/** Sale `number` (from 0) of `count`: amounts in cents. */
export function saleOf(number: number, count: number) {
  const gross = 100 + ((number * 7_919) % 25_000);
  return {
    saleId: number + 1,
    shopId: (number % stores) + 1,
    at: start + Math.floor((number * span) / count),
    gross,
    tax: Math.round((gross * 21) / 121),
  };
}

/** What all of them come to. */
export function totalOf(count: number): { gross: number; tax: number; sales: number } {
  let [gross, tax] = [0, 0];
  for (let number = 0; number < count; number += 1) {
    const sale = saleOf(number, count);
    gross += sale.gross;
    tax += sale.tax;
  }
  return { gross, tax, sales: count };
}
