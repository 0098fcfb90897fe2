import { isObject } from '../json.ts';
import type { Limit } from '../limits.ts';

/** One thing Slack would refuse; pointer is an RFC 6901 JSON pointer. */
export type Problem = { message: string; pointer: string };

/** Looks at one value and adds what is wrong with it to `found`. */
export type Check = (value: unknown, at: string, found: Problem[]) => void;

export type Fields = Record<string, Check>;

export const anything: Check = () => {};

/** A string of min..max characters, both inclusive. */
export function string(limit?: Limit, min = 1): Check {
  return (value, at, found) => {
    if (typeof value !== 'string') {
      found.push({ message: 'must provide a string', pointer: at });
    } else if (value.length < min) {
      found.push({ message: `must be more than ${min - 1} characters`, pointer: at });
    } else if (limit && value.length > limit.max) {
      found.push({ message: `must be less than ${limit.max + 1} characters`, pointer: at });
    }
  };
}

export const boolean: Check = (value, at, found) => {
  if (typeof value !== 'boolean') found.push({ message: 'must provide a boolean', pointer: at });
};

/** A number of min..max, both inclusive. */
export function number(min = -Infinity, max = Infinity, whole = false): Check {
  return (value, at, found) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      found.push({ message: 'must provide a number', pointer: at });
    } else if (whole && !Number.isInteger(value)) {
      found.push({ message: 'must provide an integer', pointer: at });
    } else if (value < min) {
      found.push({ message: `must be at least ${min}`, pointer: at });
    } else if (value > max) {
      found.push({ message: `must be at most ${max}`, pointer: at });
    }
  };
}

export function oneOf(...values: string[]): Check {
  return (value, at, found) => {
    if (typeof value !== 'string' || !values.includes(value)) {
      found.push({ message: `must be one of: ${values.join(', ')}`, pointer: at });
    }
  };
}

export function matching(pattern: RegExp, message: string): Check {
  return (value, at, found) => {
    if (typeof value !== 'string' || !pattern.test(value)) found.push({ message, pointer: at });
  };
}

/** A list of min..max items, both inclusive, each of which passes `item`. */
export function list(item: Check, max?: Limit, min = 1): Check {
  return (value, at, found) => {
    if (!Array.isArray(value)) {
      found.push({ message: 'must provide an array', pointer: at });
      return;
    }
    if (value.length < min)
      found.push({ message: `no less than ${min} ${plural(min)} allowed`, pointer: at });
    if (max && value.length > max.max) {
      found.push({ message: `no more than ${max.max} ${plural(max.max)} allowed`, pointer: at });
      return;
    }
    value.forEach((each, index) => {
      item(each, `${at}/${index}`, found);
    });
  };
}

function plural(count: number): string {
  return count === 1 ? 'item' : 'items';
}

/** An object with these fields and no others: Slack refuses what it does not know. */
export function record(required: Fields, optional: Fields = {}, also: Check = anything): Check {
  const known: Fields = { ...required, ...optional };
  return (value, at, found) => {
    if (!isObject(value)) {
      found.push({ message: 'must provide an object', pointer: at });
      return;
    }
    for (const name of Object.keys(required)) {
      if (value[name] === undefined) found.push({ message: `missing required field: ${name}`, pointer: at });
    }
    for (const [name, field] of Object.entries(value)) {
      if (field === undefined) continue;
      const check = Object.hasOwn(known, name) ? known[name] : undefined;
      if (check) check(field, `${at}/${name}`, found);
      else found.push({ message: `invalid additional property: ${name}`, pointer: at });
    }
    also(value, at, found);
  };
}

/** Like `record`, for objects that carry a `type`; the type itself is looked at by `byType`. */
export function typed(required: Fields, optional: Fields = {}, also: Check = anything): Check {
  return record(required, { type: anything, ...optional }, also);
}

/** Chooses the check by the object's `type`. */
export function byType(kinds: Fields): Check {
  return (value, at, found) => {
    if (!isObject(value)) {
      found.push({ message: 'must provide an object', pointer: at });
      return;
    }
    const type = value['type'];
    if (typeof type !== 'string') {
      found.push({ message: 'missing required field: type', pointer: at });
      return;
    }
    const check = Object.hasOwn(kinds, type) ? kinds[type] : undefined;
    if (check) check(value, at, found);
    else found.push({ message: `unsupported type: ${type}`, pointer: `${at}/type` });
  };
}

/** Exactly one of the two fields has to be there. */
export function either(one: string, other: string, both: 'allowed' | 'refused'): Check {
  return (value, at, found) => {
    if (!isObject(value)) return;
    const count = Number(value[one] !== undefined) + Number(value[other] !== undefined);
    if (count === 0) found.push({ message: `must define either \`${one}\` or \`${other}\``, pointer: at });
    if (count === 2 && both === 'refused') {
      found.push({ message: `must define only one of \`${one}\` or \`${other}\``, pointer: at });
    }
  };
}

export function every(...checks: Check[]): Check {
  return (value, at, found) => {
    for (const check of checks) check(value, at, found);
  };
}
