import { type Found, fault, ok, warning } from './finding.ts';

/** How far clocks may be apart, milliseconds: Slack refuses requests five minutes off, and leases last two. */
const notable = 5_000;
const harmful = 60_000;

/** Holds this machine's clock against another one, epoch milliseconds; `exactTo` so many. */
export function clockFinding(
  whose: string,
  { theirs, ours, exactTo }: { theirs: number; ours: number; exactTo: number },
): Found {
  const what = `the clock, held against that of ${whose}`;
  const apart = Math.max(0, Math.abs(ours - theirs) - exactTo);
  if (apart < notable) return ok(what);
  const trouble = {
    wrong: `this machine is ${Math.round(apart / 1000)} seconds ${ours > theirs ? 'ahead' : 'behind'}`,
    next: 'Have both machines keep time by NTP.',
  };
  return apart < harmful ? warning(what, trouble) : fault(what, trouble);
}
