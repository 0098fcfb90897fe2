import type { Line, TaxClass } from '../world/types.ts';
import type { Random } from './random.ts';

type Item = { itemID: number; cents: number; taxClass: TaxClass };

/** What the shops sell: coffee and cake, books, and gifts. Prices in euro cents. */
const items: readonly Item[] = [
  { itemID: 1, cents: 325, taxClass: 'low' },
  { itemID: 2, cents: 410, taxClass: 'low' },
  { itemID: 3, cents: 495, taxClass: 'low' },
  { itemID: 4, cents: 695, taxClass: 'low' },
  { itemID: 5, cents: 1250, taxClass: 'low' },
  { itemID: 6, cents: 1999, taxClass: 'low' },
  { itemID: 7, cents: 2499, taxClass: 'low' },
  { itemID: 8, cents: 350, taxClass: 'standard' },
  { itemID: 9, cents: 995, taxClass: 'standard' },
  { itemID: 10, cents: 1495, taxClass: 'standard' },
  { itemID: 11, cents: 2995, taxClass: 'standard' },
  { itemID: 12, cents: 4950, taxClass: 'standard' },
  { itemID: 13, cents: 8900, taxClass: 'standard' },
];

/** One to five lines; cheap goods more often than dear ones, one piece more often than three. */
export const basketOf = (random: Random, price: (cents: number) => number): Line[] => {
  const lines: Line[] = [];
  const size = 1 + Math.floor(random.next() ** 2 * 5);
  while (lines.length < size) {
    const item = items[Math.floor(random.next() ** 1.3 * items.length)];
    if (item === undefined) break;
    lines.push({
      itemID: item.itemID,
      quantity: 1 + Math.floor(random.next() ** 3 * 3),
      unitPrice: price(item.cents),
      discount: 0,
      taxClass: item.taxClass,
      parentSaleLineID: 0,
    });
  }
  return lines;
};
