import type { KnownBlock, ModalView } from '@slack/types';
import type { DepartmentList, DepartmentWithStores } from '../../src/departments/list-departments.ts';
import { longestStoredName } from '../../src/departments/name.ts';
import type { Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { asText, button, buttons, plain, section } from '../blocks.ts';
import { actions, callbacks, fields } from '../ids.ts';
import { modal } from '../modal.ts';
import { nameList } from '../name-list.ts';
import { pageOf, pageValue, pagingBlocks } from './pages.ts';

/** How many characters the stores of one department may take in the list. */
const roomForStores = 400;

export interface ListLook {
  list: DepartmentList;
  page?: number;
  /** What was done just now, as mrkdwn. */
  note?: string | undefined;
}

/** The departments in use with their stores, the way to change each, and a field that adds one. */
export function departmentsModal({ list, page = 0, note }: ListLook, language: Language): ModalView {
  const say = texts(language).departments;
  const { active } = list;
  const shown = pageOf(active, page);
  return modal(
    {
      callback: callbacks.departments,
      title: say.title,
      submit: say.add,
      blocks: [
        ...(note === undefined ? [] : [section(note)]),
        ...(shown.pages > 1 ? [finder(language)] : []),
        ...(active.length === 0 ? [section(say.none)] : shown.rows.map((row) => rowOf(row, language))),
        ...pagingBlocks({ ...shown, list: 'active', all: active.length }, language),
        ...listButtons(list, language),
        {
          type: 'input',
          // Another block after each addition: else Slack would keep the name just added in the box.
          block_id: `${fields.name}:${active.length}`,
          label: plain(say.name),
          element: {
            type: 'plain_text_input',
            action_id: actions.input,
            max_length: longestStoredName,
            placeholder: plain(say.placeholder),
          },
        },
      ],
    },
    language,
  );
}

/** The archived departments, each with the way back. */
export function archivedModal({ list, page = 0, note }: ListLook, language: Language): ModalView {
  const { archivedDepartments: say, department } = texts(language);
  const { archived } = list;
  const shown = pageOf(archived, page);
  const rows = shown.rows.map(({ id, name }) =>
    section(
      `*${asText(name)}*`,
      button({
        action: actions.restoreDepartment,
        text: say.restore,
        value: id,
        label: say.restoreLabel(name),
      }),
    ),
  );
  return modal(
    {
      callback: callbacks.notice,
      title: say.title,
      blocks: [
        ...(note === undefined ? [] : [section(note)]),
        section(archived.length === 0 ? say.none : say.intro),
        ...rows,
        ...pagingBlocks({ ...shown, list: 'archived', all: archived.length }, language),
        buttons(
          button({
            action: actions.showDepartments,
            text: department.back,
            value: pageValue({ list: 'active', page: 0 }),
          }),
        ),
      ],
    },
    language,
  );
}

function rowOf({ id, name, stores }: DepartmentWithStores, language: Language): KnownBlock {
  const say = texts(language).departments;
  const names = stores.length > 0 ? nameList(stores, language, roomForStores) : say.noStores;
  return section(
    say.line(asText(name), names),
    button({ action: actions.openDepartment, text: say.change, value: id, label: say.changeLabel(name) }),
  );
}

/** Leads straight to one of many departments. */
function finder(language: Language): KnownBlock {
  const say = texts(language).departments;
  return buttons({
    type: 'external_select',
    action_id: actions.pickDepartment,
    placeholder: plain(say.find),
    min_query_length: 0,
  });
}

function listButtons({ archived, isOrdered }: DepartmentList, language: Language): KnownBlock[] {
  const { departments: say, common } = texts(language);
  const sort = {
    ...button({ action: actions.sortDepartments, text: say.sort }),
    confirm: {
      title: plain(say.sortTitle),
      text: plain(say.sortQuestion),
      confirm: plain(say.sort),
      deny: plain(common.cancel),
    },
  };
  const shelf = button({
    action: actions.showArchived,
    text: say.archivedButton(archived.length),
    value: pageValue({ list: 'archived', page: 0 }),
  });
  const offered = [...(isOrdered ? [sort] : []), ...(archived.length > 0 ? [shelf] : [])];
  return offered.length > 0 ? [buttons(...offered)] : [];
}
