import type { Connector, Sale } from '../lightspeed/connector.ts';
import {
  type Amounts,
  type Movement,
  noRefunds,
  type Refunds,
  type StoreDay,
  storeDayKey,
} from './figure.ts';
import { add } from './money.ts';
import { type MovementWatch, watchMovements } from './movements.ts';
import { createLedgerWriter, type Ledger, type LedgerWriter } from './packed-ledger.ts';
import { createTally, type TallyStore } from './tally.ts';
import type { Day } from './trading-day.ts';

/** The counted sales of some stores and days, as an earlier reading saw them. */
export type Ledgers = (StoreDay & { ledger: Ledger })[];

export interface DaysToRead {
  /** ISO 4217. */
  currency: string;
  /** At least one. */
  stores: readonly TallyStore[];
  /** At least one. */
  days: readonly Day[];
  /** Ask Lightspeed for these stores only, not for the whole account. */
  onlyTheseStores: boolean;
  /** The day whose counted sales are wanted back, for a later reading to be held against. */
  remember: Day;
  /** What an earlier reading counted: changes since are explained. */
  before: Ledgers;
}

export interface DaysRead {
  figures: (StoreDay & Amounts)[];
  /** By store: the counted sales of the day to remember. */
  remembered: Map<string, Ledger>;
  /** By `storeDayKey`: what moved the figures that were read before. */
  movements: Map<string, Movement[]>;
  /** By `storeDayKey`: what of the figures are refunds; a figure without any has none. */
  refunds: Map<string, Refunds>;
}

/**
 * Reads some days of some stores in one stream of pages, which are folded as they come. Nothing is returned unless the
 * last page was read. Throws a LightspeedError.
 */
export async function readDays(connector: Connector, input: DaysToRead): Promise<DaysRead> {
  const tally = createTally(input.stores, input.days);
  const writers = new Map<string, LedgerWriter>();
  const refunds = new Map<string, Refunds>();
  const watches = input.before.map(({ storeId, day, ledger }) => ({
    storeId,
    day,
    watch: watchMovements(day, ledger),
  }));
  const watchesOf = Map.groupBy(watches, ({ storeId }) => storeId);

  const see = (sale: Sale, day: Day) => {
    for (const { watch } of watchesOf.get(sale.storeId) ?? []) watch.see(sale, day);
    if (sale.gross < 0 && sale.standing === 'counts') addRefund(refunds, sale, day);
    if (day === input.remember && sale.standing === 'counts') remember(writers, sale);
  };
  const storeIds = input.onlyTheseStores ? { storeIds: input.stores.map(({ storeId }) => storeId) } : {};
  for await (const page of connector.sales({ ...tally.window, currency: input.currency, ...storeIds })) {
    tally.fold(page, see);
  }

  const remembered = new Map([...writers].map(([storeId, writer]) => [storeId, writer.ledger()]));
  return { figures: tally.figures(), remembered, movements: movementsOf(watches), refunds };
}

function addRefund(refunds: Map<string, Refunds>, { storeId, gross, tax }: Sale, day: Day): void {
  const key = storeDayKey({ storeId, day });
  const sum = refunds.get(key) ?? noRefunds;
  refunds.set(key, { sales: sum.sales + 1, gross: add(sum.gross, gross), tax: add(sum.tax, tax) });
}

function remember(writers: Map<string, LedgerWriter>, { id, storeId, gross, tax }: Sale): void {
  const writer = writers.get(storeId) ?? createLedgerWriter();
  writers.set(storeId, writer);
  writer.add(id, gross, tax);
}

function movementsOf(watches: (StoreDay & { watch: MovementWatch })[]): Map<string, Movement[]> {
  return new Map(watches.map((watched) => [storeDayKey(watched), watched.watch.movements()]));
}
