import type { Channel } from '../../models/channel.ts';
import type { Link, PastTrouble } from '../../models/link.ts';
import type { Night } from '../../models/night.ts';
import type { Store } from '../../models/store.ts';
import type { Vat } from '../../models/workspace.ts';
import { type BackfillProgress, progressOf } from '../backfill/progress.ts';
import type { Context } from '../context.ts';
import { nearConsentEnd } from '../lightspeed/consent-end.ts';
import { readable } from '../lightspeed/stores.ts';
import { mappingOn } from './mapping-on.ts';
import { latestNight, nightBegins } from './night-times.ts';
import { zonesOf } from './nights.ts';
import { addDays, dayOf, ruleOn } from './trading-day.ts';

const day = 86_400_000;

/** How long a store that vanished is named, and trouble that is over. */
const goneShown = 31 * day;
const recoveryShown = 7 * day;

/** How one link is doing. */
export interface LinkStatus {
  link: Link;
  /** How many stores it has that are open. */
  stores: number;
  /** Names of stores that are in no department yet. */
  unmapped: string[];
  /** Names of stores that are left out on purpose. */
  ignored: string[];
  /** Stores whose day does not begin at midnight, with the hour. */
  ownDays: { name: string; cutOff: number }[];
  /** Older days that are being read, or wait. */
  backfill: BackfillProgress | null;
  /** When an unused consent runs out, where that is near. */
  consentEnds: Date | null;
  /** Names of stores that Lightspeed lately no longer lists. */
  gone: string[];
  /** Trouble that was told of and lately ended. */
  recovered: PastTrouble | null;
  /** Names of stores with a currency of their own, which are not read. */
  foreign: string[];
  /** Names of stores for which Lightspeed gives no zone, so that their days cannot be known. */
  zoneless: string[];
  /** The last night that was done. */
  lastNight: Night | null;
  /** A night that failed and waits for its next try. */
  failingNight: Night | null;
  /** When the next night begins, epoch milliseconds; null when none will. */
  nextNight: number | null;
  /** The zone of `nextNight`. */
  zone: string;
}

export interface Status {
  links: LinkStatus[];
  channels: Channel[];
  departments: number;
  vat: Vat;
}

/** How Daybook is doing in this workspace. */
export async function statusOf(context: Context): Promise<Status> {
  const { models, workspace } = context;
  const workspaceId = workspace._id;
  const links = await models.links
    .find({ workspaceId, state: { $ne: 'unlinked' } })
    .sort({ linkedAt: 1 })
    .lean();
  return {
    links: await Promise.all(links.map((link) => linkStatus(context, link))),
    channels: await models.channels.find({ workspaceId }).sort({ chosenAt: 1 }).lean(),
    departments: await models.departments.countDocuments({ workspaceId }),
    vat: workspace.vat,
  };
}

async function linkStatus(context: Context, link: Link): Promise<LinkStatus> {
  const { models, workspace, clock } = context;
  const place = { workspaceId: workspace._id, linkId: link._id };
  const all = await models.stores.find(place).sort({ name: 1 }).lean();
  const stores = all.filter(({ archived }) => !archived);
  const lately = clock() - goneShown;
  const mapped = mappingOn(
    await models.mappings.find(place).lean(),
    dayOf(clock(), { zone: workspace.zone, cutOff: 0 }),
  );
  const next = link.state === 'paused' ? undefined : await nextNight(context, link);
  const backfill = await models.backfills.findOne({ ...place, state: { $in: ['running', 'paused'] } }).lean();
  return {
    link,
    stores: stores.length,
    unmapped: stores
      .filter(({ linkId, storeId }) => !mapped.has(`${linkId} ${storeId}`))
      .map(({ name }) => name),
    ignored: stores
      .filter(({ linkId, storeId }) => mapped.get(`${linkId} ${storeId}`)?.shares.length === 0)
      .map(({ name }) => name),
    ownDays: ownDaysOf(stores, clock()),
    backfill: backfill && progressOf(backfill, link),
    consentEnds: nearConsentEnd(link, clock()),
    gone: all.filter((store) => (store.goneSince?.getTime() ?? 0) > lately).map(({ name }) => name),
    recovered:
      link.pastTrouble && link.pastTrouble.until.getTime() > clock() - recoveryShown
        ? link.pastTrouble
        : null,
    foreign: stores.filter(({ foreignCurrency }) => foreignCurrency).map(({ name }) => name),
    zoneless: stores
      .filter((store) => !store.foreignCurrency && readable([store]).length === 0)
      .map(({ name }) => name),
    lastNight: await lastNight(context, place),
    failingNight: await models.nights
      .findOne({ ...place, state: 'waiting', failure: { $ne: null } })
      .sort({ date: -1 })
      .lean(),
    nextNight: next?.at ?? null,
    zone: next?.zone ?? workspace.zone,
  };
}

/** More zones than the stores of one account are in. */
const zonesOfALink = 10;

/** The night that was done last: one of the latest date, of which every zone has its own. */
async function lastNight(
  { models }: Context,
  place: { workspaceId: string; linkId: string },
): Promise<Night | null> {
  const nights = await models.nights
    .find({ ...place, state: 'done' })
    .sort({ date: -1 })
    .limit(zonesOfALink)
    .lean();
  const doneAt = (night: Night) => night.doneAt?.getTime() ?? 0;
  const [last = null] = nights.sort((one, other) => doneAt(other) - doneAt(one));
  return last;
}

function ownDaysOf(stores: readonly Store[], now: number): LinkStatus['ownDays'] {
  return readable(stores)
    .map((store) => ({ name: store.name, cutOff: ruleOn(store, dayOf(now, store)).cutOff }))
    .filter(({ cutOff }) => cutOff > 0);
}

/** The first night to come over all zones of a link. */
export async function nextNight(
  context: Context,
  link: Pick<Link, '_id' | 'workspaceId'>,
): Promise<{ at: number; zone: string } | undefined> {
  const nights = [...(await zonesOf(context, link))].map(([zone, stores]) => {
    const rule = { zone, rules: stores };
    return { at: nightBegins(addDays(latestNight(context.clock(), rule), 1), rule), zone };
  });
  return nights.sort((a, b) => a.at - b.at)[0];
}
