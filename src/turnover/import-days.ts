import type { ClientSession } from 'mongoose';
import type { Link } from '../../models/link.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../database/transaction.ts';
import { digestsToCheck } from '../digest/digests-to-check.ts';
import type { Connector } from '../lightspeed/connector.ts';
import type { ReadableStore } from '../lightspeed/stores.ts';
import type { FigureSource } from './figure.ts';
import { provisionalLedgers } from './ledgers.ts';
import { readDays } from './read-days.ts';
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
  /** Runs first in the transaction; throwing there writes nothing. */
  fence?: (session: ClientSession) => Promise<void>;
}

/**
 * Reads some days whole, then writes their figures together. Returns the days of which a figure was written.
 * Throws a LightspeedError, or what the fence throws; then nothing is written.
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
  return inTransaction(context.connection, async (session) => {
    await input.fence?.(session);
    const written = await writeFigures(context, session, {
      linkId: link._id,
      currency: link.currency,
      read,
      closed: new Set(stores.filter((store) => store.archived).map(({ storeId }) => storeId)),
      source: input.source,
      provisionalDay: input.provisionalDay,
      evenFinal: input.evenFinal,
      ...(input.released === undefined ? {} : { released: input.released }),
    });
    await digestsToCheck(context, session, written);
    return written;
  });
}
