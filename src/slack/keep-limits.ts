import { setTimeout as wait } from 'node:timers/promises';
import { type Delivery, DeliveryError } from './delivery.ts';

/** How long a call waits for its turn, milliseconds: far less than a lease, under which most of them are made. */
const longestWait = 30_000;
/** A picture is worth less: the message goes without it. */
const longestWaitOfPictures = 3_000;
/** Slack says one second or more; whoever says less is not asked again at once. */
const shortestPause = 1_000;

interface Time {
  /** Milliseconds. */
  now?: () => number;
  sleep?: (milliseconds: number) => Promise<unknown>;
}

/**
 * The same delivery, but what Slack said is too much is asked again when Slack takes it, and nothing like it of the same
 * workspace meanwhile: a call that was counted out was not done. Where that takes too long it fails as it would have.
 */
export function keepLimits(
  delivery: Delivery,
  { now = () => performance.now(), sleep = wait }: Time = {},
): Delivery {
  const pauses = new Map<string, number>();
  const keep = async <Result>(
    workspaceId: string,
    method: string,
    ask: () => Promise<Result>,
    longest = longestWait,
  ): Promise<Result> => {
    const key = `${workspaceId} ${method}`;
    const end = now() + longest;
    for (;;) {
      const left = (pauses.get(key) ?? 0) - now();
      if (now() + left > end)
        throw new DeliveryError(method, 'not-done', 'ratelimited', { retryAfter: left });
      if (left > 0) {
        await sleep(left);
        continue;
      }
      pauses.delete(key);
      try {
        return await ask();
      } catch (error) {
        if (!(error instanceof DeliveryError) || error.retryAfter === undefined) throw error;
        pauses.set(key, Math.max(pauses.get(key) ?? 0, now() + Math.max(error.retryAfter, shortestPause)));
      }
    }
  };
  return {
    ...delivery,
    post: (workspaceId, message) =>
      keep(workspaceId, 'chat.postMessage', () => delivery.post(workspaceId, message)),
    update: (workspaceId, message) =>
      keep(workspaceId, 'chat.update', () => delivery.update(workspaceId, message)),
    uploadPicture: (workspaceId, picture) =>
      keep(
        workspaceId,
        'files.upload',
        () => delivery.uploadPicture(workspaceId, picture),
        longestWaitOfPictures,
      ),
    find: (workspaceId, where) =>
      keep(workspaceId, 'conversations.history', () => delivery.find(workspaceId, where)),
  };
}
