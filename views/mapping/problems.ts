import type { ViewOutput } from '@slack/bolt';
import type { MappingDraft } from '../../models/mapping-draft.ts';
import type { DraftProblem } from '../../src/departments/draft-problems.ts';
import { keepDraft, pageSize } from '../../src/departments/mapping-draft.ts';
import { mappingForm } from '../../src/departments/mapping-form.ts';
import type { Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { Request } from '../answering.ts';
import type { Submit } from '../timely-ack.ts';
import { detailBlock, storeBlock } from './block-ids.ts';
import { mappingModal } from './blocks.ts';

interface Wrong {
  draft: MappingDraft;
  problems: ReadonlyMap<string, DraftProblem>;
}

/** Points at what will not do; where it is not on the page, shows the page that has it. */
export async function showProblems(
  { context, language }: Pick<Request, 'context' | 'language'>,
  { draft, problems, view, ack }: Wrong & { view: ViewOutput; ack: Submit['ack'] },
): Promise<void> {
  const errors = errorsOn(view, { draft, problems }, language);
  if (Object.keys(errors).length > 0) return ack({ response_action: 'errors', errors });
  const first = draft.choices.findIndex(({ storeId }) => problems.has(storeId));
  const page = Math.floor(first / pageSize);
  const moved = await keepDraft(context, draft, {
    ...{ page, query: '', onlyUnmapped: false },
    round: draft.round + 1,
  });
  const problem = wordsFor(problems.get(draft.choices[first]?.storeId ?? ''), language);
  const form = { ...(await mappingForm(context, moved)), problem };
  await ack({ response_action: 'update', view: mappingModal(form, language) });
}

/** The problems on the page that is shown, by the block that can mend them. */
function errorsOn(
  { state }: ViewOutput,
  { draft, problems }: Wrong,
  language: Language,
): Record<string, string> {
  const errors = draft.choices.flatMap(({ storeId, choice }): [string, string][] => {
    const problem = problems.get(storeId);
    if (!problem) return [];
    const block =
      problem === 'gone' ? storeBlock(storeId, draft.round) : detailBlock(storeId, choice, draft.round);
    return block in state.values ? [[block, wordsFor(problem, language)]] : [];
  });
  return Object.fromEntries(errors);
}

function wordsFor(problem: DraftProblem | undefined, language: Language): string {
  const { mapping, mappingDraft } = texts(language);
  switch (problem) {
    case 'too-long':
      return mapping.nameTooLong;
    case 'shares':
      return mapping.sharesWrong;
    case 'archived':
      return mappingDraft.archivedName;
    case 'gone':
      return mappingDraft.gone;
    default:
      return mapping.nameMissing;
  }
}
