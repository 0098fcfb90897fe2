import type { Texts } from '../../../src/language/texts.ts';

/** One text: where it stands, such as `mapping.title`, and what it is. */
export interface Leaf {
  path: string;
  text: string | ((...values: unknown[]) => unknown);
}

/** Every text of a language, in the order in which it is written down. */
export function leavesOf(texts: Texts): Leaf[] {
  return leavesIn(texts, '');
}

function leavesIn(branch: object, before: string): Leaf[] {
  return Object.entries(branch).flatMap(([key, each]: [string, unknown]): Leaf[] => {
    const path = before === '' ? key : `${before}.${key}`;
    if (isText(each)) return [{ path, text: each }];
    if (typeof each === 'object' && each !== null) return leavesIn(each, path);
    throw new Error(`${path} is no text`);
  });
}

function isText(value: unknown): value is Leaf['text'] {
  return typeof value === 'string' || typeof value === 'function';
}

/** What these texts are given where words will not do. */
const special: Record<string, readonly unknown[]> = {
  reason: ['voided', 12],
};

/** The values that a text is given to try it: each is seen again where it was put. */
export function samplesFor({ path, text }: Leaf): readonly unknown[] {
  if (typeof text === 'string') return [];
  return special[path] ?? Array.from({ length: text.length }, (_, index) => `VALUE${index}`);
}

/** A text with its values in it. */
export function said(leaf: Leaf, values: readonly unknown[] = samplesFor(leaf)): unknown {
  return typeof leaf.text === 'string' ? leaf.text : leaf.text(...values);
}
