import type { Link } from '../models/link.ts';
import { contextOf, type Engine } from '../src/context.ts';
import { saveMapping } from '../src/departments/save-mapping.ts';
import { endLink } from '../src/lightspeed/end-link.ts';
import { addLink } from '../src/lightspeed/keep-link.ts';
import { keepStores } from '../src/lightspeed/stores.ts';
import { noDelivery } from '../src/slack/no-delivery.ts';
import { addDays, type Day, dayOf, instantAt } from '../src/turnover/trading-day.ts';
import { enterWorkspace } from '../src/workspaces.ts';
import { generatedWorld, netherlands } from './lightspeed/generator.ts';
import { choicesOf } from './page-server/chain.ts';
import { zone } from './page-server/time.ts';
import { fillNights } from './page-server/year.ts';

/** A year, and whole months and weeks of the year before that to hold it against. */
const days = 436;
const hour = 3_600_000;
/** By then the night of the day before is done. */
const nightIsOver = 4 * hour;
const operator = 'operator';

/** What was made up, to be told. */
export interface MadeUp {
  workspace: { id: string; name: string; isNew: boolean };
  link: Pick<Link, 'name' | 'currency' | 'state'> & { id: string };
  stores: string[];
  departments: string[];
  figures: number;
  /** Figures that their second night changed. */
  corrections: number;
  from: Day;
  to: Day;
}

/**
 * Fills a workspace with a year of a made-up chain up to yesterday: what a manager and 436 nights would have left, by the app's
 * own tally. Its account is unlinked at the end, so that nobody ever asks Lightspeed for it.
 */
export async function makeUpYear(
  engine: Engine,
  { workspaceId, name }: { workspaceId: string; name: string },
): Promise<MadeUp> {
  const now = engine.clock();
  const to = addDays(dayOf(now - nightIsOver, { zone, cutOff: 0 }), -1);
  const from = addDays(to, 1 - days);
  const world = generatedWorld(netherlands({ from: addDays(from, -1), to: addDays(to, 1) }));
  const isNew = (await engine.models.workspaces.countDocuments({ _id: workspaceId })) === 0;

  // The chain was set up on its first day; Slack hears nothing of it.
  const then = instantAt(from, 10, zone);
  const before = await enterWorkspace(
    { ...engine, clock: () => then, delivery: noDelivery },
    { workspaceId, name },
  );
  const { name: account, currency, accountID: id } = world.account;
  const secret = { kind: 'key', key: 'made-up' } as const;
  await addLink(before, { account: { id, name: account, currency }, secret, userId: operator });
  const link = await before.models.links.findOne({ workspaceId, accountId: id }).orFail().lean();
  const stores = world.shops.map((shop) => ({
    id: shop.shopID,
    name: shop.name,
    zone: shop.timeZone,
    archived: false,
  }));
  await keepStores(before, { linkId: link._id, stores, isAnnounced: true });
  await before.models.workspaces.updateOne({ _id: workspaceId, zone: 'UTC' }, { $set: { zone } });
  await saveMapping(before, { linkId: link._id, choices: choicesOf(world), from: null, userId: operator });
  await fillNights(before, { world, link, span: { from, to } });
  await endLink(contextOf(engine, before.workspace), { linkId: link._id, userId: operator });

  const place = { workspaceId, linkId: link._id };
  const { models } = engine;
  return {
    workspace: { id: workspaceId, name: before.workspace.name, isNew },
    link: { id: link._id, name: account, currency, state: 'unlinked' },
    stores: world.shops.map((shop) => shop.name),
    departments: (await models.departments.find({ workspaceId }).sort({ name: 1 }).lean()).map(
      (each) => each.name,
    ),
    figures: await models.figures.countDocuments(place),
    corrections: await models.figures.countDocuments({
      ...place,
      'revisions.movements.0': { $exists: true },
    }),
    from,
    to,
  };
}
