import { type ModelFigure, type ModelStore, type Shops, shownOf, startOf } from './shops.ts';
import { dateAt, firstInstant, later } from './wall.ts';

export type KeptFigure = ModelFigure & { state: 'provisional' | 'final' };

/**
 * The rules of the nights in a few lines, with no thought of pages, leases or transactions: the night of a date reads the
 * two days before it and those that were missed; the day before it is provisional, the rest is final and never touched again.
 */
export class NaiveDaybook {
  /** By `day store`. */
  readonly figures = new Map<string, KeptFigure>();
  readonly #linkedAt: number;
  /** By zone: the dates whose night was done. */
  readonly #done = new Map<string, string[]>();
  /** By store: the first day that may be waited for. */
  readonly #since = new Map<string, string>();

  constructor(shops: Shops, linkedAt: number) {
    this.#linkedAt = linkedAt;
    this.#meet(shops, linkedAt);
  }

  /** What is due at an instant is done. Returns how many nights were. */
  run(shops: Shops, now: number): number {
    if (shops.isDown) return 0;
    const due = this.#due(shops, now);
    if (due.length > 0) this.#meet(shops, now);
    for (const { zone, date } of due) this.#night(shops, zone, date);
    return due.length;
  }

  /** The days that no night touches any more. */
  finalDays(): { day: string; storeId: string }[] {
    return [...this.figures].flatMap(([key, { state }]) => {
      const [day = '', storeId = ''] = key.split(' ');
      return state === 'final' ? [{ day, storeId }] : [];
    });
  }

  /** The night of each zone that has begun and was not done. */
  #due(shops: Shops, now: number): { zone: string; date: string }[] {
    const known = shops.stores.filter(({ id }) => this.#since.has(id));
    return [...Map.groupBy(known, ({ zone }) => zone)].flatMap(([zone, stores]) => {
      const begins = (date: string) =>
        Math.max(firstInstant(date, 3, zone), ...stores.map((store) => startOf(store, date)));
      let date = dateAt(now, zone);
      while (begins(date) > now) date = later(date, -1);
      const isDone = this.#done.get(zone)?.includes(date) ?? false;
      return isDone || begins(date) < this.#linkedAt ? [] : [{ zone, date }];
    });
  }

  #meet(shops: Shops, now: number): void {
    for (const { id, zone } of shops.stores) {
      if (!this.#since.has(id)) this.#since.set(id, later(dateAt(now, zone), -1));
    }
  }

  #night(shops: Shops, zone: string, date: string): void {
    const stores = shops.stores.filter((store) => store.zone === zone);
    const yesterday = later(date, -1);
    const days = [yesterday, later(date, -2), ...this.#missed(stores, zone, date)];
    for (const day of days) {
      for (const store of stores) {
        this.#read(shops, store, day, day === yesterday ? 'provisional' : 'final');
      }
    }
    this.#done.set(zone, [...(this.#done.get(zone) ?? []), date]);
  }

  #missed(stores: readonly ModelStore[], zone: string, date: string): string[] {
    const linkedOn = dateAt(this.#linkedAt, zone);
    const last = this.#done
      .get(zone)
      ?.filter((done) => done < date)
      .sort()
      .at(-1);
    let first: string | undefined;
    const days: string[] = [];
    for (let day = later(last ?? linkedOn, -1); day <= later(date, -3); day = later(day, 1)) {
      const isMissed = stores.some((store) => {
        const kept = this.figures.get(`${day} ${store.id}`);
        if (kept) return kept.state === 'provisional';
        // Once a day is made up for, all stores are expected from then on.
        return !store.isClosed && day >= (first ?? this.#since.get(store.id) ?? '');
      });
      if (isMissed) days.push(day);
      first ??= days[0];
    }
    return days;
  }

  #read(shops: Shops, store: ModelStore, day: string, state: KeptFigure['state']): void {
    const key = `${day} ${store.id}`;
    const kept = this.figures.get(key);
    if (kept?.state === 'final') return;
    const shown = shownOf(shops, store, day);
    // Nobody waits for a closed store: without sales it has no figure rather than one of zero.
    if (!kept && store.isClosed && shown.sales === 0) return;
    this.figures.set(key, { ...shown, state });
    const since = this.#since.get(store.id);
    if (since === undefined || day < since) this.#since.set(store.id, day);
  }
}
