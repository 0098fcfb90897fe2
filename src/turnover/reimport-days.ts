import type { Link } from '../../models/link.ts';
import type { Context } from '../context.ts';
import { openLink } from '../lightspeed/open-link.ts';
import { keepStores, type ReadableStore, zoneGroups } from '../lightspeed/stores.ts';
import { audit } from '../security/audit.ts';
import { importDays } from './import-days.ts';
import { latestPossibleNight } from './night-times.ts';
import { addDays, type Day, daysFrom } from './trading-day.ts';

/** A day was asked for that has not ended in every store, so it cannot be read whole. */
export class DayNotOverError extends Error {
  override readonly name = 'DayNotOverError' as const;
}

export interface DaysToReimport {
  link: Link;
  /** Included. */
  from: Day;
  /** Included. */
  to: Day;
  who: string;
  /** The store whose figure entered by hand is given up. */
  released?: string;
  /** Ends the reading: a person waits. */
  signal?: AbortSignal;
}

/**
 * Reads days again because a person asked, final ones included, and writes what Lightspeed says now; a figure entered by
 * hand stays. With `released` only that store is read, and its figure entered by hand is given up. Audited with the first
 * writing. Returns the days of which a figure changed. Throws a DayNotOverError, LightspeedError or VaultError; zones and days written
 * before it stay.
 */
export async function reimportDays(
  context: Context,
  { link, from, to, who, released, signal }: DaysToReimport,
): Promise<Day[]> {
  const connector = await openLink(context, link, signal ? { signal } : {});
  const all = await keepStores(context, { linkId: link._id, stores: await connector.stores() });
  const asked = released === undefined ? all : all.filter(({ storeId }) => storeId === released);
  const zones = [...zoneGroups(asked, context.clock())];
  for (const [, stores] of zones) requireOver(context, stores, to);

  const deed = {
    who,
    action: released === undefined ? 'day.reimported' : 'figure.released',
    details: { linkId: link._id, from, to, ...(released === undefined ? {} : { storeId: released }) },
  } as const;
  let isAudited = false;
  const written = new Set<Day>();
  for (const [, stores] of zones) {
    const days = await importDays(context, {
      connector,
      link,
      stores,
      days: daysFrom(from, to),
      onlyTheseStores: stores.length < all.length,
      source: 'reimport',
      provisionalDay: lastDay(context, stores),
      evenFinal: true,
      ...(released === undefined ? {} : { released }),
      // A day that could not be read was not re-imported: who did it is written down with what they did.
      fence: async (session, isFirstDay) => {
        if (isFirstDay && !isAudited) await audit(context, deed, session);
      },
    });
    isAudited = true;
    for (const day of days) written.add(day);
  }
  return [...written].sort();
}

function lastDay({ clock }: Context, stores: readonly ReadableStore[]): Day {
  const zone = stores[0]?.zone ?? 'UTC';
  return addDays(latestPossibleNight(clock(), { zone, rules: stores }), -1);
}

function requireOver(context: Context, stores: readonly ReadableStore[], day: Day): void {
  const last = lastDay(context, stores);
  if (day > last) throw new DayNotOverError(`the last day that is over everywhere is ${last}`);
}
