import { randomOf } from '../generate/random.ts';

/** Kinds of things with an id of their own. */
const kinds = [
  'retailer',
  'outlet',
  'register',
  'user',
  'customer',
  'product',
  'sale',
  'line',
  'payment',
  'paymentType',
  'tax',
  'taxRate',
] as const;

export type UuidKind = (typeof kinds)[number];

const HALF = 2 ** 24;

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

/** What a seed and a kind add to every number: the two halves of the last twelve digits. */
const maskOf = (seed: number, kind: UuidKind): readonly [number, number] => {
  const random = randomOf(seed, kinds.indexOf(kind));
  return [random.whole(0, HALF - 1), random.whole(0, HALF - 1)];
};

/** A UUID for the `n`th thing of a kind (0 <= n < 2^48): always the same one, and the number can be read back. */
export const uuidOf = (seed: number, kind: UuidKind, n: number): string => {
  const [high, low] = maskOf(seed, kind);
  const random = randomOf(seed, kinds.indexOf(kind), n);
  const head = hex(random.whole(0, 2 ** 32 - 1), 8);
  const middle = hex(random.whole(0, 0xffff), 4);
  const variant = `${hex(8 + random.whole(0, 3), 1)}${hex(random.whole(0, 0xfff), 3)}`;
  const tail = hex((Math.floor(n / HALF) ^ high) >>> 0, 6) + hex(((n % HALF) ^ low) >>> 0, 6);
  return `${head}-${middle}-4${hex(random.whole(0, 0xfff), 3)}-${variant}-${tail}`;
};

/** The number behind a UUID, or undefined when this seed never made it for this kind. */
export const numberOf = (seed: number, kind: UuidKind, uuid: string): number | undefined => {
  const [, first, second] = /-([0-9a-f]{6})([0-9a-f]{6})$/.exec(uuid.toLowerCase()) ?? [];
  if (first === undefined || second === undefined) return undefined;
  const [high, low] = maskOf(seed, kind);
  const n = ((Number.parseInt(first, 16) ^ high) >>> 0) * HALF + ((Number.parseInt(second, 16) ^ low) >>> 0);
  return uuidOf(seed, kind, n) === uuid.toLowerCase() ? n : undefined;
};

/** The id of the `index`th outlet of a generated retailer. */
export const outletUuid = (seed: number, index: number): string => uuidOf(seed, 'outlet', index);
