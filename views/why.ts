import type { Series } from '../models/link.ts';

/** The reasons for which Lightspeed could not be read, by the name of the error; what a key may not read depends on the series. */
export interface Reasons {
  AccessDeniedError: Record<Series, string>;
  other: string;
  [failure: string]: string | Record<Series, string>;
}

/** Why Lightspeed could not be read, and what helps. */
export function whyText(reasons: Reasons, failure: string, series: Series): string {
  const reason = Object.hasOwn(reasons, failure) ? reasons[failure] : undefined;
  if (reason === undefined) return reasons.other;
  return typeof reason === 'string' ? reason : reason[series];
}
