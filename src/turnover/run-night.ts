import type { Link } from '../../models/link.ts';
import type { Context } from '../context.ts';
import { openLink } from '../lightspeed/open-link.ts';
import { keepStores, zoneGroups } from '../lightspeed/stores.ts';
import type { FigureSource } from './figure.ts';
import { importDays } from './import-days.ts';
import { missedDays } from './missed-days.ts';
import { beatNight, finishNight } from './night-lease.ts';
import type { NightDocument } from './nights.ts';
import { addDays, type Day } from './trading-day.ts';

export interface NightRun {
  link: Link;
  night: NightDocument;
  source: 'night' | 'import-now';
}

/**
 * Runs a claimed night: its two days first, then the days that earlier nights missed, newest first. Each group of days is
 * read whole before it is written, and written only while the lease is ours. Returns the days of which a figure was written.
 * Throws a LightspeedError, VaultError or LeaseLostError; groups written before it stay.
 */
export async function runNight(context: Context, { link, night, source }: NightRun): Promise<Day[]> {
  const connector = await openLink(context, link);
  const all = await keepStores(context, { linkId: link._id, stores: await connector.stores() });
  const stores = zoneGroups(all, context.clock()).get(night.zone) ?? [];
  const yesterday = addDays(night.date, -1);
  const missed = await missedDays(context, { link, night, stores });
  const groups: { days: Day[]; source: FigureSource }[] = [
    { days: [addDays(yesterday, -1), yesterday], source },
    ...missed.map((days) => ({ days, source: 'catch-up' as const })),
  ];

  const written: Day[] = [];
  for (const group of stores.length > 0 ? groups : []) {
    const days = await importDays(context, {
      ...group,
      connector,
      link,
      stores,
      onlyTheseStores: stores.length < all.length,
      provisionalDay: yesterday,
      evenFinal: false,
      fence: (session) => beatNight(context, night, session),
    });
    written.push(...days);
  }
  await finishNight(context, night);
  return written;
}
