import type { KnownBlock, ModalView } from '@slack/types';
import type { MappingSummary } from '../../src/departments/mapping-summary.ts';
import { hourText, type Language, list, timeText } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { asText, button, buttons, context, plain, section, sections } from '../blocks.ts';
import { actions, callbacks } from '../ids.ts';
import { modal } from '../modal.ts';

/** What is set up now, when the first import runs, and the button that does not wait for it. */
export function mappingDoneModal(summary: MappingSummary, language: Language): ModalView {
  const { mapping } = texts(language);
  const stores = summary.departments.reduce((sum, department) => sum + department.stores.length, 0);
  const names = (of: readonly string[]) => asText(list(of, language));
  return modal(
    {
      callback: callbacks.mappingDone,
      title: mapping.doneTitle,
      blocks: [
        section(mapping.saved(stores, summary.departments.length)),
        ...sections([
          ...summary.departments.map((department) =>
            mapping.departmentLine(asText(department.name), names(department.stores)),
          ),
          ...(summary.ignored.length > 0 ? [mapping.ignoredLine(names(summary.ignored))] : []),
          ...(summary.unmapped.length > 0 ? [mapping.leftOver(names(summary.unmapped))] : []),
        ]),
        ...nextSteps(summary, language),
        ...olderDays(summary, language),
        ...channelChoice(summary, language),
      ],
    },
    language,
  );
}

function nextSteps({ nextImport, linkId }: MappingSummary, language: Language): KnownBlock[] {
  const { mapping } = texts(language);
  if (!nextImport) return [section(mapping.noImport)];
  return [
    section(mapping.firstImport(timeText(nextImport.at, nextImport.zone, language))),
    buttons(button({ action: actions.importNow, text: mapping.importNow, value: linkId, style: 'primary' })),
  ];
}

/** Offered until it was taken up once: a shop that begins with an empty past misses it later. */
function olderDays({ mayBackfill, nextImport, linkId }: MappingSummary, language: Language): KnownBlock[] {
  if (!mayBackfill || !nextImport) return [];
  const { olderDays: say } = texts(language);
  return [section(say.offer, button({ action: actions.openBackfill, text: say.button, value: linkId }))];
}

function channelChoice({ channel }: MappingSummary, language: Language): KnownBlock[] {
  const { mapping, settings } = texts(language);
  if (channel) return [context(mapping.digestGoesTo(channel.channelId, hourText(channel.hour, language)))];
  return [
    section(`*${mapping.digestChannel}*`),
    buttons({
      type: 'conversations_select',
      action_id: actions.chooseChannel,
      placeholder: plain(mapping.channelPlaceholder),
      filter: { include: ['public', 'private'], exclude_bot_users: true },
    }),
    context(settings.channelHint),
  ];
}
