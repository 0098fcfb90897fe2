import type { LocalWorkspace } from '../local-workspace.ts';

/** What goes wrong on purpose until it is switched off. */
export type Troubles = { isLightspeedDown: boolean; isSlackSlow: boolean };

/**
 * Longer than the app waits for an answer when a person waits for the app (2 seconds), and than a trigger lives (3): else a
 * modal would open that the app has given up on, over whatever the person does next.
 */
const slowMs = 3500;

type Ends = Pick<LocalWorkspace, 'slack' | 'lightspeed' | 'xSeries'>;

export function troublesOf({ slack, lightspeed }: Ends): Troubles {
  return {
    isLightspeedDown: lightspeed.faults.waiting.some(({ kind }) => kind === 'unavailable'),
    isSlackSlow: slack.faults.pending.some(({ kind }) => kind === 'delay'),
  };
}

/** Both series answer 503, or as usual again. */
export function setLightspeedDown({ lightspeed, xSeries }: Ends, isDown: boolean): void {
  for (const far of [lightspeed, xSeries]) {
    far?.faults.clear();
    if (isDown) far?.faults.add({ kind: 'unavailable', times: 'always' });
  }
}

/** Every call of the app to Slack takes longer than it waits. */
export function setSlackSlow({ slack }: Ends, isSlow: boolean): void {
  slack.faults.clear();
  if (isSlow) slack.faults.add({ kind: 'delay', ms: slowMs, times: 1_000_000 });
}
