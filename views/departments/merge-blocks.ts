import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { MergePreview } from '../../src/departments/preview-merge.ts';
import type { Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { channelNames, listLine } from '../access/summary.ts';
import { asText, button, buttons, plain, section } from '../blocks.ts';
import { actions, callbacks, fields } from '../ids.ts';
import { modal } from '../modal.ts';
import { pageValue } from './pages.ts';

/** What the merge forms carry along. */
export const mergeShown = z.object({ from: z.string(), into: z.string().optional() });

interface Named {
  id: string;
  name: string;
}

/** Asks into which department another one should go. */
export function mergeIntoModal(
  { from, isAlone, note }: { from: Named; isAlone: boolean; note?: string | undefined },
  language: Language,
): ModalView {
  const { merge: say, department } = texts(language);
  const notes = note === undefined ? [] : [section(note)];
  const look = { callback: callbacks.mergeInto, title: say.title };
  const back = button({
    action: actions.showDepartments,
    text: department.back,
    value: pageValue({ list: 'active', page: 0 }),
  });
  if (isAlone) return modal({ ...look, blocks: [...notes, section(say.alone), buttons(back)] }, language);
  return modal(
    {
      ...look,
      submit: say.next,
      metadata: JSON.stringify({ from: from.id }),
      blocks: [
        ...notes,
        section(say.intro(asText(from.name))),
        {
          type: 'input',
          block_id: fields.into,
          label: plain(say.into),
          element: {
            type: 'external_select',
            action_id: actions.mergeInto,
            min_query_length: 0,
            placeholder: plain(say.placeholder),
          },
        },
        buttons(back),
      ],
    },
    language,
  );
}

/** Says what a merge moves and who will see it, and asks once more. */
export function mergeConfirmModal(
  { from, into, preview }: { from: Named; into: Named; preview: MergePreview },
  language: Language,
): ModalView {
  const say = texts(language).merge;
  const { extent, access, channels } = preview;
  const name = asText(into.name);
  return modal(
    {
      callback: callbacks.mergeConfirm,
      title: say.title,
      submit: say.confirm,
      metadata: JSON.stringify({ from: from.id, into: into.id }),
      blocks: [
        section(say.question(asText(from.name), name)),
        section(say.extent(extent.stores, extent.days)),
        ...(access === null ? [] : [section(say.access(name, listLine(access, language)))]),
        ...(channels.length === 0 ? [] : [section(say.channels(name, channelNames(channels, language)))]),
        section(say.forever),
        buttons(button({ action: actions.openMerge, text: say.another, value: from.id })),
      ],
    },
    language,
  );
}
