import type { Context } from '../context.ts';
import type { DayLog } from '../turnover/day-log.ts';
import { correctionSince, type DigestData, digestOf } from './digest.ts';
import { finishDigest, settleDigest } from './digest-lease.ts';
import type { DigestPostDocument } from './due-digests.ts';
import { sayOnce } from './say-once.ts';

const minute = 60_000;

/** How long a digest waits for a first figure before it says that there is none. */
const patience = 120 * minute;
const nextLook = 5 * minute;

/** Posts a claimed digest, or brings a posted one up to date. Throws a DeliveryError or a LeaseLostError. */
export async function runDigest(context: Context, post: DigestPostDocument): Promise<void> {
  const data = await digestOf(context, { day: post.day });
  if (post.state === 'posted') return checkDigest(context, post, data);

  const now = context.clock();
  const waited = now - post.dueAt.getTime();
  if (data.log.storesIn === 0 && waited < patience) {
    return settleDigest(context, post, { nextAt: new Date(now + nextLook), 'lease.until': null });
  }
  if (data.log.state === 'unknown') {
    // Nothing is mapped, so there is nothing to tell and nobody waits for it.
    return settleDigest(context, post, {
      state: 'undeliverable',
      failure: 'nothing_to_tell',
      'lease.until': null,
    });
  }
  await postDigest(context, post, data);
}

async function postDigest(context: Context, post: DigestPostDocument, data: DigestData): Promise<void> {
  const message = context.faces.digest(data, context.workspace);
  const toldAt = latestWriting(data.log);
  const { ts, isEarlier } = await sayOnce(context, post, {
    ...message,
    channelId: post.channelId,
    key: `digest ${post.day}`,
  });
  const told = { state: 'posted', ts, toldAt, postedAt: new Date(context.clock()) };
  if (!isEarlier) return finishDigest(context, post, { ...told, content: JSON.stringify(message) });
  // What it says is not known for certain: the next look brings it up to date.
  await settleDigest(context, post, { ...told, inDoubt: null, toCheck: true, 'lease.until': null });
}

/** Edits the message where what it says has changed, and says in its thread why. */
async function checkDigest(context: Context, post: DigestPostDocument, data: DigestData): Promise<void> {
  const { delivery, faces, workspace } = context;
  const place = { channelId: post.channelId, ts: post.ts ?? '' };
  const message = faces.digest(data, workspace);
  const content = JSON.stringify(message);
  if (content !== post.content) await delivery.update(workspace._id, { ...message, ...place });

  const toldAt = latestWriting(data.log);
  const correction = correctionSince(data.log, post.toldAt ?? new Date(0));
  if (correction) {
    await sayOnce(context, post, {
      ...faces.correction(correction, workspace),
      channelId: post.channelId,
      threadTs: place.ts,
      key: `correction ${post.day} ${toldAt.toISOString()}`,
    });
  }
  await finishDigest(context, post, { content, toldAt });
}

/** When the newest figure that the log tells of was written. */
function latestWriting(log: DayLog): Date {
  const times = log.departments.flatMap(({ stores }) =>
    stores.map(({ figure }) => figure?.importedAt.getTime() ?? 0),
  );
  return new Date(Math.max(0, ...times));
}
