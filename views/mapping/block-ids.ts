import { special } from '../../src/departments/fresh-choices.ts';
import { fields } from '../ids.ts';

/*
 * The names of the form's blocks. `round` is part of them once it is above 0: Slack keeps what a person's client holds for
 * blocks of the same name, also where the form has something else to show.
 */

export const storeBlock = (storeId: string, round = 0) => named('store', storeId, round);

/** The block in which a store's choice is spelled out. */
export function detailBlock(storeId: string, choice: string | null, round = 0): string {
  return named(choice === special.split ? 'shares' : 'name', storeId, round);
}

export const fromBlock = (round: number) => inRound(fields.from, round);

export const queryBlock = (round: number) => inRound(fields.query, round);

function named(kind: string, storeId: string, round: number): string {
  return inRound(`${kind}:${storeId}`, round);
}

function inRound(name: string, round: number): string {
  return round === 0 ? name : `${name}@${round}`;
}
