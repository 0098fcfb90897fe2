import type { Link } from '../../models/link.ts';

const day = 86_400_000;

/** An R-Series consent that is not used for 30 days runs out (developers.lightspeedhq.com/retail/authentication/refresh-token). */
export const consentLasts = 30 * day;

/** How long before its end a consent that nobody uses is told of. */
export const foretold = 7 * day;

/** When the consent of a link runs out unless it is used, if that is near; null otherwise. `now` is epoch milliseconds. */
export function nearConsentEnd(
  link: Pick<Link, 'credential' | 'state' | 'renewedAt'>,
  now: number,
): Date | null {
  const { credential, state, renewedAt } = link;
  if (credential !== 'oauth' || state === 'refused' || state === 'unlinked' || !renewedAt) return null;
  const end = renewedAt.getTime() + consentLasts;
  return end - foretold <= now ? new Date(end) : null;
}
