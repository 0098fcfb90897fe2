import type { Place } from '../delivery/payloads.ts';
import type { JsonObject } from '../json.ts';
import { objectsIn } from '../json.ts';
import { findMessage } from '../world/messages.ts';
import type { Values } from '../world/types.ts';
import { topModal } from '../world/views.ts';
import type { World } from '../world/world.ts';
import { cannot } from './cannot.ts';
import { isVisibleTo } from './look.ts';

/** What a person points at: something seen earlier; it is looked up as it is now. */
export type Target = { id: string } | { channel: string; ts: string };

/** The view or message as it is now; throws when the person has it no longer on the screen. */
export function placeFor(world: World, person: string, target: Target): Place {
  if ('id' in target) {
    const view = world.state.views[target.id];
    const isHome = world.state.homes[person] === target.id;
    const isTop = topModal(world, person)?.id === target.id;
    return view && (isHome || isTop)
      ? { view }
      : cannot(`The view ${target.id} is not on ${person}'s screen`);
  }
  const message = findMessage(world, target.channel, target.ts);
  const isSeen = message && isVisibleTo(message, person);
  return isSeen ? { message } : cannot(`${person} does not see the message ${target.ts}`);
}

export function blocksIn(place: Place): JsonObject[] {
  return 'view' in place ? objectsIn(place.view.content['blocks']) : place.message.blocks;
}

export function valuesIn(place: Place): Values {
  return 'view' in place ? place.view.values : place.message.values;
}
