import { type Kind, kindOf } from './kinds.ts';
import { type Profile, type ShopProfile, usualCount } from './profile.ts';
import { randomOf } from './random.ts';

/** One transaction of a shop on a day, before its goods are known. */
export type Slot = { saleID: number; shop: ShopProfile; shopIndex: number; index: number; at: number };

// The last seed of each stream, so that one draw more in one of them leaves the others as they are.
const COUNT = 1;
const TIME = 2;
const KIND = 3;

/** The days of a profile: how many sales each has, when, and with which numbers. */
export class Calendar {
  readonly days: readonly Temporal.PlainDate[];
  readonly #profile: Profile;
  /** The number of the first sale of each day, and one more for the end. */
  readonly #firstIDs: number[] = [1];
  readonly #slots = new Map<number, readonly Slot[]>();

  constructor(profile: Profile) {
    this.#profile = profile;
    const from = Temporal.PlainDate.from(profile.from);
    const length = from.until(profile.to, { largestUnit: 'days' }).days + 1;
    this.days = Array.from({ length: Math.max(0, length) }, (_, days) => from.add({ days }));
    for (const [day] of this.days.entries()) {
      const made = profile.shops.reduce((all, _, shop) => all + this.count(day, shop), 0);
      this.#firstIDs.push(this.firstID(day) + made);
    }
  }

  /** `day` counts from 0; one past the last gives the first number not used. */
  firstID(day: number): number {
    return this.#firstIDs[day] ?? 1;
  }

  count(day: number, shopIndex: number): number {
    const date = this.days[day];
    const shop = this.#profile.shops[shopIndex];
    if (date === undefined || shop === undefined) return 0;
    const chance = 0.85 + randomOf(this.#profile.seed, shopIndex, day, COUNT).next() * 0.3;
    return Math.round(usualCount(shop, date) * chance);
  }

  kind(day: number, shopIndex: number, index: number): Kind {
    return kindOf(randomOf(this.#profile.seed, shopIndex, day, index, KIND), this.#profile.mix);
  }

  /** The day that holds a sale number, or -1. */
  dayOf(saleID: number): number {
    if (saleID < 1 || saleID >= this.firstID(this.days.length)) return -1;
    return this.#firstIDs.findLastIndex((first) => first <= saleID);
  }

  /** Every transaction of a day over all shops, in order of time, numbered. */
  slots(day: number): readonly Slot[] {
    const known = this.#slots.get(day);
    if (known !== undefined) return known;
    const unnumbered = this.#profile.shops.flatMap((shop, shopIndex) => this.#times(day, shop, shopIndex));
    const slots = unnumbered
      .sort((one, other) => one.at - other.at)
      .map((slot, order) => ({ ...slot, saleID: this.firstID(day) + order }));
    this.#slots.set(day, slots);
    return slots;
  }

  /** Instants of a shop's day, busiest half way (the mean of two draws), in whole seconds. */
  #times(day: number, shop: ShopProfile, shopIndex: number): Slot[] {
    const date = this.days[day];
    if (date === undefined) return [];
    const plainTime = Temporal.PlainTime.from({ hour: shop.opens });
    const opens = date.toZonedDateTime({ timeZone: shop.timeZone, plainTime }).epochMilliseconds;
    const seconds = (shop.closes - shop.opens) * 3600;
    return Array.from({ length: this.count(day, shopIndex) }, (_, index) => {
      const random = randomOf(this.#profile.seed, shopIndex, day, index, TIME);
      const at = opens + Math.floor(((random.next() + random.next()) / 2) * seconds) * 1000;
      return { saleID: 0, shop, shopIndex, index, at };
    });
  }
}
