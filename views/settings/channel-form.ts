import type { InputBlock, ModalView, Option, PlainTextElement } from '@slack/types';
import type { Department } from '../../models/department.ts';
import type { ChannelSettings } from '../../src/digest/save-channel.ts';
import { hourText, type Language, weekdayNames } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { context, option, plain } from '../blocks.ts';
import { actions, callbacks, fields } from '../ids.ts';
import { modal } from '../modal.ts';

export interface ChannelForm {
  /** The channel that is edited; null for a new one. */
  channelId: string | null;
  settings: ChannelSettings;
  departments: readonly Pick<Department, '_id' | 'name'>[];
}

/** Slack's limits on the options of a select: groups, and options in each. */
const mostInGroup = 100;

type Choice = Option & { text: PlainTextElement };

/** Where, when and how one channel gets the digest. */
export function channelModal(form: ChannelForm, language: Language): ModalView {
  const { channels, common } = texts(language);
  return modal(
    {
      callback: callbacks.channel,
      title: channels.formTitle,
      submit: common.save,
      metadata: form.channelId ?? '',
      blocks: [
        channelInput(form, language),
        context(channels.seenBy),
        ...timeInputs(form, language),
        ...(form.departments.length > 0 ? [departmentsInput(form, language)] : []),
        ...lookInputs(form, language),
      ],
    },
    language,
  );
}

function channelInput({ channelId }: ChannelForm, language: Language): InputBlock {
  const { channels, settings } = texts(language);
  return {
    type: 'input',
    block_id: fields.channel,
    label: plain(channels.channel),
    hint: plain(settings.channelHint),
    element: {
      type: 'conversations_select',
      action_id: actions.input,
      filter: { include: ['public', 'private'], exclude_bot_users: true },
      ...(channelId ? { initial_conversation: channelId } : {}),
    },
  };
}

function timeInputs({ settings }: ChannelForm, language: Language): InputBlock[] {
  const { channels } = texts(language);
  const hours = Array.from({ length: 24 }, (_, hour) => option(hourText(hour, language), String(hour)));
  const hour = hours[settings.hour];
  const weekdays = weekdayNames(language, 'long').map((name, index) => option(name, String(index + 1)));
  return [
    {
      type: 'input',
      block_id: fields.hour,
      label: plain(channels.hour),
      element: {
        type: 'static_select',
        action_id: actions.input,
        options: hours,
        ...(hour ? { initial_option: hour } : {}),
      },
    },
    {
      type: 'input',
      block_id: fields.zone,
      label: plain(channels.zone),
      element: {
        type: 'external_select',
        action_id: actions.pickChannelZone,
        min_query_length: 0,
        initial_option: option(settings.zone, settings.zone),
      },
    },
    {
      type: 'input',
      block_id: fields.weekdays,
      label: plain(channels.weekdays),
      hint: plain(channels.weekdaysHint),
      element: {
        type: 'checkboxes',
        action_id: actions.input,
        options: weekdays,
        ...initially(weekdays.filter(({ value }) => settings.weekdays.includes(Number(value)))),
      },
    },
  ];
}

function departmentsInput({ settings, departments }: ChannelForm, language: Language): InputBlock {
  const { channels } = texts(language);
  const options = departments.map(({ _id, name }) => option(name, _id));
  const chosen = new Set(settings.departments ?? []);
  return {
    type: 'input',
    block_id: fields.departments,
    label: plain(channels.departments),
    hint: plain(channels.departmentsHint),
    optional: true,
    element: {
      type: 'multi_static_select',
      action_id: actions.input,
      placeholder: plain(channels.departmentsPlaceholder),
      ...(options.length <= mostInGroup ? { options } : { option_groups: grouped(options) }),
      ...initially(options.filter(({ value }) => value !== undefined && chosen.has(value))),
    },
  };
}

/** More than Slack takes in one list, in groups named by their first and last. */
function grouped(options: readonly Choice[]) {
  return Array.from({ length: Math.ceil(options.length / mostInGroup) }, (_, group) => {
    const members = options.slice(group * mostInGroup, (group + 1) * mostInGroup);
    const name = ({ text }: Choice) => [...text.text].slice(0, 30).join('');
    const ends = [members[0], members.at(-1)].flatMap((end) => (end ? [name(end)] : []));
    return { label: plain(ends.join(' – ')), options: members };
  });
}

function lookInputs({ settings }: ChannelForm, language: Language): InputBlock[] {
  const { channels } = texts(language);
  const amounts = [option(channels.money, 'money'), option(channels.percent, 'percent')];
  const pictures = [option(channels.withPicture, 'yes'), option(channels.withoutPicture, 'no')];
  return [
    {
      type: 'input',
      block_id: fields.amounts,
      label: plain(channels.amounts),
      hint: plain(channels.percentHint),
      element: radio(amounts, settings.amounts),
    },
    {
      type: 'input',
      block_id: fields.picture,
      label: plain(channels.picture),
      element: radio(pictures, settings.picture ? 'yes' : 'no'),
    },
  ];
}

function radio(options: Choice[], chosen: string) {
  const initial = options.find(({ value }) => value === chosen);
  return {
    type: 'radio_buttons' as const,
    action_id: actions.input,
    options,
    ...(initial ? { initial_option: initial } : {}),
  };
}

/** Slack refuses an empty list of what is chosen at first. */
function initially(chosen: Choice[]): { initial_options?: Choice[] } {
  return chosen.length > 0 ? { initial_options: chosen } : {};
}
