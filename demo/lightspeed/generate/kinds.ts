import type { Random } from './random.ts';

/** How often each kind of transaction happens, of a thousand. */
const perMille = {
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

export type Kind = keyof typeof perMille;

// Object.keys forgets the names; they are these by construction.
const kinds = Object.keys(perMille) as Kind[];

export const kindOf = (random: Random): Kind => {
  let left = random.whole(0, 999);
  for (const kind of kinds) {
    left -= perMille[kind];
    if (left < 0) return kind;
  }
  return 'plain';
};
