import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { Access, DepartmentAccess } from '../../models/access.ts';
import { mostChannels, mostPeople } from '../../src/access/change-access.ts';
import type { Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { Named } from '../../src/turnover/read-question.ts';
import { asText, button, context, option, plain, section } from '../blocks.ts';
import { actions, callbacks, fields } from '../ids.ts';
import { modal } from '../modal.ts';
import { listLine } from './summary.ts';

/** How many departments have a line of their own: a view holds a hundred blocks. */
const mostLines = 60;

export interface AccessData {
  access: Access;
  departments: readonly Named[];
  /** What was just done. */
  done?: string;
}

/** Who may see turnover, and which departments are kept to fewer people. */
export function accessModal({ access, departments, done }: AccessData, language: Language): ModalView {
  const { accessSettings: say, common } = texts(language);
  const choices = (['everyone', 'channels', 'managers'] as const).map((each) =>
    option(say.choices[each], each),
  );
  return modal(
    {
      callback: callbacks.access,
      title: say.title,
      submit: common.save,
      metadata: shownPeople(access.people),
      blocks: [
        ...(done === undefined ? [] : [section(done)]),
        section(say.intro),
        radio(fields.seenBy, { label: say.seenBy, options: choices, chosen: access.seenBy }),
        channelsInput(access.channels, { label: say.channels, hint: say.channelsHint }),
        peopleInput(access.people, { label: say.people, hint: say.peopleHint }),
        section(`*${say.kept}*`),
        context(say.keptIntro),
        ...keptRows(access.departments, departments, language),
        {
          type: 'section',
          text: { type: 'mrkdwn', text: say.pick },
          block_id: fields.departments,
          accessory: {
            type: 'external_select',
            action_id: actions.pickAccessDepartment,
            min_query_length: 0,
            placeholder: plain(say.pick),
          },
        },
      ],
    },
    language,
  );
}

function keptRows(
  kept: readonly DepartmentAccess[],
  departments: readonly Named[],
  language: Language,
): KnownBlock[] {
  const { accessSettings: say } = texts(language);
  const rows = departments.flatMap(({ _id, name }) => {
    const own = kept.find(({ departmentId }) => departmentId === _id);
    if (!own) return [];
    const line = say.keptLine(asText(name), listLine(own, language));
    const label = say.changeLabel(name);
    return [
      section(line, button({ action: actions.openDepartmentAccess, text: say.change, value: _id, label })),
    ];
  });
  if (rows.length === 0) return [section(say.keptNone)];
  const left = rows.length - mostLines;
  return [...rows.slice(0, mostLines), ...(left > 0 ? [context(say.more(left))] : [])];
}

/** Who may see one department; null: who sees the rest. */
export function departmentAccessModal(
  { department, own }: { department: Named; own: DepartmentAccess | null },
  language: Language,
): ModalView {
  const { accessSettings: say, common } = texts(language);
  const likes = (['chosen', 'rest'] as const).map((each) => option(say.like[each], each));
  const people = own?.people ?? [];
  return modal(
    {
      callback: callbacks.departmentAccess,
      title: say.title,
      submit: common.save,
      metadata: `${department._id} ${shownPeople(people)}`,
      blocks: [
        section(say.departmentIntro(asText(department.name))),
        // Whoever comes here wants fewer people to see it; saving what is filled in must not open it to all.
        radio(fields.like, { label: say.likeLabel, options: likes, chosen: 'chosen' }),
        channelsInput(own?.channels ?? [], { label: say.chosenChannels, hint: say.channelsHint }),
        peopleInput(people, { label: say.chosenPeople, hint: say.chosenHint }),
      ],
    },
    language,
  );
}

/** The people a form shows, as it carries them along: who is added meanwhile is not taken off by saving it. */
function shownPeople(people: readonly string[]): string {
  return people.slice(0, mostPeople).join(' ');
}

interface Words {
  label: string;
  hint: string;
}

function channelsInput(chosen: readonly string[], { label, hint }: Words): InputBlock {
  return {
    type: 'input',
    block_id: fields.channels,
    label: plain(label),
    hint: plain(hint),
    optional: true,
    element: {
      type: 'multi_conversations_select',
      action_id: actions.input,
      max_selected_items: mostChannels,
      filter: { include: ['public', 'private'], exclude_bot_users: true },
      ...(chosen.length > 0 ? { initial_conversations: [...chosen] } : {}),
    },
  };
}

function peopleInput(chosen: readonly string[], { label, hint }: Words): InputBlock {
  return {
    type: 'input',
    block_id: fields.people,
    label: plain(label),
    hint: plain(hint),
    optional: true,
    element: {
      type: 'multi_users_select',
      action_id: actions.input,
      max_selected_items: mostPeople,
      ...(chosen.length > 0 ? { initial_users: chosen.slice(0, mostPeople) } : {}),
    },
  };
}

function radio(
  blockId: string,
  { label, options, chosen }: { label: string; options: ReturnType<typeof option>[]; chosen: string },
): InputBlock {
  const initial = options.find(({ value }) => value === chosen);
  return {
    type: 'input',
    block_id: blockId,
    label: plain(label),
    element: {
      type: 'radio_buttons',
      action_id: actions.input,
      options,
      ...(initial ? { initial_option: initial } : {}),
    },
  };
}
