/** Reading JSON that somebody else wrote: nothing is assumed of its shape. */
export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value when it is an object, else an empty one. */
export function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

export function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

export function objectsIn(value: unknown): JsonObject[] {
  return asList(value).filter(isObject);
}

export function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The text of a text object, '' when there is none. */
export function textOf(value: unknown): string {
  return asText(asObject(value)['text']);
}

/** The parsed value, or undefined when the text is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
