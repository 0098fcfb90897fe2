import type { KnownBlock } from '@slack/types';
import type { StoreSearch } from '../../src/departments/mapping-form.ts';
import { count, type Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { button, buttons, context, plain, section } from '../blocks.ts';
import { actions } from '../ids.ts';
import { queryBlock } from './block-ids.ts';

/** The longest part of a store's name one searches for. */
const longestQuery = 100;

/** Finds stores among many: by a part of their name, or those that are not mapped. */
export function searchBlocks(
  { query, onlyUnmapped, unmapped, all, found }: StoreSearch,
  { round }: { round: number },
  language: Language,
): KnownBlock[] {
  const { storeSearch } = texts(language);
  const isNarrowed = query !== '' || onlyUnmapped;
  const showAll = button({
    action: actions.showAllStores,
    text: storeSearch.all(all),
  });
  const showUnmapped = button({
    action: actions.showUnmapped,
    text: storeSearch.onlyUnmapped(unmapped),
  });
  const nothing = onlyUnmapped && query === '' ? storeSearch.allMapped : storeSearch.none;
  const offered = [
    ...(unmapped > 0 && !onlyUnmapped ? [showUnmapped] : []),
    ...(isNarrowed ? [showAll] : []),
  ];
  return [
    {
      type: 'input',
      block_id: queryBlock(round),
      label: plain(storeSearch.label),
      optional: true,
      dispatch_action: true,
      element: {
        type: 'plain_text_input',
        action_id: actions.findStores,
        max_length: longestQuery,
        placeholder: plain(storeSearch.placeholder),
        dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
        ...(query === '' ? {} : { initial_value: query }),
      },
    },
    ...(offered.length > 0 ? [buttons(...offered)] : []),
    ...(isNarrowed ? [context(storeSearch.found(count(found, language), count(all, language)))] : []),
    ...(found === 0 ? [section(nothing)] : []),
  ];
}
