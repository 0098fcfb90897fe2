import type { Channel, DigestLook } from '../../models/channel.ts';
import type { Context } from '../context.ts';
import type { DayLog } from '../turnover/day-log.ts';
import { channelTook } from './channel-trouble.ts';
import { correctionSince } from './corrections.ts';
import type { DigestData, DigestShown } from './digest.ts';
import { finishDigest, settleDigest } from './digest-lease.ts';
import type { DigestPostDocument } from './due-digests.ts';
import { editMessage } from './edit-message.ts';
import { fullLook, lookOf } from './look.ts';
import { withPicture } from './picture.ts';
import { findSaid, sayOnce } from './say-once.ts';
import { tellDetails } from './tell-details.ts';

const minute = 60_000;

/** How long a digest waits for a first figure before it says that there is none. */
const patience = 120 * minute;
const nextLook = 5 * minute;

export interface DigestRun {
  /** Null where it gets no digest any more. */
  channel: Channel | null;
  /** Makes the digest of the post's day. */
  tell: (shown: DigestShown) => Promise<DigestData>;
}

/** Posts a claimed digest, or brings a posted one up to date. Throws a DeliveryError or a LeaseLostError. */
export async function runDigest(
  context: Context,
  post: DigestPostDocument,
  { channel, tell }: DigestRun,
): Promise<void> {
  const data = await tell({ look: currentLook(channel, post), channelId: post.channelId });
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

/** What the channel chose, or what it was last shown where it gets no digest any more. */
function currentLook(channel: Channel | null, { look }: DigestPostDocument): DigestLook {
  return channel ? lookOf(channel) : look ? lookOf(look) : fullLook;
}

async function postDigest(context: Context, post: DigestPostDocument, data: DigestData): Promise<void> {
  const message = context.faces.digest(data, context.workspace);
  const toldAt = latestWriting(data.log);
  const { ts, isEarlier } = await sayOnce(context, post, {
    ...(await withPicture(context, data, message)),
    channelId: post.channelId,
    key: `digest ${post.day}`,
  });
  await channelTook(context, post);
  const told = {
    state: 'posted',
    ts,
    toldAt,
    postedAt: new Date(context.clock()),
    look: data.look,
    failure: null,
    inDoubt: null,
    // Until the details are told too, somebody has to look again.
    toCheck: true,
  };
  // What an earlier try says is not known for certain: the next look brings it up to date.
  if (isEarlier) return settleDigest(context, post, { ...told, 'lease.until': null });
  const content = JSON.stringify(message);
  await settleDigest(context, post, { ...told, content });
  post.set({ state: 'posted', inDoubt: null });
  await tellDetails(context, post, { data, ts });
  await finishDigest(context, post, { content });
}

/** Edits the message and its details where what they say has changed, and says in its thread why. */
async function checkDigest(context: Context, post: DigestPostDocument, data: DigestData): Promise<void> {
  const { faces, workspace } = context;
  const place = { channelId: post.channelId, ts: post.ts ?? '' };
  const message = faces.digest(data, workspace);
  const content = JSON.stringify(message);
  const isThere =
    content === post.content ||
    (await editMessage(context, { ...(await withPicture(context, data, message)), ...place }));
  if (!isThere) return finishDigest(context, post, { content });

  const since = await toldUntil(context, post);
  const toldAt = latestWriting(data.log);
  await tellDetails(context, post, { data, ts: place.ts });
  const correction = correctionSince(data.log, since);
  if (correction) {
    await sayOnce(context, post, {
      ...faces.correction(correction, workspace, data.look),
      channelId: post.channelId,
      threadTs: place.ts,
      key: `${correctionKey(post)}${toldAt.toISOString()}`,
    });
  }
  await finishDigest(context, post, { content, toldAt, look: data.look, failure: null });
}

const correctionKey = ({ day }: DigestPostDocument) => `correction ${day} `;

/**
 * Until when changes were told. A correction in doubt that is there after all counts, even where figures changed again since
 * and the next correction has another key: nothing is told twice.
 */
async function toldUntil(context: Context, post: DigestPostDocument): Promise<Date> {
  const told = post.toldAt ?? new Date(0);
  const { inDoubt } = post;
  if (!inDoubt?.startsWith(correctionKey(post)) || post.ts === null) return told;
  const found = await findSaid(context, post, {
    channelId: post.channelId,
    threadTs: post.ts,
    key: inDoubt,
  });
  const until = found === undefined ? told : new Date(inDoubt.slice(correctionKey(post).length));
  await settleDigest(context, post, { toldAt: until, inDoubt: null });
  post.inDoubt = null;
  return until;
}

/** When the newest figure that the log tells of was written. */
function latestWriting(log: DayLog): Date {
  const times = log.departments.flatMap(({ stores }) =>
    stores.map(({ figure }) => figure?.importedAt.getTime() ?? 0),
  );
  return new Date(Math.max(0, ...times));
}
