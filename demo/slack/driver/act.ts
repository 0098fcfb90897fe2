import type { Place } from '../delivery/payloads.ts';
import { blockActionsPayload } from '../delivery/payloads.ts';
import type { JsonObject } from '../json.ts';
import { asText, isObject, textOf } from '../json.ts';
import type { World } from '../world/world.ts';
import { cannot } from './cannot.ts';
import type { Wanted } from './fields.ts';
import { buttonOf } from './fields.ts';
import type { Outcome } from './outcome.ts';
import { done, outcomeOf, show } from './outcome.ts';
import type { Target } from './place.ts';
import { blocksIn, placeFor } from './place.ts';

export type Confirmation = { confirm?: boolean };

/** Presses a button, or an entry of an overflow menu. A question in between has to be answered. */
export async function click(
  world: World,
  person: string,
  target: Target,
  wanted: Wanted,
  answer: Confirmation = {},
): Promise<Outcome> {
  const place = placeFor(world, person, target);
  const button = buttonOf(blocksIn(place), wanted, person);
  if (!isConfirmed(button.element, button.text, answer)) return done;
  const ids = { type: button.element['type'], block_id: button.blockId, action_id: button.actionId };
  const outcome = await sendAction(world, person, place, { ...ids, ...button.action });
  const option = button.action['selected_option'];
  const url = asText(button.action['url']) || asText(isObject(option) ? option['url'] : '');
  return url === '' ? outcome : { ...outcome, opened: url };
}

/** Whether the person goes on; throws when a question is not answered, or there is none to answer. */
export function isConfirmed(element: JsonObject, what: string, { confirm }: Confirmation): boolean {
  const question = element['confirm'];
  if (!isObject(question)) {
    return confirm === undefined ? true : cannot(`'${what}' asks nothing to confirm`);
  }
  if (confirm !== undefined) return confirm;
  const asked = textOf(question['title']) || textOf(question['text']);
  return cannot(`'${what}' asks '${asked}': say { confirm: true } or { confirm: false }`);
}

/** Tells the app that an element was touched. */
export async function sendAction(
  world: World,
  person: string,
  place: Place,
  action: JsonObject,
): Promise<Outcome> {
  const where =
    'view' in place ? { person, view: place.view.id } : { person, channel: place.message.channel };
  const { interactivity } = world.settings.manifest.settings;
  if (!interactivity?.is_enabled) {
    show(
      world,
      where,
      'interactivity_disabled',
      'This app is not configured to handle interactive responses',
    );
    return { acked: false, error: 'interactivity_disabled' };
  }
  const body = blockActionsPayload(world, person, place, action);
  const ack = await world.deliver({
    kind: 'interactive',
    name: 'block_actions',
    body,
    url: interactivity.request_url,
  });
  return outcomeOf(world, ack, where, asText(action['action_id']));
}
