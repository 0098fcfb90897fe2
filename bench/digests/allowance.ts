/** So many calls at once, and so many a second after that. */
export interface Allowance {
  burst: number;
  perSecond: number;
}

/** Slack's limits per workspace, and for messages per channel (the reference's smaller numbers; bursts are a guess). */
export const allowances = {
  channel: { burst: 2, perSecond: 1 },
  'chat.postMessage': { burst: 60, perSecond: 5 },
  'chat.update': { burst: 50, perSecond: 50 / 60 },
  'conversations.history': { burst: 50, perSecond: 50 / 60 },
  'conversations.replies': { burst: 50, perSecond: 50 / 60 },
  'files.getUploadURLExternal': { burst: 100, perSecond: 100 / 60 },
  'files.completeUploadExternal': { burst: 100, perSecond: 100 / 60 },
  'users.info': { burst: 100, perSecond: 100 / 60 },
} as const satisfies Record<string, Allowance>;

/** What was asked before its sender can have heard that it may not, milliseconds, is no overrun. */
const onTheWay = 600;

interface State {
  left: number;
  at: number;
  /** While calls are refused: since when, and until when. */
  refused: { since: number; until: number } | null;
}

export interface Allowing {
  /** Counts a call: 0, or for how many seconds none may follow. */
  take(key: string, allowance: Allowance): number;
  /** Calls that came although their sender had been told to wait. */
  readonly overruns: number;
}

/** Counts calls as Slack does; `now` in milliseconds. */
export function createAllowing(now: () => number): Allowing {
  const states = new Map<string, State>();
  let overruns = 0;
  return {
    take(key, { burst, perSecond }) {
      const at = now();
      const state = states.get(key) ?? { left: burst, at, refused: null };
      states.set(key, state);
      const { refused } = state;
      if (refused && at > refused.since + onTheWay && at < refused.until) overruns += 1;
      state.left = Math.min(burst, state.left + ((at - state.at) / 1000) * perSecond);
      state.at = at;
      if (state.left >= 1) {
        state.left -= 1;
        state.refused = null;
        return 0;
      }
      const seconds = Math.ceil((1 - state.left) / perSecond);
      if (!refused || at >= refused.until) state.refused = { since: at, until: at + seconds * 1000 };
      return seconds;
    },
    get overruns() {
      return overruns;
    },
  };
}
