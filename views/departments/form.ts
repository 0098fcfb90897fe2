import type { Button, KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import { z } from 'zod';
import type { DepartmentWithStores } from '../../src/departments/list-departments.ts';
import { longestStoredName } from '../../src/departments/name.ts';
import type { Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { asText, button, buttons, cut, option, plain, section } from '../blocks.ts';
import { actions, callbacks, fields } from '../ids.ts';
import { modal } from '../modal.ts';
import { nameList } from '../name-list.ts';
import { pageValue } from './pages.ts';

/** What is chosen for the place of the first one. */
export const firstPlace = 'first';

/** What the form knows of the department when it is shown. */
export const shownDepartment = z.object({
  id: z.string(),
  name: z.string(),
  /** Behind which one it stands, or `first`. */
  place: z.string(),
});
export type ShownDepartment = z.infer<typeof shownDepartment>;

export interface FormLook {
  department: DepartmentWithStores;
  /** The one before it in the list; none: it is the first. */
  before: DepartmentWithStores | undefined;
  /** What was done just now, or was not, as mrkdwn. */
  note?: string | undefined;
}

/** One department: its name, its place, and the ways to merge and archive it. */
export function departmentForm({ department, before, note }: FormLook, language: Language): ModalView {
  const say = texts(language).department;
  const { id, name, stores } = department;
  const place = placeOption(before, language);
  const shown: ShownDepartment = { id, name, place: place.value ?? firstPlace };
  return modal(
    {
      callback: callbacks.department,
      title: say.title,
      submit: say.save,
      metadata: JSON.stringify(shown),
      blocks: [
        ...(note === undefined ? [] : [section(note)]),
        section(
          `*${asText(name)}*\n${stores.length > 0 ? say.stores(nameList(stores, language)) : say.noStores}`,
        ),
        {
          type: 'input',
          block_id: `${fields.name}:${id}`,
          label: plain(say.name),
          hint: plain(say.nameHint),
          element: {
            type: 'plain_text_input',
            action_id: actions.input,
            max_length: longestStoredName,
            initial_value: name,
          },
        },
        {
          type: 'input',
          block_id: `${fields.place}:${id}`,
          label: plain(say.place),
          element: {
            type: 'external_select',
            action_id: actions.placeDepartment,
            min_query_length: 0,
            initial_option: place,
          },
        },
        ...ways(department, language),
      ],
    },
    language,
  );
}

/** A place in the list: behind a department, or first. */
export function placeOption(
  before: Pick<DepartmentWithStores, 'id' | 'name'> | undefined,
  language: Language,
): PlainTextOption {
  const say = texts(language).department;
  return before ? option(say.after(before.name), before.id) : option(say.first, firstPlace);
}

function ways({ id, name, stores }: DepartmentWithStores, language: Language): KnownBlock[] {
  const say = texts(language).department;
  const back = button({
    action: actions.showDepartments,
    text: say.back,
    value: pageValue({ list: 'active', page: 0 }),
  });
  const merge = button({ action: actions.openMerge, text: say.merge, value: id });
  if (stores.length === 0) return [buttons(merge, archiveButton({ id, name }, language), back)];
  return [section(say.hasStores(nameList(stores, language))), buttons(merge, back)];
}

function archiveButton({ id, name }: { id: string; name: string }, language: Language): Button {
  const { department: say, common } = texts(language);
  return {
    ...button({ action: actions.archiveDepartment, text: say.archive, value: id }),
    confirm: {
      title: plain(say.archiveTitle),
      text: plain(cut(say.archiveQuestion(name), 300)),
      confirm: plain(say.archive),
      deny: plain(common.cancel),
    },
  };
}
