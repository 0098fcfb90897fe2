import type { Deed } from './plans.ts';
import { type ModelSale, type ModelStore, type Shops, startOf } from './shops.ts';
import { dateAt, later } from './wall.ts';

type Work = (shops: Shops, deed: Deed, now: number) => void;

/** Does a deed at the till. One for which there is nothing to do it with does nothing. */
export function act(shops: Shops, deed: Deed, now: number): void {
  works[deed.kind](shops, deed, now);
}

const works: Record<Deed['kind'], Work> = {
  sale: (shops, deed, now) => ring(shops, deed, now, { gross: deed.gross }),
  refund: (shops, deed, now) => ring(shops, deed, now, { gross: -deed.gross, tax: -deed.tax }),
  open: (shops, deed, now) => ring(shops, deed, now, { at: null }),
  complete: (shops, deed, now) => {
    const open = shops.sales.filter(({ at }) => at === null);
    change(open[deed.pick % Math.max(1, open.length)], { at: momentOf(shops, deed, now) }, now);
  },
  void: (shops, deed, now) => change(done(shops, deed), { standing: 'voided' }, now),
  edit: (shops, deed, now) => change(done(shops, deed), { gross: deed.gross, tax: deed.tax }, now),
  move: (shops, deed, now) => change(done(shops, deed), { at: momentOf(shops, deed, now) }, now),
  archive: (shops, deed, now) => change(done(shops, deed), { standing: 'archived' }, now),
  vanish: (shops, deed) => {
    const gone = done(shops, deed);
    shops.sales = shops.sales.filter((sale) => sale !== gone);
  },
  'other-store': (shops, deed, now) => change(done(shops, deed), { storeId: store(shops, deed).id }, now),
  'cut-off': (shops, deed, now) => {
    const { cutOffs, zone } = store(shops, deed);
    const from = later(dateAt(now, zone), (deed.pick % 4) - 1);
    while ((cutOffs.at(-1)?.from ?? '') >= from) cutOffs.pop();
    cutOffs.push({ from, hour: deed.pick % 7 });
  },
  'new-store': (shops, deed) => {
    if (shops.stores.length < 5) addStore(shops, { zone: store(shops, deed).zone, cutOff: 0 });
  },
  'close-store': (shops, deed) => {
    store(shops, deed).isClosed = true;
  },
  'open-store': (shops, deed) => {
    store(shops, deed).isClosed = false;
  },
};

/** Adds a store whose cut-off hour has always been the same. */
export function addStore(shops: Shops, { zone, cutOff }: { zone: string; cutOff: number }): void {
  const id = String(shops.stores.length + 1);
  const cutOffs = [{ from: '2000-01-01', hour: cutOff }];
  shops.stores.push({ id, name: `Store ${id}`, zone, isClosed: false, cutOffs });
}

function ring(shops: Shops, deed: Deed, now: number, more: Partial<ModelSale>): void {
  const at = momentOf(shops, deed, now);
  shops.sales.push({
    number: (shops.sales.at(-1)?.number ?? 0) + 1,
    storeId: store(shops, deed).id,
    madeAt: at,
    at,
    gross: deed.gross,
    tax: deed.tax,
    standing: 'counts',
    changedAt: now,
    ...more,
  });
}

function change(sale: ModelSale | undefined, patch: Partial<ModelSale>, now: number): void {
  if (sale) Object.assign(sale, { ...patch, changedAt: now });
}

function done({ sales }: Shops, { pick }: Deed): ModelSale | undefined {
  const completed = sales.filter(({ at }) => at !== null);
  return completed[pick % Math.max(1, completed.length)];
}

function store({ stores }: Shops, deed: Deed): ModelStore {
  const found = stores[deed.store % stores.length];
  if (!found) throw new Error('a till without stores');
  return found;
}

/** A whole second that is over, often right at the border of a day. */
function momentOf(shops: Shops, deed: Deed, now: number): number {
  const then = now - deed.back * 60_000;
  if (deed.edge === null) return then;
  const { zone } = store(shops, deed);
  return Math.min(now, startOf(store(shops, deed), dateAt(then, zone)) + deed.edge * 1000);
}
