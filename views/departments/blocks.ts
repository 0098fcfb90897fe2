import type { ModalView } from '@slack/types';
import type { DepartmentWithStores } from '../../src/departments/list-departments.ts';
import { longestName } from '../../src/departments/name.ts';
import { type Language, list } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { asText, plain, section, sections } from '../blocks.ts';
import { actions, callbacks, fields } from '../ids.ts';
import { modal } from '../modal.ts';

/** The departments with their stores, and a field that adds one. */
export function departmentsModal(
  departments: readonly DepartmentWithStores[],
  language: Language,
): ModalView {
  const say = texts(language).departments;
  const lines = departments.map(({ name, stores }) =>
    say.line(asText(name), stores.length > 0 ? asText(list(stores, language)) : say.noStores),
  );
  return modal(
    {
      callback: callbacks.departments,
      title: say.title,
      submit: say.add,
      blocks: [
        ...(lines.length > 0 ? sections(lines) : [section(say.none)]),
        {
          type: 'input',
          // Another block after each addition: else Slack would keep the name just added in the box.
          block_id: `${fields.name}:${departments.length}`,
          label: plain(say.name),
          element: {
            type: 'plain_text_input',
            action_id: actions.input,
            max_length: longestName,
            placeholder: plain(say.placeholder),
          },
        },
      ],
    },
    language,
  );
}
