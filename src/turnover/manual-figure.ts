import type { Store } from '../../models/store.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../database/transaction.ts';
import { digestsToCheck } from '../digest/digests-to-check.ts';
import { audit } from '../security/audit.ts';
import { add } from './money.ts';
import { followInMonths } from './month-sums.ts';
import type { Day } from './trading-day.ts';

export interface ManualFigure {
  linkId: string;
  storeId: string;
  day: Day;
  /** Including VAT, minor units of the link's currency. */
  gross: number;
  /** Minor units. */
  tax: number;
  /** Why, in the person's words. */
  reason: string;
  userId: string;
}

/**
 * Enters one store's turnover of a day by hand. It stands until it is released: no import touches it. Undefined when the
 * workspace has no such store. Audited.
 */
export async function enterFigure(context: Context, input: ManualFigure): Promise<Store | undefined> {
  const { models, workspace, clock, connection } = context;
  const { linkId, storeId, day, gross, tax, reason, userId } = input;
  const place = { workspaceId: workspace._id, linkId, storeId };
  const store = await models.stores.findOne(place).lean();
  const link = await models.links.findOne({ workspaceId: workspace._id, _id: linkId }).lean();
  if (!store || !link) return undefined;

  await inTransaction(connection, async (session) => {
    const before = await models.figures.findOne({ ...place, day }, null, { session }).lean();
    const now = { gross, tax, net: add(gross, -tax), sales: before?.sales ?? 0 };
    const revision = {
      ...now,
      at: new Date(clock()),
      source: 'manual',
      state: 'manual',
      movements: [],
      reason,
      by: userId,
    };
    await models.figures.updateOne(
      { ...place, day },
      {
        $set: { ...now, state: 'manual', currency: link.currency },
        $unset: { refunds: true },
        $push: { revisions: revision },
      },
      { upsert: true, session },
    );
    const after = { ...now, currency: link.currency };
    await followInMonths(context, session, [{ linkId, storeId, day, before: before ?? undefined, after }]);
    await models.stores.updateOne(place, { $min: { since: day } }, { session });
    await digestsToCheck(context, session, [day]);
    await audit(
      context,
      { who: userId, action: 'figure.entered', details: { linkId, storeId, day, gross, tax, reason } },
      session,
    );
  });
  return store;
}
