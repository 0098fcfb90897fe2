import { saveMapping } from '../../src/departments/save-mapping.ts';
import { chooseChannel } from '../../src/digest/choose-channel.ts';
import { type Linked, linkAccount } from '../../src/lightspeed/link-account.ts';
import type { FigureState } from '../../src/turnover/figure.ts';
import type { Day } from '../../src/turnover/trading-day.ts';
import { type Bench, workspaceId } from './engine.ts';

export const manager = 'U1';
export const salesChannel = 'C1';

export interface SetUp {
  /** Department -> its stores. */
  departments?: Record<string, readonly string[]>;
  /** The hour of the digest; none when absent. */
  digestHour?: number;
  key?: string;
}

/** Links the account of the bench, maps its stores and chooses a channel, as a manager would. */
export async function setUpShop(
  bench: Bench,
  { departments = {}, digestHour, key = 'key-1' }: SetUp = {},
): Promise<Linked> {
  const linked = await linkAccount(await bench.context(), {
    key,
    userId: manager,
    deadline: 10_000,
  });
  const context = await bench.context();
  const choices = Object.entries(departments).flatMap(([name, storeIds]) =>
    storeIds.map((storeId) => ({ storeId, target: { kind: 'new', name } as const })),
  );
  if (choices.length > 0)
    await saveMapping(context, { linkId: linked.link._id, choices, from: null, userId: manager });
  if (digestHour !== undefined) {
    await chooseChannel(context, { channelId: salesChannel, hour: digestHour, userId: manager });
  }
  return linked;
}

export interface ShownFigure {
  gross: number;
  tax: number;
  sales: number;
  state: FigureState;
}

/** What is stored of a day, by store. */
export async function storedFigures({ engine }: Bench, day: Day): Promise<Record<string, ShownFigure>> {
  const figures = await engine.models.figures.find({ workspaceId, day }).sort({ storeId: 1 }).lean();
  return Object.fromEntries(
    figures.map(({ storeId, gross, tax, sales, state }) => [storeId, { gross, tax, sales, state }]),
  );
}

/** Everything that a night writes, without the ids of the database: to see that nothing changed. */
export async function everythingStored({ engine }: Bench) {
  const { figures, ledgers, monthSums } = engine.models;
  const place = { workspaceId };
  return {
    figures: await figures.find(place, { _id: 0 }).sort({ day: 1, linkId: 1, storeId: 1 }).lean(),
    monthSums: await monthSums
      .find({ ...place, days: { $gt: 0 } }, { _id: 0 })
      .sort({ month: 1, linkId: 1, storeId: 1, currency: 1 })
      .lean(),
    ledgers: await ledgers.find(place, { _id: 0 }).sort({ day: 1, storeId: 1, chunk: 1 }).lean(),
  };
}

export const amsterdam = { shopID: '1', name: 'Amsterdam', timeZone: 'Europe/Amsterdam' };
export const rotterdam = { shopID: '2', name: 'Rotterdam', timeZone: 'Europe/Amsterdam' };
export const utrecht = { shopID: '3', name: 'Utrecht', timeZone: 'Europe/Amsterdam' };
