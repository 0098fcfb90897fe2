import { expect } from 'vitest';
import { isObject } from '../../../demo/slack/json.ts';
import { validateMessage, validateView } from '../../../demo/slack/validate.ts';
import { inaccessible } from '../../support/accessible.ts';

/** Every text that a person reads or has read out to them. */
export function wordsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, each]) => {
    const isShown = name === 'text' || name === 'accessibility_label' || name === 'alt_text';
    return typeof each === 'string' ? (isShown ? [each] : []) : wordsIn(each);
  });
}

const signsOfData: readonly [string, RegExp][] = [
  ['an id', /\b[0-9a-f]{24}\b/],
  ['an instant', /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/],
  ['a value that is none', /\b(?:undefined|NaN|null|Infinity)\b|\[object /],
  ['a double space or comma', /,\s*,|\(\s*\)|: *;/],
  ['a ping', /<!|<@[^U]/],
  ['half a letter', /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/],
  ['half an escape', /&(?!amp;|lt;|gt;)/],
];

/** A text as a person may read it: nothing of the machinery shows. */
export function expectReadable(text: string): void {
  for (const [what, sign] of signsOfData) {
    expect(sign.test(text) ? `${what} in "${text.slice(0, 300)}"` : '').toBe('');
  }
  expect(text.trim()).not.toBe('');
}

interface AnyMessage {
  text: string;
  blocks: unknown[];
}

/** A message that Slack takes and a person can read, and of which the text alone says something. */
export function expectGoodMessage(message: AnyMessage): void {
  expect(validateMessage(message)).toEqual([]);
  for (const words of [message.text, ...mrkdwnIn(message.blocks)]) expectReadable(words);
  expectNamed(message.blocks);
  expect(inaccessible(message)).toEqual([]);
}

/** A modal or Home that Slack takes and a person can read. */
export function expectGoodView(view: { blocks: unknown[] }): void {
  expect(validateView(view)).toEqual([]);
  for (const words of mrkdwnIn(view.blocks)) expectReadable(words);
  expectNamed(view.blocks);
  expect(inaccessible(view)).toEqual([]);
}

/** The texts in which Slack reads markup; in plain ones a `&` is itself. */
function mrkdwnIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(mrkdwnIn);
  if (!isObject(value)) return [];
  if (value['type'] === 'mrkdwn' && typeof value['text'] === 'string') return [value['text']];
  return Object.values(value).flatMap(mrkdwnIn);
}

/** Each text, plain ones too, says something and shows no sign of data. */
function expectNamed(blocks: unknown[]): void {
  for (const words of wordsIn(blocks)) {
    expect(words.trim()).not.toBe('');
    for (const [what, sign] of signsOfData.slice(0, 3)) {
      expect(sign.test(words) ? `${what} in "${words.slice(0, 300)}"` : '').toBe('');
    }
    expect(words).not.toMatch(/[\uD800-\uDBFF]$/);
  }
}
