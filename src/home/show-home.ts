import { createHash } from 'node:crypto';
import type { HomeView } from '@slack/types';
import type { Context } from '../context.ts';
import { readerOf } from '../slack/readers.ts';
import { type HomeNews, homeNews, homeOf } from './home-data.ts';

/** Shows a person their Home as it is now, and remembers that they look. Throws a DeliveryError. */
export async function showHome(context: Context, { userId }: { userId: string }): Promise<void> {
  await noteLook(context, { userId });
  await publish(context, { userId, news: await homeNews(context) });
}

/** Remembers that a person looks at their Home. */
export async function noteLook(
  { models, workspace, clock }: Context,
  { userId }: { userId: string },
): Promise<void> {
  await models.homeLooks.updateOne(
    { workspaceId: workspace._id, userId },
    { $set: { at: new Date(clock()) } },
    { upsert: true },
  );
}

/** Shows a person their Home, unless it is what they were `shown` already. Throws a DeliveryError. */
export async function publish(
  context: Context,
  { userId, news, shown }: { userId: string; news: HomeNews; shown?: string | null },
): Promise<void> {
  const { models, workspace, delivery, faces } = context;
  const [data, reader] = [await homeOf(context, news, userId), await readerOf(context, userId)];
  const view = faces.home(data, reader);
  const next = hashOf(view);
  if (next === shown) return;
  await delivery.publishHome(workspace._id, userId, view);
  await models.homeLooks.updateOne({ workspaceId: workspace._id, userId }, { $set: { shown: next } });
}

function hashOf(view: HomeView): string {
  return createHash('sha256').update(JSON.stringify(view)).digest('hex');
}
