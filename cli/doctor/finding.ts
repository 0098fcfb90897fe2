import { coloured } from '../output.ts';

/** What the doctor found of one thing. */
export interface Finding {
  what: string;
  /** A `fault` keeps something from working; a `warning` does not yet; what is `mended` did a moment ago. */
  state: 'ok' | 'warning' | 'fault' | 'mended';
  /** What is wrong, or was; null where nothing is. */
  wrong: string | null;
  /** The one next step; null where there is none to take. */
  next: string | null;
  /** What the doctor did about it; null: nothing. */
  mended: string | null;
}

export interface Trouble {
  wrong: string;
  next: string;
  /** What may safely be done about it, where there is such a thing; says what it did. */
  mend?: () => Promise<string>;
}

/** A finding with what may be done about it. */
export interface Found extends Finding {
  mend?: () => Promise<string>;
}

export const ok = (what: string): Found => ({ what, state: 'ok', wrong: null, next: null, mended: null });
export const warning = (what: string, trouble: Trouble): Found => ({
  what,
  state: 'warning',
  mended: null,
  ...trouble,
});
export const fault = (what: string, trouble: Trouble): Found => ({
  what,
  state: 'fault',
  mended: null,
  ...trouble,
});

/** Only looks, or with `isMending` does what may be done; where that does not work out, it is said with what is wrong. */
export async function settle({ mend, ...finding }: Found, isMending: boolean): Promise<Finding> {
  if (!mend) return finding;
  if (!isMending) return { ...finding, next: `${finding.next} Or run \`npm run daybook -- doctor --mend\`.` };
  try {
    return { ...finding, state: 'mended', next: null, mended: await mend() };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { ...finding, wrong: `${finding.wrong}, and mending it failed (${why})` };
  }
}

const words = {
  ok: ['green', 'ok'],
  mended: ['green', 'mended'],
  warning: ['yellow', 'warning'],
  fault: ['red', 'FAULT'],
} as const;

/** For people, a line each, and below what is wrong what was done or the next step. */
export function linesOf({ what, state, wrong, next, mended }: Finding): string[] {
  const [colour, word] = words[state];
  const head = `${coloured(colour, word.padEnd(8))} ${what}`;
  if (wrong === null) return [head];
  const below = mended === null ? `Next: ${next}` : `Mended: ${mended}`;
  return [`${head}: ${wrong}`, `         ${below}`];
}
