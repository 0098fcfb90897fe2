import type { Limit } from '../limits.ts';
import { limits } from '../limits.ts';
import type { Problem } from './check.ts';
import type { Placed } from './walk.ts';
import { allBlocks, elementsIn, ofType, textLength } from './walk.ts';

/** What no block can know alone: ids used twice, and how much there is of a kind. */
export function checkTogether(blocks: unknown, at: string): Problem[] {
  const all = allBlocks(blocks, at);
  return [
    ...usedTwice('block_id', all),
    ...all.flatMap((block) => usedTwice('action_id', elementsIn(block))),
    ...tooMany(ofType(all, 'data_visualization'), limits.chartsInMessage, 'data_visualization blocks'),
    ...tooMany(ofType(all, 'table', 'data_table'), limits.tablesInMessage, 'table blocks'),
    ...tooLong(ofType(all, 'table', 'data_table'), limits.tableText),
    ...tooLong(ofType(all, 'markdown'), limits.markdownText),
    ...tooMany(focused(all), limits.focusOnLoad, 'elements with focus_on_load'),
  ];
}

function usedTwice(name: 'block_id' | 'action_id', placed: Placed[]): Problem[] {
  const seen = new Set<string>();
  return placed.flatMap(({ value, pointer }) => {
    const id = value[name];
    if (typeof id !== 'string') return [];
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ message: `\`${name}\` "${id}" already exists`, pointer: `${pointer}/${name}` }];
  });
}

function tooMany(placed: Placed[], limit: Limit, what: string): Problem[] {
  return placed
    .slice(limit.max)
    .map(({ pointer }) => ({ message: `no more than ${limit.max} ${what} allowed`, pointer }));
}

/** Counted over all blocks of the kind together. */
function tooLong(placed: Placed[], limit: Limit): Problem[] {
  const length = placed.reduce((sum, { value }) => sum + textLength([value]), 0);
  const last = placed.at(-1);
  if (!last || length <= limit.max) return [];
  return [{ message: `must be less than ${limit.max + 1} characters together`, pointer: last.pointer }];
}

function focused(blocks: Placed[]): Placed[] {
  return blocks.flatMap(elementsIn).filter(({ value }) => value['focus_on_load'] === true);
}
