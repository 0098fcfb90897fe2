import type { Random } from './random.ts';

/** Kinds of transaction and how often each happens, of a thousand. */
const rMix = {
  plain: 780,
  discounted: 70,
  tipped: 30,
  'paid by gift card': 25,
  refund: 25,
  exchange: 12,
  'gift card load': 8,
  'voided later': 16,
  'completed late': 8,
  'edited a day later': 8,
  'left open': 9,
  cancelled: 9,
} as const;

/** What only X-Series accounts have. */
const onlyX = {
  'on account': 18,
  'on account and delivered': 4,
  layby: 14,
  'layby given up': 4,
  'picked up': 12,
  delivered: 10,
  serviced: 6,
  'with a card fee': 20,
} as const;

export type RKind = keyof typeof rMix;
export type XKind = keyof typeof onlyX;
export type Kind = RKind | XKind;

/** Adds up to a thousand. */
export type Mix = Partial<Record<Kind, number>>;

export const rSeriesMix: Mix = rMix;

/** Invented: gift cards are left out, as nothing public tells how an X-Series sale of one looks. */
export const xSeriesMix: Mix = { ...rMix, ...onlyX, plain: 700, 'gift card load': 0 };

// Object.keys forgets the names; they are these by construction.
const kindsOf = (mix: Mix) => Object.keys(mix) as Kind[];

export const kindOf = (random: Random, mix: Mix): Kind => {
  let left = random.whole(0, 999);
  for (const kind of kindsOf(mix)) {
    left -= mix[kind] ?? 0;
    if (left < 0) return kind;
  }
  return 'plain';
};
