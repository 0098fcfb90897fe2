import type { Place } from '../delivery/payloads.ts';
import type { JsonObject } from '../json.ts';
import { asText, objectsIn, textOf } from '../json.ts';
import { offeredConversations, offeredPeople } from '../world/offered.ts';
import { optionsOf } from '../world/values.ts';
import type { World } from '../world/world.ts';
import { cannot } from './cannot.ts';
import type { Field } from './fields.ts';
import { valuesIn } from './place.ts';
import { suggestions } from './type-ahead.ts';

/** An option by its value, found by typing `query` (external selects). */
type Found = { value: string; query: string };

/** An option's text or value, an id or name, a date or a time; several for a multi select; null to clear. */
export type Choice = string | Found | (string | Found)[] | null;

/** The state value of an element after a choice; throws when that is not offered. */
export async function chosenValue(
  world: World,
  person: string,
  place: Place,
  field: Field,
  choice: Choice,
): Promise<JsonObject> {
  const { element } = field;
  const type = asText(element['type']);
  const name = holder(type) ?? cannot(`'${field.label}' is a ${type}: nothing to choose`);
  const isMulti = name.endsWith('s');
  const wanted = choice === null ? [] : [choice].flat();
  checkCount(field, wanted.length, isMulti);
  const chosen: unknown[] = [];
  for (const each of wanted) chosen.push(await pick(world, person, place, field, each));
  return { type, [name]: isMulti ? chosen : (chosen[0] ?? null) };
}

/** What the value is called in state.values; plural for those that hold several. */
function holder(type: string): string | undefined {
  const names: Record<string, string> = {
    radio_buttons: 'selected_option',
    static_select: 'selected_option',
    external_select: 'selected_option',
    checkboxes: 'selected_options',
    multi_static_select: 'selected_options',
    multi_external_select: 'selected_options',
    users_select: 'selected_user',
    multi_users_select: 'selected_users',
    conversations_select: 'selected_conversation',
    multi_conversations_select: 'selected_conversations',
    channels_select: 'selected_channel',
    multi_channels_select: 'selected_channels',
    datepicker: 'selected_date',
    timepicker: 'selected_time',
    datetimepicker: 'selected_date_time',
  };
  return names[type];
}

function checkCount({ label, element }: Field, count: number, isMulti: boolean): void {
  if (!isMulti && count > 1) cannot(`'${label}' takes one choice`);
  const most = Number(element['max_selected_items'] ?? Infinity);
  if (count > most) cannot(`'${label}' takes at most ${most} choices`);
}

async function pick(
  world: World,
  person: string,
  place: Place,
  field: Field,
  choice: string | Found,
): Promise<unknown> {
  const { element, label } = field;
  const wanted = typeof choice === 'string' ? choice : choice.value;
  const type = asText(element['type']);
  if (type === 'datepicker') return date(wanted);
  if (type === 'timepicker') return time(wanted);
  if (type === 'datetimepicker') return Math.floor(new Date(wanted).getTime() / 1000);
  if (type.includes('users')) return byName(offeredPeople(world), wanted, label);
  if (type.includes('conversations') || type.includes('channels')) {
    return byName(offeredConversations(world, person, element), wanted.replace(/^#/, ''), label);
  }
  const held = typeof choice === 'string' ? undefined : heldOption(place, field, wanted);
  if (held) return held;
  const options = type.includes('external')
    ? await suggestions(world, person, place, field, typeof choice === 'string' ? choice : choice.query)
    : optionsOf(element);
  const found =
    options.find((option) => option['value'] === wanted) ??
    options.find((option) => textOf(option['text']) === wanted);
  return (
    found ??
    cannot(
      `'${label}' does not offer '${wanted}'`,
      options.map((option) => textOf(option['text'])),
    )
  );
}

/** An option that is chosen already: an external select need not offer it again. */
function heldOption(place: Place, { blockId, actionId }: Field, value: string): JsonObject | undefined {
  const held = valuesIn(place)[blockId]?.[actionId] ?? {};
  return [...objectsIn([held['selected_option']]), ...objectsIn(held['selected_options'])].find(
    (option) => option['value'] === value,
  );
}

function byName(offered: { id: string; name: string }[], wanted: string, label: string): string {
  const found = offered.find(({ id, name }) => id === wanted || name === wanted);
  return (
    found?.id ??
    cannot(
      `'${label}' does not offer '${wanted}'`,
      offered.map(({ name }) => name),
    )
  );
}

function date(wanted: string): string {
  const parsed = /^\d{4}-\d{2}-\d{2}$/.test(wanted) && !Number.isNaN(Date.parse(wanted));
  const isReal = parsed && new Date(`${wanted}T00:00:00Z`).toISOString().startsWith(wanted);
  return isReal ? wanted : cannot(`No calendar shows '${wanted}'`);
}

function time(wanted: string): string {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(wanted) ? wanted : cannot(`No clock shows '${wanted}'`);
}
