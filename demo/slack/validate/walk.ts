import type { JsonObject } from '../json.ts';
import { isObject } from '../json.ts';

export type Placed = { value: JsonObject; pointer: string };

const nests = ['child_blocks', 'tasks'];

/** Every block, those inside containers too, with its place. */
export function allBlocks(blocks: unknown, at: string): Placed[] {
  return objectsAt(blocks, at).flatMap((placed) => [
    placed,
    ...nests.flatMap((name) => allBlocks(placed.value[name], `${placed.pointer}/${name}`)),
  ]);
}

/** The interactive elements of one block (not of the blocks inside it), with their places. */
export function elementsIn({ value, pointer }: Placed): Placed[] {
  const single = ['accessory', 'element'].flatMap((name) => {
    const element = value[name];
    return isObject(element) ? [{ value: element, pointer: `${pointer}/${name}` }] : [];
  });
  const listed = ['elements', 'actions'].flatMap((name) => objectsAt(value[name], `${pointer}/${name}`));
  const inCards = listed.flatMap((placed) => (placed.value['type'] === 'card' ? elementsIn(placed) : []));
  return [...single, ...listed, ...inCards];
}

function objectsAt(values: unknown, at: string): Placed[] {
  if (!Array.isArray(values)) return [];
  return values.flatMap((value: unknown, index) =>
    isObject(value) ? [{ value, pointer: `${at}/${index}` }] : [],
  );
}

/** The number of characters in all texts below a value. */
export function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + textLength(each), 0);
  if (!isObject(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [name, each]) =>
      sum + (name === 'text' && typeof each === 'string' ? each.length : textLength(each)),
    0,
  );
}

export function ofType(blocks: Placed[], ...types: string[]): Placed[] {
  return blocks.filter(({ value }) => types.includes(String(value['type'])));
}
