import type { KnownBlock } from '@slack/types';
import type { MappingForm } from '../../src/departments/mapping-form.ts';
import type { ChangedMeanwhile, Said } from '../../src/departments/rebase.ts';
import { type Language, timeText } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { asText, button, fitting, plain, section, sections } from '../blocks.ts';
import { actions } from '../ids.ts';

/** How many characters the list of what others changed may take. */
const roomForChanges = 5_000;

/** Reminds of choices that are kept and not saved, and offers to drop them. */
export function unsavedBlocks(
  { unsaved, isResumed = false, search, zone }: MappingForm & { isResumed?: boolean },
  language: Language,
): KnownBlock[] {
  // Where all stores fit on one page, everything is in sight while one chooses.
  if (!unsaved || (!isResumed && search === null)) return [];
  const { mappingDraft, common } = texts(language);
  const text = mappingDraft.unsaved(unsaved.stores, timeText(unsaved.at, zone, language));
  return [
    section(text, {
      ...button({ action: actions.dropDraft, text: mappingDraft.drop }),
      confirm: {
        title: plain(mappingDraft.dropTitle),
        text: plain(mappingDraft.dropQuestion),
        confirm: plain(mappingDraft.dropShort),
        deny: plain(common.cancel),
      },
    }),
  ];
}

/** What others changed while the form was open: what it was, what it is, who did it, and what saving would do. */
export function changedBlocks(
  { changes = [], zone }: { changes?: readonly ChangedMeanwhile[] } & Pick<MappingForm, 'zone'>,
  language: Language,
): KnownBlock[] {
  if (changes.length === 0) return [];
  const { mappingDraft } = texts(language);
  const lines = changes.map((change) => changedLine(change, { zone, language }));
  return sections([
    mappingDraft.changedTitle,
    ...fitting(lines, roomForChanges, (left) => mappingDraft.moreChanged(left)),
  ]);
}

function changedLine(
  { name, before, now, chosen, by, at }: ChangedMeanwhile,
  { zone, language }: { zone: string; language: Language },
): string {
  const { mappingDraft } = texts(language);
  const time = timeText(at, zone, language);
  const words = [asText(name), saidText(before, language), saidText(now, language)] as const;
  // The command line maps as `operator`, who is nobody in Slack.
  const line = /^[UW][A-Z0-9]+$/.test(by)
    ? mappingDraft.changed(...words, by, time)
    : mappingDraft.changedByOperator(...words, time);
  return chosen ? `${line} ${mappingDraft.yours(saidText(chosen, language))}` : line;
}

function saidText({ kind, name }: Said, language: Language): string {
  const { mappingDraft } = texts(language);
  if (kind === 'none') return mappingDraft.nobody;
  if (kind === 'ignored') return mappingDraft.ignored;
  return name.trim() === '' ? '–' : asText(name);
}
