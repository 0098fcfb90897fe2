import type { TurnoverBar, TurnoverBars } from '../../../src/charts/turnover-bars.ts';

/** A bar of €100 with nothing to hold it against. */
export function bar(more: Partial<TurnoverBar> = {}): TurnoverBar {
  return {
    name: 'Bakery',
    standIn: 'Department 1',
    currency: 'EUR',
    turnover: 10_000,
    before: null,
    amountText: '€100.00',
    changeText: '',
    ...more,
  };
}

export function bars(rows: TurnoverBar[], more: Partial<TurnoverBars> = {}): TurnoverBars {
  return {
    title: 'Wed 12 Nov 2025',
    subtitle: '€100.00 excl. VAT',
    markText: null,
    rows,
    note: null,
    ...more,
  };
}

/** A day with everything that a picture can hold. */
export const fullDay = bars(
  [
    bar({
      name: 'Bakery 🥐',
      turnover: 482_300,
      before: 450_000,
      amountText: '€4,823.00',
      changeText: '+7%',
    }),
    bar({
      name: 'Flowers & <b>plants</b> for every day of the week',
      turnover: 120_000,
      before: 150_000,
      amountText: '€1,200.00',
      changeText: '-20%',
    }),
    bar({ name: 'ベーカリー', standIn: 'Department 3', turnover: 90_000, amountText: '€900.00' }),
    bar({
      name: 'Ωж Café',
      turnover: -20_000,
      before: 40_000,
      amountText: '-€200.00',
      changeText: '-150%',
    }),
    bar({ name: 'Wine', turnover: null, before: 40_000, amountText: 'not in' }),
  ],
  {
    subtitle: '€6,723.00 excl. VAT, +4% on Wed 5 Nov',
    markText: 'Wed 5 Nov',
    note: '12 more departments are not in the picture.',
  },
);
