import type { KnownBlock } from '@slack/types';
import type { ChannelRow } from '../../src/digest/list-channels.ts';
import { mostChannels } from '../../src/digest/save-channel.ts';
import { hourText, type Language, timeText, weekdayNames } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { button, buttons, plain, section } from '../blocks.ts';
import { actions } from '../ids.ts';
import { nameList } from '../name-list.ts';
import { mendText } from '../notices/blocks.ts';

/** How many characters the names of a channel's departments may take. */
const roomForNames = 400;

/** The channels that get the digest, each with what can be done about it. */
export function channelBlocks(rows: readonly ChannelRow[], language: Language): KnownBlock[] {
  const { channels } = texts(language);
  return [
    section(`*${channels.title}*`),
    ...rows.flatMap((row, index) => [
      section(channelText(row, language)),
      channelButtons(row, index + 1, language),
    ]),
    ...(rows.length < mostChannels
      ? [buttons(button({ action: actions.addChannel, text: channels.add }))]
      : []),
    { type: 'divider' },
  ];
}

function channelText(row: ChannelRow, language: Language): string {
  const { channels } = texts(language);
  const { channelId, hour, zone, weekdays, names, amounts, picture, trouble } = row;
  const days = weekdayNames(language, 'short');
  const how = [
    weekdays.length === 7 ? channels.everyDay : weekdays.map((day) => days[day - 1] ?? '').join(' '),
    departmentsText(names, language),
    ...(amounts === 'percent' ? [channels.percentOnly] : []),
    ...(picture ? [] : [channels.noPicture]),
  ];
  return [
    channels.line(channelId, hourText(hour, language), zone),
    how.join(' · '),
    ...(trouble
      ? [channels.trouble(timeText(trouble.since, zone, language), mendText(trouble.code, language))]
      : []),
  ].join('\n');
}

function departmentsText(names: readonly string[] | null, language: Language): string {
  const { channels } = texts(language);
  if (names === null) return channels.allDepartments;
  return names.length === 0 ? channels.chosenGone : nameList(names, language, roomForNames);
}

function channelButtons({ channelId: value }: ChannelRow, number: number, language: Language): KnownBlock {
  const { channels, common } = texts(language);
  const look = { value };
  return {
    ...buttons(
      button({
        ...look,
        action: actions.editChannel,
        text: channels.edit,
        label: channels.editLabel(number),
      }),
      button({
        ...look,
        action: actions.previewChannel,
        text: channels.preview,
        label: channels.previewLabel(number),
      }),
      button({
        ...look,
        action: actions.testChannel,
        text: channels.test,
        label: channels.testLabel(number),
      }),
      {
        ...button({
          ...look,
          action: actions.removeChannel,
          text: channels.remove,
          label: channels.removeLabel(number),
        }),
        confirm: {
          title: plain(channels.removeTitle),
          text: plain(channels.removeQuestion),
          confirm: plain(channels.remove),
          deny: plain(common.cancel),
        },
      },
    ),
    block_id: `channel:${value}`,
  };
}
