import { saveMapping } from '../../src/departments/save-mapping.ts';
import { chooseChannel } from '../../src/digest/choose-channel.ts';
import { linkAccount } from '../../src/lightspeed/link-account.ts';
import { addDays, instantAt } from '../../src/turnover/trading-day.ts';
import { enterWorkspace } from '../../src/workspaces.ts';
import { generatedWorld, netherlands, unitedKingdom } from '../lightspeed/generator.ts';
import type { World } from '../lightspeed/world.ts';
import type { LocalWorkspace, SimulatedClock } from '../local-workspace.ts';
import { goodKey } from './deeds.ts';
import { jump, zone } from './time.ts';
import { fillNights } from './year.ts';

/** When the local workspace begins: a Wednesday morning. */
export const today = '2025-11-12';
export const beginning = new Date(instantAt(today, 10, zone)).toISOString();

/** The sales go on for a year after the beginning, so that the clock has somewhere to go. */
export const createWorld = (): World => generatedWorld(netherlands({ from: '2024-09-01', to: '2026-12-31' }));

/** A second account, of the other series, to be linked by its personal token. */
export const createXWorld = (): World =>
  generatedWorld(unitedKingdom({ from: '2024-10-01', to: '2026-12-31' }));

/** A year, and whole months and weeks of the year before that to compare this year's with. */
const daysBefore = 436;

/** The last days, whose nights and digests really happen. */
const liveDays = 3;
const manager = 'U1MANAGER';

const departments = [
  { name: 'City', stores: ['Amsterdam', 'Utrecht'] },
  { name: 'Harbour', stores: ['Rotterdam'] },
];

/**
 * Sets the chain up as a manager did a year ago, fills in the nights since, and lives through the last few: linked, mapped,
 * with digests in #sales. The clock ends at the beginning.
 */
export async function setUpYear(
  { daybook }: Pick<LocalWorkspace, 'daybook'>,
  { workspaceId, world, clock }: { workspaceId: string; world: World; clock: SimulatedClock },
): Promise<void> {
  const { engine } = daybook;
  const from = addDays(today, -daysBefore);
  const to = addDays(today, -liveDays - 1);
  clock.moveTo(new Date(instantAt(from, 10, zone)).toISOString());

  const key = goodKey(world) ?? '';
  const { link } = await linkAccount(await enterWorkspace(engine, { workspaceId }), {
    key,
    userId: manager,
    deadline: 10_000,
  });
  const context = await enterWorkspace(engine, { workspaceId });
  await saveMapping(context, {
    linkId: link._id,
    choices: choicesOf(world),
    from: null,
    userId: manager,
  });
  await fillNights(context, { world, link, span: { from, to } });

  clock.moveTo(new Date(instantAt(addDays(to, 1), 10, zone)).toISOString());
  await chooseChannel(context, { channelId: 'C1SALES', hour: 8, userId: manager });
  await jump({ engine, clock }, { to: 'date', day: today });
}

/** Which store belongs to which department. */
export function choicesOf(world: World) {
  return departments.flatMap(({ name, stores }) =>
    world.shops
      .filter((shop) => stores.includes(shop.name))
      .map((shop) => ({ storeId: shop.shopID, target: { kind: 'new' as const, name } })),
  );
}
