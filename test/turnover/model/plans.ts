import fc from 'fast-check';

/** What happens at the till before a night, by chance; `pick` and `store` are taken modulo what there is. */
export interface Deed {
  kind: (typeof kinds)[number];
  pick: number;
  store: number;
  /** Minutes before now at which a sale is completed. */
  back: number;
  /** Seconds from the beginning of that day instead; null: just then. */
  edge: number | null;
  gross: number;
  tax: number;
}

/** A random account and what becomes of it over some nights. */
export interface Plan {
  /** The date (UTC) on which it is linked; most lie before a change of clocks. */
  start: string;
  /** The minute of that date. */
  minute: number;
  currency: number;
  stores: { zone: string; cutOff: number; weights: number[] }[];
  steps: { minutes: number; isDown: boolean; deeds: Deed[] }[];
}

const kinds = [
  'sale',
  'refund',
  'open',
  'complete',
  'void',
  'edit',
  'move',
  'archive',
  'vanish',
  'other-store',
  'cut-off',
  'new-store',
  'close-store',
  'open-store',
] as const;

const zones = [
  'Europe/Amsterdam',
  'America/New_York',
  'America/St_Johns',
  'America/Havana',
  'America/Santiago',
  'Asia/Kolkata',
  'Asia/Beirut',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Apia',
  'Pacific/Pago_Pago',
  'Pacific/Kiritimati',
];

const day = 1440;
const often = (kind: Deed['kind'], weight: number) => ({ arbitrary: fc.constant(kind), weight });

const deed: fc.Arbitrary<Deed> = fc.record({
  kind: fc.oneof(
    often('sale', 12),
    ...kinds.slice(1, 10).map((kind) => often(kind, 2)),
    ...kinds.slice(10).map((kind) => often(kind, 1)),
  ),
  pick: fc.nat(1000),
  store: fc.nat(1000),
  back: fc.nat(4 * day),
  edge: fc.option(fc.integer({ min: -1, max: 1 })),
  gross: fc.integer({ min: 0, max: 999_999 }),
  tax: fc.integer({ min: 0, max: 99_999 }),
});

export const plans: fc.Arbitrary<Plan> = fc.record({
  start: fc.constantFrom('2024-03-28', '2024-10-24', '2024-04-04', '2024-09-05', '2011-12-27', '2025-06-10'),
  minute: fc.nat(day - 1),
  currency: fc.nat(2),
  stores: fc.array(
    fc.record({
      zone: fc.constantFrom(...zones),
      cutOff: fc.integer({ min: 0, max: 6 }),
      weights: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  steps: fc.array(
    fc.record({
      // More than the hour that a failed night waits at most; now and then several nights are missed.
      minutes: fc.oneof(
        { arbitrary: fc.integer({ min: 90, max: 2 * day }), weight: 4 },
        { arbitrary: fc.integer({ min: 2 * day, max: 9 * day }), weight: 1 },
      ),
      isDown: fc.oneof(
        { arbitrary: fc.constant(false), weight: 4 },
        { arbitrary: fc.constant(true), weight: 1 },
      ),
      deeds: fc.array(deed, { maxLength: 12 }),
    }),
    { minLength: 3, maxLength: 7 },
  ),
});
