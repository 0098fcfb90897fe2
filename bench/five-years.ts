import type { Connection } from 'mongoose';
import { nothingTold } from '../models/link.ts';
import type { Models } from '../models/models.ts';
import { remakeMonths } from '../src/turnover/remake-months.ts';
import { addDays, type Day, daysFrom } from '../src/turnover/trading-day.ts';
import { bookWorkspace } from './book-workspace.ts';
import { managerId, teamId } from './slack-stub.ts';
import { storeRecord } from './store-record.ts';

export const stores = 200;
export const departments = 40;
const linkId = 'bench-link';

/** What a store turned over on a day, in cents without VAT. */
export const netOf = (store: number, day: number) => 10_000 + ((store * 613 + day * 7_919) % 90_000);

/** The days there are figures of. */
export const bookedDays = (last: Day, years: number): Day[] => daysFrom(addDays(last, -365 * years), last);

/** Keeps five years (or so many) of figures of 200 stores in 40 departments, as nights would have left them. */
export async function bookYears(
  { models, connection }: { models: Models; connection: Connection },
  { last, years = 5 }: { last: Day; years?: number },
): Promise<Day[]> {
  const days = bookedDays(last, years);
  const [first = last] = days;
  const at = new Date(`${first}T00:00:00Z`);
  const place = { workspaceId: teamId, linkId };
  await bookWorkspace(models, at);
  await models.links.create({
    _id: linkId,
    workspaceId: teamId,
    series: 'r',
    credential: 'key',
    accountId: '1',
    name: 'Bench',
    currency: 'EUR',
    key: null,
    state: 'paused',
    linkedBy: managerId,
    linkedAt: at,
    gaps: [{ from: new Date(), to: null }],
    told: nothingTold,
  });
  await models.departments.insertMany(
    Array.from({ length: departments }, (_, index) => ({
      _id: `d${index}`,
      workspaceId: teamId,
      name: `Department ${index}`,
      key: `department ${index}`,
      order: 0,
      uses: 1,
    })),
  );
  const numbers = Array.from({ length: stores }, (_, index) => index);
  await models.stores.insertMany(
    numbers.map((store) =>
      storeRecord({ ...place, storeId: String(store), name: `Store ${store}`, since: first }),
    ),
  );
  await models.mappings.insertMany(
    numbers.map((store) => ({
      ...place,
      storeId: String(store),
      from: first,
      shares: [{ departmentId: `d${store % departments}`, weight: 10_000 }],
      mappedBy: managerId,
      mappedAt: at,
    })),
  );
  for (const [index, day] of days.entries()) {
    // Past the model: nothing here is in doubt, and validating 365,000 documents would take longer than the bench.
    await models.figures.collection.insertMany(
      numbers.map((store) => {
        const net = netOf(store, index);
        const amounts = {
          gross: net + Math.round(net * 0.21),
          net,
          tax: Math.round(net * 0.21),
          sales: 25,
          state: 'final' as const,
        };
        return {
          ...place,
          storeId: String(store),
          day,
          currency: 'EUR',
          ...amounts,
          refunds: { sales: 0, gross: 0, tax: 0 },
          revisions: [
            {
              ...amounts,
              at: new Date(`${addDays(day, 1)}T03:00:00Z`),
              source: 'night' as const,
              movements: [],
            },
          ],
        };
      }),
      { ordered: false },
    );
  }
  await remakeMonths({ models, connection }, place);
  return days;
}
