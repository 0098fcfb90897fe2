import type { ClientSession } from 'mongoose';
import type { Link } from '../../models/link.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../database/transaction.ts';
import { digestsToCheck } from '../digest/digests-to-check.ts';
import type { Connector } from '../lightspeed/connector.ts';
import type { ReadableStore } from '../lightspeed/stores.ts';
import type { FigureSource } from './figure.ts';
import { provisionalLedgers } from './ledgers.ts';
import { type DaysRead, readDays } from './read-days.ts';
import type { Day } from './trading-day.ts';
import { writeFigures } from './write-figures.ts';

export interface DaysToImport {
  connector: Connector;
  link: Link;
  /** Stores whose days have ended; at least one. */
  stores: readonly ReadableStore[];
  /** Neighbouring days; at least one. */
  days: readonly Day[];
  /** Ask Lightspeed for these stores only, not for the whole account. */
  onlyTheseStores: boolean;
  source: FigureSource;
  /** The day that a later night will read again. */
  provisionalDay: Day;
  /** Write over final figures too: only when a person asked for it. */
  evenFinal: boolean;
  /** The store whose figure entered by hand is given up. */
  released?: string;
  /** Runs first in the transaction of each day; throwing there leaves that day, and those after it, as they were. */
  fence?: (session: ClientSession, isFirstDay: boolean) => Promise<void>;
}

/**
 * Reads some days whole, then writes the figures of each day together. Returns the days of which a figure was written.
 * Throws a LightspeedError, and then nothing is written, or what the fence throws; then days written before it stay.
 */
export async function importDays(context: Context, input: DaysToImport): Promise<Day[]> {
  const { link, stores, days } = input;
  const read = await readDays(input.connector, {
    currency: link.currency,
    stores,
    days,
    onlyTheseStores: input.onlyTheseStores,
    remember: input.provisionalDay,
    before: await provisionalLedgers(context, { linkId: link._id, days }),
  });
  const closed = new Set(stores.filter((store) => store.archived).map(({ storeId }) => storeId));
  const written: Day[] = [];
  // No two days together: those of thousands of stores are more than MongoDB takes in one transaction.
  for (const [index, day] of days.entries()) {
    const ofDay = await inTransaction(context.connection, async (session) => {
      await input.fence?.(session, index === 0);
      const wrote = await writeFigures(context, session, {
        linkId: link._id,
        currency: link.currency,
        read: onlyOf(read, day, input.provisionalDay),
        closed,
        source: input.source,
        provisionalDay: input.provisionalDay,
        evenFinal: input.evenFinal,
        ...(input.released === undefined ? {} : { released: input.released }),
      });
      await digestsToCheck(context, session, wrote);
      return wrote;
    });
    written.push(...ofDay);
  }
  return written;
}

/** What was read of one of the days; the sales that are remembered are those of the provisional one. */
function onlyOf(read: DaysRead, day: Day, provisionalDay: Day): DaysRead {
  return {
    ...read,
    figures: read.figures.filter((figure) => figure.day === day),
    remembered: day === provisionalDay ? read.remembered : new Map(),
  };
}
