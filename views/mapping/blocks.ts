import type { KnownBlock, ModalView } from '@slack/types';
import type { MappingForm } from '../../src/departments/mapping-form.ts';
import type { ChangedMeanwhile } from '../../src/departments/rebase.ts';
import type { Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { asText, button, buttons, context, plain, section } from '../blocks.ts';
import { actions, callbacks } from '../ids.ts';
import { modal } from '../modal.ts';
import { fromBlock } from './block-ids.ts';
import { changedBlocks, unsavedBlocks } from './notes.ts';
import { rowsOf } from './rows.ts';
import { searchBlocks } from './search.ts';

export interface MappingFormLook extends MappingForm {
  /** What keeps it from being saved. */
  problem?: string;
  /** What others changed since the person looked. */
  changes?: readonly ChangedMeanwhile[];
  /** Whether it was closed before with choices in it. */
  isResumed?: boolean;
}

/** The form that says to which department each store belongs: one page of it. */
export function mappingModal(form: MappingFormLook, language: Language): ModalView {
  const { mapping, common } = texts(language);
  const { search, rows, problem } = form;
  if (rows.length === 0 && search === null) {
    const blocks = [section(mapping.noStores)];
    return modal({ callback: callbacks.mapping, title: mapping.title, blocks }, language);
  }
  const blocks = [
    section(mapping.intro(asText(form.account))),
    ...(problem === undefined ? [] : [section(`:warning: ${problem}`)]),
    ...changedBlocks(form, language),
    ...unsavedBlocks(form, language),
    ...(search ? searchBlocks(search, { round: form.round }, language) : []),
    ...rowsOf(form, language),
    ...fromPicker(form, language),
    ...paging(form, language),
  ];
  const look = { callback: callbacks.mapping, title: mapping.title, submit: common.save, blocks };
  // What is typed and not chosen yet comes with the closing.
  return { ...modal({ ...look, metadata: form.draftId }, language), notify_on_close: true };
}

/** From which day changes count; asked once there is something to change. */
function fromPicker({ from, today, round }: MappingForm, language: Language): KnownBlock[] {
  if (from === null) return [];
  const { mapping } = texts(language);
  return [
    {
      type: 'input',
      block_id: fromBlock(round),
      label: plain(mapping.from),
      hint: plain(mapping.fromHint),
      element: { type: 'datepicker', action_id: actions.input, initial_date: from < today ? from : today },
    },
  ];
}

function paging({ page, pages }: MappingForm, language: Language): KnownBlock[] {
  if (pages <= 1) return [];
  const { mapping } = texts(language);
  const before = button({
    action: actions.previousStores,
    text: mapping.previousPage,
    value: String(page - 1),
  });
  const after = button({ action: actions.nextStores, text: mapping.nextPage, value: String(page + 1) });
  return [
    context(mapping.page(page + 1, pages)),
    buttons(...(page > 0 ? [before] : []), ...(page < pages - 1 ? [after] : [])),
  ];
}
