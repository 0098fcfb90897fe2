import type { Place } from '../delivery/payloads.ts';
import type { JsonObject } from '../json.ts';
import { asList, asObject, asText } from '../json.ts';
import type { World } from '../world/world.ts';
import type { Confirmation } from './act.ts';
import { isConfirmed, sendAction } from './act.ts';
import { cannot } from './cannot.ts';
import type { Choice } from './choose.ts';
import { chosenValue } from './choose.ts';
import type { Field, Wanted } from './fields.ts';
import { fieldOf, nameOf } from './fields.ts';
import type { Outcome } from './outcome.ts';
import { done } from './outcome.ts';
import type { Target } from './place.ts';
import { blocksIn, placeFor, valuesIn } from './place.ts';

/** Chooses in a menu, a picker, check boxes or radio buttons; what is chosen replaces what was. */
export async function select(
  world: World,
  person: string,
  target: Target,
  wanted: Wanted,
  choice: Choice,
  answer: Confirmation = {},
): Promise<Outcome> {
  const place = placeFor(world, person, target);
  const field = fieldOf(blocksIn(place), wanted);
  const label = nameOf(wanted);
  const value = await chosenValue(world, person, place, field, choice);
  if (!isConfirmed(field.element, label, answer)) return done;
  return hold(world, person, place, field, value);
}

const textTypes = [
  'plain_text_input',
  'email_text_input',
  'url_text_input',
  'number_input',
  'rich_text_input',
];

/** Replaces what is typed in a field; with `enter` the Enter key is pressed at the end. */
export async function type(
  world: World,
  person: string,
  target: Target,
  wanted: Wanted,
  text: string,
  { enter = false }: { enter?: boolean } = {},
): Promise<Outcome> {
  const place = placeFor(world, person, target);
  const field = fieldOf(blocksIn(place), wanted);
  const label = nameOf(wanted);
  const kind = asText(field.element['type']);
  if (!textTypes.includes(kind)) cannot(`'${label}' is a ${kind}, not a field to type in`);
  const most = Number(field.element['max_length'] ?? 3000);
  if (text.length > most) cannot(`'${label}' takes at most ${most} characters`);
  const isLong = field.element['multiline'] === true || kind === 'rich_text_input';
  if (text.includes('\n') && !isLong) cannot(`'${label}' has one line`);
  const value = typedValue(kind, text);
  if (tellsWhileTyping(field, enter)) return hold(world, person, place, field, value);
  keep(place, field, value);
  world.changes.tell();
  return done;
}

/** A rich text is typed without styles here: one section of plain words. */
function typedValue(kind: string, text: string): JsonObject {
  if (kind !== 'rich_text_input') return { type: kind, value: text === '' ? null : text };
  const section = { type: 'rich_text_section', elements: [{ type: 'text', text }] };
  return { type: kind, rich_text_value: text === '' ? null : { type: 'rich_text', elements: [section] } };
}

/** On Enter unless the element asks for each character; the stand-in tells once for all of them. */
function tellsWhileTyping({ dispatches, element }: Field, enter: boolean): boolean {
  const asked = asList(asObject(element['dispatch_action_config'])['trigger_actions_on']);
  const onEnter = asked.length === 0 || asked.includes('on_enter_pressed');
  return dispatches && ((enter && onEnter) || asked.includes('on_character_entered'));
}

/** Keeps the value and tells the app where the element does so. */
async function hold(
  world: World,
  person: string,
  place: Place,
  field: Field,
  value: JsonObject,
): Promise<Outcome> {
  keep(place, field, value);
  world.changes.tell();
  if (!field.dispatches) return done;
  const { blockId, actionId } = field;
  return sendAction(world, person, place, { ...value, block_id: blockId, action_id: actionId });
}

function keep(place: Place, { blockId, actionId }: Field, value: JsonObject): void {
  const values = valuesIn(place);
  values[blockId] = { ...values[blockId], [actionId]: value };
}
