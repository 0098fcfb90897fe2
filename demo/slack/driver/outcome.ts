import type { Ack } from '../delivery/parcel.ts';
import type { World } from '../world/world.ts';

/** How something a person did ended. */
export type Outcome = {
  /** whether the app answered in time */
  acked: boolean;
  /** what the person got to see instead */
  error?: string;
  /** what a submit was answered with: 'close', 'errors', 'update', 'push' or 'clear' */
  answer?: string;
  /** the address a link button opened */
  opened?: string;
};

export const done: Outcome = { acked: true };

/** The outcome of an ack; a failure is shown to the person. */
export function outcomeOf(
  world: World,
  ack: Ack,
  place: { person: string; channel?: string; view?: string },
  what: string,
): Outcome {
  if (ack.ok) return done;
  show(world, place, ack.error, `${what} failed with the error "${ack.error}"`);
  return { acked: false, error: ack.error };
}

/** Records a line that Slack itself shows to a person. */
export function show(
  world: World,
  { person, channel, view }: { person: string; channel?: string; view?: string },
  error: string,
  text: string,
): void {
  world.state.shown.push({ person, channel, view, error, text, at: world.now() });
  world.changes.tell();
}
