import type { JsonObject } from '../json.ts';
import { asText, isObject, objectsIn, textOf } from '../json.ts';
import type { Placed } from '../validate/walk.ts';
import { allBlocks, elementsIn } from '../validate/walk.ts';
import { optionsOf } from '../world/values.ts';
import { cannot } from './cannot.ts';

/** Something a person can fill in. */
export type Field = {
  blockId: string;
  actionId: string;
  /** what a person reads beside it */
  label: string;
  element: JsonObject;
  /** in an input block: sent on submit rather than at once */
  isInput: boolean;
  isOptional: boolean;
  /** touching it tells the app at once */
  dispatches: boolean;
};

/** Something a person can press. */
export type Button = {
  blockId: string;
  actionId: string;
  text: string;
  element: JsonObject;
  /** what the action carries besides its ids */
  action: JsonObject;
};

/** An element meant exactly: a page knows its ids, a test rather its words. An overflow menu also needs the entry's value. */
export type Exactly = { blockId: string; actionId: string; value?: string };

/** How a person names an element: by what is written on it, by its action_id, or exactly. */
export type Wanted = string | Exactly;

/** The words for an element in a complaint. */
export function nameOf(wanted: Wanted): string {
  return typeof wanted === 'string' ? wanted : wanted.actionId;
}

const buttonTypes = new Set([
  'button',
  'workflow_button',
  'icon_button',
  'feedback_buttons',
  'overflow',
  'image',
]);

export function fieldsOf(blocks: unknown): Field[] {
  return placedElements(blocks).flatMap(({ block, element }) => {
    const type = asText(element['type']);
    const isField = element['action_id'] !== undefined && !buttonTypes.has(type);
    if (!isField) return [];
    const isInput = block['type'] === 'input';
    return [
      {
        blockId: asText(block['block_id']),
        actionId: asText(element['action_id']),
        label: labelOf(block, element),
        element,
        isInput,
        isOptional: block['optional'] === true,
        dispatches: !isInput || block['dispatch_action'] === true,
      },
    ];
  });
}

function buttonsOf(blocks: unknown, person: string): Button[] {
  return placedElements(blocks).flatMap(({ block, element }) => {
    const ids = { blockId: asText(block['block_id']), actionId: asText(element['action_id']), element };
    switch (element['type']) {
      case 'button':
      case 'workflow_button':
        return [{ ...ids, text: textOf(element['text']), action: plainAction(element) }];
      case 'icon_button':
        return isFor(element, person)
          ? [{ ...ids, text: textOf(element['text']), action: plainAction(element) }]
          : [];
      case 'feedback_buttons':
        return [element['positive_button'], element['negative_button']].filter(isObject).map((button) => ({
          ...ids,
          text: textOf(button['text']),
          action: { text: button['text'], value: button['value'] },
        }));
      case 'overflow':
        return optionsOf(element).map((option) => ({
          ...ids,
          text: textOf(option['text']),
          action: { selected_option: option },
        }));
      default:
        return [];
    }
  });
}

/** The field with this label, placeholder or action_id; throws naming those there are. */
export function fieldOf(blocks: unknown, wanted: Wanted): Field {
  const fields = fieldsOf(blocks);
  if (typeof wanted !== 'string') {
    const exact = fields.find((field) => isAt(field, wanted));
    return exact ?? cannot(`There is no field '${nameOf(wanted)}'`, names(fields));
  }
  const byId = fields.find(({ actionId }) => actionId === wanted);
  const named = fields.filter(
    ({ label, element }) => label === wanted || textOf(element['placeholder']) === wanted,
  );
  const [first, second] = named;
  if (second && !byId) cannot(`More than one field is labelled '${wanted}'; use an action_id`, names(named));
  return byId ?? first ?? cannot(`There is no field '${wanted}'`, names(fields));
}

/** The button with this text or action_id; throws naming those there are. */
export function buttonOf(blocks: unknown, wanted: Wanted, person: string): Button {
  const buttons = buttonsOf(blocks, person);
  if (typeof wanted !== 'string') {
    const exact = buttons.find((button) => isAt(button, wanted) && hasValue(button, wanted.value));
    return (
      exact ??
      cannot(
        `There is no button '${nameOf(wanted)}'`,
        buttons.map(({ text }) => text),
      )
    );
  }
  const byId = buttons.filter(
    ({ actionId, element }) => actionId === wanted && element['type'] !== 'overflow',
  );
  const byText = buttons.filter(({ text }) => text === wanted);
  const [first, second] = byId.length > 0 ? byId : byText;
  if (second)
    cannot(
      `More than one button is '${wanted}'; use an action_id`,
      byText.map(({ actionId }) => actionId),
    );
  return (
    first ??
    cannot(
      `There is no button '${wanted}'`,
      buttons.map(({ text }) => text),
    )
  );
}

function isAt({ blockId, actionId }: { blockId: string; actionId: string }, wanted: Exactly): boolean {
  return blockId === wanted.blockId && actionId === wanted.actionId;
}

function hasValue({ action }: Button, value: string | undefined): boolean {
  const option = action['selected_option'];
  return value === undefined || (isObject(option) ? option['value'] : action['value']) === value;
}

function names(fields: Field[]): string[] {
  return fields.map(({ label, actionId }) => label || actionId);
}

function placedElements(blocks: unknown): { block: JsonObject; element: JsonObject }[] {
  return allBlocks(blocks, '').flatMap((placed: Placed) =>
    elementsIn(placed)
      .filter(({ value }) => value['type'] !== 'card')
      .map(({ value }) => ({ block: placed.value, element: value })),
  );
}

/** An input has a label; an accessory stands beside its section's text; the rest has a placeholder at most. */
function labelOf(block: JsonObject, element: JsonObject): string {
  const own = textOf(block['label']) || textOf(block['text']) || textOf(objectsIn(block['fields'])[0]);
  return (own || textOf(element['placeholder'])).replaceAll('*', '').trim();
}

function isFor(element: JsonObject, person: string): boolean {
  const only = element['visible_to_user_ids'];
  return !Array.isArray(only) || only.includes(person);
}

function plainAction(element: JsonObject): JsonObject {
  const carried = ['text', 'value', 'url', 'style', 'confirm', 'icon'];
  return Object.fromEntries(
    carried.flatMap((name) => (element[name] === undefined ? [] : [[name, element[name]]])),
  );
}
