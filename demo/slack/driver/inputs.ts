import type { JsonObject } from '../json.ts';
import { asText } from '../json.ts';
import type { View } from '../world/types.ts';
import { isEmptyValue } from '../world/values.ts';
import { cannot } from './cannot.ts';
import type { Field } from './fields.ts';
import { fieldsOf } from './fields.ts';

/** Throws for what Slack itself stops at the submit button: empty required inputs, too short, not a number. */
export function checkInputs(view: View): void {
  const inputs = fieldsOf(view.content['blocks']).filter(({ isInput }) => isInput);
  const complaints = inputs.flatMap((field) => {
    const complaint = complain(field, view.values[field.blockId]?.[field.actionId] ?? {});
    return complaint === undefined ? [] : [`'${field.label}' ${complaint}`];
  });
  if (complaints.length > 0) cannot(`The form does not go through: ${complaints.join('; ')}`);
}

function complain({ element, isOptional }: Field, held: JsonObject): string | undefined {
  if (isEmptyValue(held)) return isOptional ? undefined : 'is required';
  const text = asText(held['value']);
  switch (element['type']) {
    case 'plain_text_input': {
      const least = Number(element['min_length'] ?? 0);
      return text.length < least ? `needs at least ${least} characters` : undefined;
    }
    case 'email_text_input':
      return /^\S+@\S+\.\S+$/.test(text) ? undefined : 'is not an email address';
    case 'url_text_input':
      return URL.canParse(text) ? undefined : 'is not a URL';
    case 'number_input':
      return complainOfNumber(element, text);
    default:
      return undefined;
  }
}

function complainOfNumber(element: JsonObject, text: string): string | undefined {
  const number = Number(text);
  if (text.trim() === '' || Number.isNaN(number)) return 'is not a number';
  if (element['is_decimal_allowed'] !== true && !Number.isInteger(number)) return 'is not a whole number';
  if (number < Number(element['min_value'] ?? -Infinity))
    return `is less than ${String(element['min_value'])}`;
  if (number > Number(element['max_value'] ?? Infinity))
    return `is more than ${String(element['max_value'])}`;
  return undefined;
}
