import { isObject } from '../json.ts';
import type { World } from '../world/world.ts';

/** What Slack does when an address for events is entered: it sends a challenge that has to come back. */
export async function verifyUrl(world: World): Promise<boolean> {
  const challenge = world.ids.make('challenge-');
  const ack = await world.deliver({
    kind: 'events_api',
    name: 'url_verification',
    body: { token: 'verification', type: 'url_verification', challenge },
    url: world.settings.manifest.settings.event_subscriptions?.request_url,
  });
  if (!ack.ok) return false;
  return isObject(ack.payload) ? ack.payload['challenge'] === challenge : ack.payload === challenge;
}
