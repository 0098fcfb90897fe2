import { Calendar, type Slot } from './generate/calendar.ts';
import { basketOf } from './generate/goods.ts';
import type { Profile } from './generate/profile.ts';
import { type Random, randomOf } from './generate/random.ts';
import { LONGEST_STORY, rStories } from './generate/stories.ts';
import { xStories } from './generate/x-stories.ts';
import { turnedBack } from './world/lines.ts';
import type { Line, Sale } from './world/types.ts';
import { type SaleSource, type Span, World } from './world/world.ts';

const stories = { ...rStories, ...xStories };

const BASKET = 4;
const STORY = 5;
const DAY = 86_400_000;

/** Sales rung up by hand are numbered from here, clear of every generated one. */
const HAND_MADE_FROM = 90_000_001;

/** Makes the sales of a profile, a day at a time and only when asked; the same profile gives the same sales. */
class GeneratedSales implements SaleSource {
  readonly nextID = HAND_MADE_FROM;
  readonly #profile: Profile;
  readonly #calendar: Calendar;
  readonly #made = new Map<number, Sale[]>();
  /** Of each day, its midnight in UTC. */
  readonly #midnights: readonly number[];

  constructor(profile: Profile) {
    this.#profile = profile;
    this.#calendar = new Calendar(profile);
    this.#midnights = this.#calendar.days.map((date) => Date.parse(date.toString()));
  }

  *alive({ from, to }: Span): Generator<Sale> {
    for (const [day, midnight] of this.#midnights.entries()) {
      // A shop's date and its late hours lie within two days of that date's midnight in UTC.
      if (midnight + 2 * DAY + LONGEST_STORY < from || midnight - DAY > to) continue;
      for (const sale of this.#day(day)) if (lastMoment(sale) >= from) yield sale;
    }
  }

  byID(saleID: number): Sale | undefined {
    return this.#day(this.#calendar.dayOf(saleID)).find((sale) => sale.saleID === saleID);
  }

  #day(day: number): Sale[] {
    const known = this.#made.get(day);
    if (known !== undefined) return known;
    const sales = this.#calendar.slots(day).map((slot) => this.#sale(day, slot));
    this.#made.set(day, sales);
    return sales;
  }

  #sale(day: number, slot: Slot): Sale {
    const kind = this.#calendar.kind(day, slot.shopIndex, slot.index);
    const random = this.#random(day, slot.shopIndex, slot.index, STORY);
    const lines = kind === 'refund' ? this.#refunded(day, slot, random) : this.#basket(day, slot);
    const cashStep = this.#profile.price(500);
    return {
      saleID: slot.saleID,
      shopID: slot.shop.shopID,
      registerID: slot.shopIndex * 10 + random.whole(1, slot.shop.registers),
      employeeID: random.whole(1, 9),
      createTime: slot.at,
      history: stories[kind]({ random, at: slot.at, lines, taxes: slot.shop.taxes, cashStep }),
    };
  }

  /** What a plain sale of the two weeks before had, coming back. */
  #refunded(day: number, slot: Slot, random: Random): Line[] {
    const then = Math.max(0, day - random.whole(1, 14));
    const sold = this.#calendar
      .slots(then)
      .filter((other) => other.shop === slot.shop && other.at < slot.at)
      .filter((other) => this.#calendar.kind(then, other.shopIndex, other.index) === 'plain');
    const original = sold[random.whole(0, Math.max(0, sold.length - 1))];
    if (original === undefined) return turnedBack(this.#basket(day, slot), 0);
    return turnedBack(this.#basket(then, original), original.saleID);
  }

  #basket(day: number, slot: Slot): Line[] {
    return basketOf(this.#random(day, slot.shopIndex, slot.index, BASKET), this.#profile.price);
  }

  #random(day: number, shopIndex: number, index: number, stream: number): Random {
    return randomOf(this.#profile.seed, shopIndex, day, index, stream);
  }
}

/** After this nothing becomes of a sale; it is completed no later. */
const lastMoment = ({ createTime, history }: Sale): number => history.at(-1)?.at ?? createTime;

/** A believable account, made lazily. Sales carry their future: ask `view(sale, at)`. */
export const generatedWorld = (profile: Profile): World =>
  new World(profile.account, profile.shops, new GeneratedSales(profile), profile.keys);

export { canada, japan, netherlands } from './generate/profiles.ts';
export { newZealand, unitedKingdom } from './generate/x-profiles.ts';
