import type { ViewOutput } from '@slack/bolt';
import { z } from 'zod';
import type { DraftChoice, MappingDraft } from '../../models/mapping-draft.ts';
import type { DraftChange } from '../../src/departments/mapping-draft.ts';
import { actions } from '../ids.ts';
import { detailBlock, fromBlock, queryBlock, storeBlock } from './block-ids.ts';

const element = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_date: z.iso.date().nullish(),
});
const formState = z.record(z.string(), z.record(z.string(), element));

/** What the page says now: of its stores, and of the day from which it counts. */
export function readState(view: Pick<ViewOutput, 'state'>, draft: MappingDraft): DraftChange {
  const values = formState.parse(view.state.values);
  const from = values[fromBlock(draft.round)]?.[actions.input]?.selected_date;
  return { shown: shownChoices(values, draft), ...(from ? { from } : {}) };
}

/** What is typed in the box that finds stores. */
export function readQuery(view: Pick<ViewOutput, 'state'>, { round }: MappingDraft): string {
  const values = formState.parse(view.state.values);
  return values[queryBlock(round)]?.[actions.findStores]?.value ?? '';
}

function shownChoices(
  values: z.infer<typeof formState>,
  { choices, round }: MappingDraft,
): Pick<DraftChoice, 'storeId' | 'choice' | 'newName'>[] {
  return choices.flatMap(({ storeId, choice, newName }) => {
    const select = values[storeBlock(storeId, round)]?.[actions.mapStore];
    if (!select) return [];
    const chosen = select.selected_option?.value ?? null;
    const typed = values[detailBlock(storeId, chosen, round)]?.[actions.input]?.value;
    // A name typed for a new department is no list of shares, nor the other way round.
    const before = chosen === choice ? newName : null;
    return [{ storeId, choice: chosen, newName: typed ?? before }];
  });
}
