import { type KeptFigure, NaiveDaybook } from '../turnover/model/naive-daybook.ts';
import { type Shops, shownOf } from '../turnover/model/shops.ts';
import { dateAt, firstInstant, later } from '../turnover/model/wall.ts';
import { digestHour } from './plan.ts';

const zone = 'Europe/Amsterdam';

/** What people and the database should have been told by now, whatever died in between. */
export class Expectation {
  /** By `day store`: what a figure said, oldest first. */
  readonly revisions = new Map<string, KeptFigure[]>();
  /** By day: how often its digest was corrected. */
  readonly digests = new Map<string, { corrections: number }>();
  readonly #shops: Shops;
  readonly #daybook: NaiveDaybook;
  readonly #linkedAt: number;

  constructor(shops: Shops, linkedAt: number) {
    this.#shops = shops;
    this.#linkedAt = linkedAt;
    this.#daybook = new NaiveDaybook(shops, linkedAt);
  }

  /** What is due by then was done: nights first, then digests. */
  run(now: number): void {
    this.#daybook.run(this.#shops, now);
    for (const day of this.#keep(this.#daybook.figures)) this.#correct(day);
    for (const day of this.#dueDigests(now)) {
      if (!this.digests.has(day)) this.digests.set(day, { corrections: 0 });
    }
  }

  /** Older days were read. */
  backfill({ from, to }: { from: string; to: string }): void {
    for (let day = from; day <= to; day = later(day, 1)) {
      for (const store of this.#shops.stores) {
        const key = `${day} ${store.id}`;
        const figure: KeptFigure = { ...shownOf(this.#shops, store, day), state: 'final' };
        if (!this.revisions.has(key)) this.revisions.set(key, [figure]);
      }
    }
  }

  /** Minor units without tax, over all stores. */
  turnoverOf(day: string): number {
    const figures = [...this.revisions].filter(([key]) => key.startsWith(day));
    return figures.reduce((sum, [, revisions]) => sum + (revisions.at(-1)?.net ?? 0), 0);
  }

  /** Adds a revision where a figure says something else; the days on which a reader would see that. */
  #keep(figures: ReadonlyMap<string, KeptFigure>): Set<string> {
    const days = new Set<string>();
    for (const [key, figure] of figures) {
      const known = this.revisions.get(key) ?? [];
      const before = known.at(-1);
      if (before && amounts(before) === amounts(figure) && before.state === figure.state) continue;
      this.revisions.set(key, [...known, { ...figure }]);
      if (!before || amounts(before) !== amounts(figure)) days.add(key.slice(0, 10));
    }
    return days;
  }

  #correct(day: string): void {
    const digest = this.digests.get(day);
    if (digest) digest.corrections += 1;
  }

  #dueDigests(now: number): string[] {
    const today = dateAt(now, zone);
    return [-3, -2, -1, 0]
      .map((count) => later(today, count))
      .filter((date) => {
        const due = firstInstant(date, digestHour, zone);
        return due <= now && due >= this.#linkedAt;
      })
      .map((date) => later(date, -1));
  }
}

const amounts = ({ gross, net, tax, sales }: KeptFigure) => [gross, net, tax, sales].join(' ');
