import type { IncomingHttpHeaders } from 'node:http';
import type { Pacer } from '../http/pacer.ts';

/** The account's leaky bucket as an answer told it: full at `size`, one request adds 1, `drip` leaves each second. */
export interface Bucket {
  level: number;
  size: number;
  drip: number;
  /** When it was read, epoch milliseconds. */
  at: number;
}

const COST = 1;
const LONGEST_WAIT_MS = 60_000;

/** How much of the bucket work uses that may take its time: the other half is there for a night at any moment. */
const GENTLE_SHARE = 0.5;

/**
 * Waits, where needed, until the next request fits into the bucket of the answer before; a gentle one until it fits into
 * the lower half.
 */
export function createBucketPacer({ isGentle = false }: { isGentle?: boolean | undefined } = {}): Pacer {
  let bucket: Bucket | null = null;
  return {
    heard: (headers, now) => {
      bucket = readBucket(headers, now);
    },
    wait: (now) => {
      if (!bucket) return 0;
      const size = isGentle ? Math.max(COST, bucket.size * GENTLE_SHARE) : bucket.size;
      return waitForRoom({ ...bucket, size }, now);
    },
    used: () => bucket && bucket.level / bucket.size,
  };
}

/** Reads `X-LS-API-Bucket-Level` (`92.57/90`; header names differ in case on the wire), or null. */
export function readBucket(headers: IncomingHttpHeaders, now: number): Bucket | null {
  const [, level, size] =
    /^\s*(\d+(?:\.\d+)?)\s*\/\s*(\d+(?:\.\d+)?)\s*$/.exec(String(headers['x-ls-api-bucket-level'] ?? '')) ??
    [];
  if (level === undefined || size === undefined || Number(size) < COST) return null;
  const drip = Number(headers['x-ls-api-drip-rate'] ?? 1);
  return { level: Number(level), size: Number(size), drip: drip > 0 ? drip : 1, at: now };
}

/** How long to wait, in milliseconds, until the next request fits into the bucket; at most a minute. */
export function waitForRoom(bucket: Bucket, now: number): number {
  const overflow = bucket.level + COST - bucket.size;
  const elapsed = Math.max(0, now - bucket.at);
  return Math.min(Math.max(0, Math.ceil((overflow / bucket.drip) * 1000) - elapsed), LONGEST_WAIT_MS);
}
