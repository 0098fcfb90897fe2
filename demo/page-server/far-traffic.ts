import type { LoggedRequest } from '../lightspeed/host.ts';
import { mask } from '../slack/mask.ts';

/** One exchange with Lightspeed; what came back is shortened, and without tokens. */
export type FarExchange = LoggedRequest & {
  /** Milliseconds of the simulated clock. */
  at: number;
  series: 'R-Series' | 'X-Series';
  answer: unknown;
  /** How many exchanges with the workspace there had been by then. */
  after: number;
};

/** So many entries of a list are shown: a page of sales has a hundred. */
const mostEntries = 3;
const mostLetters = 2_000;

/** What Lightspeed answered, as much of it as one looks at. */
export function shownAnswer(text: string): unknown {
  try {
    return mask(shortened(JSON.parse(text)));
  } catch {
    // Pages of errors and broken answers are no JSON.
    return text.length > mostLetters ? `${text.slice(0, mostLetters)}…` : text;
  }
}

function shortened(value: unknown): unknown {
  if (Array.isArray(value)) {
    const first = value.slice(0, mostEntries).map(shortened);
    return value.length > mostEntries ? [...first, `… and ${value.length - mostEntries} more`] : first;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, shortened(each)]));
}
