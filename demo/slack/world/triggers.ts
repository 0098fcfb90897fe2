import type { ResponseUrl, Trigger } from './types.ts';
import type { World } from './world.ts';

/** A trigger_id for what a person just did; it may be used once, within seconds. */
export function newTrigger(
  world: World,
  person: string,
  from: { view?: string; channel?: string } = {},
): string {
  const { ids, state, realNow } = world;
  const id = `${ids.pick(1e9)}.${ids.pick(1e9)}.${ids.short()}${ids.short()}`;
  const { view, channel } = from;
  state.triggers[id] = { id, person, view, channel, bornAt: realNow(), used: false };
  return id;
}

/** Uses a trigger up, or says why Slack would not take it. */
export function takeTrigger(world: World, id: string): { trigger: Trigger } | { error: string } {
  const trigger = world.state.triggers[id];
  if (!trigger) return { error: 'invalid_trigger_id' };
  if (trigger.used) return { error: 'exchanged_trigger_id' };
  if (world.realNow() - trigger.bornAt > world.settings.triggerMs) return { error: 'expired_trigger_id' };
  trigger.used = true;
  return { trigger };
}

/** A response_url for what a person did in a channel, perhaps on a message. */
export function newResponseUrl(world: World, person: string, channel: string, original?: string): string {
  const id = world.ids.make('R').toLowerCase();
  world.state.responseUrls[id] = { id, person, channel, original, bornAt: world.now(), uses: 0 };
  return `${world.address()}/respond/${id}`;
}

const responseUrlUses = 5;
const responseUrlMs = 30 * 60 * 1000;

/** Counts one use of a response_url, or says why Slack would not take it (5 uses within 30 minutes). */
export function takeResponseUrl(world: World, id: string): { url: ResponseUrl } | { error: string } {
  const url = world.state.responseUrls[id];
  if (!url) return { error: 'invalid_url' };
  if (world.now() - url.bornAt > responseUrlMs) return { error: 'expired_url' };
  if (url.uses >= responseUrlUses) return { error: 'used_url' };
  url.uses += 1;
  return { url };
}
