import { deliverEvent } from '../delivery/deliver.ts';
import { directChannel } from '../world/channels.ts';
import { wireView } from '../world/views.ts';
import type { World } from '../world/world.ts';
import { cannot } from './cannot.ts';
import type { Outcome } from './outcome.ts';
import { done } from './outcome.ts';

/** Opens the app's Home tab (or its Messages tab); the app is told when it subscribed to app_home_opened. */
export async function openHome(
  world: World,
  person: string,
  tab: 'home' | 'messages' = 'home',
): Promise<Outcome> {
  const { manifest } = world.settings;
  if (world.state.isUninstalled) cannot('The app is not installed');
  if (!manifest.features.app_home?.[`${tab}_tab_enabled`]) cannot(`The app has no ${tab} tab`);
  if (!manifest.settings.event_subscriptions?.bot_events?.includes('app_home_opened')) return done;
  const view = world.state.views[world.state.homes[person] ?? ''];
  const ack = await deliverEvent(world, {
    type: 'app_home_opened',
    user: person,
    channel: directChannel(world, person).id,
    tab,
    event_ts: world.ids.ts(),
    ...(tab === 'home' && view && { view: wireView(world, view) }),
  });
  // Nobody sees an error when an event fails: the tab just stays as it was.
  return ack.ok ? done : { acked: false, error: ack.error };
}
