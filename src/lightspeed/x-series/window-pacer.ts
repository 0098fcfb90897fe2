import type { IncomingHttpHeaders } from 'node:http';
import type { Pacer } from '../http/pacer.ts';

/** X-Series allows 300 x registers + 50 requests in five minutes, for all that use the same application's access. */
const WINDOW_MS = 300_000;
const SMALLEST_LIMIT = 350;
const LONGEST_PACE_MS = 1_000;

/** From which part of the window on that is left requests slow down: work that may take its time leaves half to others. */
const SLOW_FROM = { usual: 0.1, gentle: 0.5 } as const;

interface Room {
  remaining: number;
  limit: number;
  /** Epoch milliseconds. */
  at: number;
}

/**
 * Slows down to the window's average pace once nine tenths of it are used (a gentle one: half), so that others keep some
 * room. No answer says when a window ends; only the 429 at its very end does, and that is waited for where requests are retried.
 */
export function createWindowPacer({ isGentle = false }: { isGentle?: boolean | undefined } = {}): Pacer {
  const slowFrom = isGentle ? SLOW_FROM.gentle : SLOW_FROM.usual;
  let room: Room | null = null;
  return {
    heard: (headers, now) => {
      room = readRoom(headers, now);
    },
    wait: (now) => {
      if (!room || room.remaining > room.limit * slowFrom) return 0;
      const pace = Math.min(Math.ceil(WINDOW_MS / room.limit), LONGEST_PACE_MS);
      return Math.max(0, pace - Math.max(0, now - room.at));
    },
    used: () => room && Math.max(0, 1 - room.remaining / room.limit),
  };
}

function readRoom(headers: IncomingHttpHeaders, now: number): Room | null {
  const remaining = count(headers['x-ratelimit-remaining']);
  if (remaining === null) return null;
  return { remaining, limit: count(headers['x-ratelimit-limit']) || SMALLEST_LIMIT, at: now };
}

function count(header: string | string[] | undefined): number | null {
  return typeof header === 'string' && /^\s*\d{1,9}\s*$/.test(header) ? Number(header) : null;
}
