import type { ModalView } from '@slack/types';
import type { Channel } from '../../models/channel.ts';
import type { Vat } from '../../models/workspace.ts';
import { usualHour } from '../../src/digest/choose-channel.ts';
import { hourText, type Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { context, option, plain } from '../blocks.ts';
import { actions, callbacks, fields } from '../ids.ts';
import { modal } from '../modal.ts';

export interface SettingsData {
  channel: Pick<Channel, 'channelId' | 'hour'> | null;
  zone: string;
  vat: Vat;
}

/** Where and when the digest goes, and how turnover is told. */
export function settingsModal({ channel, zone, vat }: SettingsData, language: Language): ModalView {
  const { settings, common } = texts(language);
  const hours = Array.from({ length: 24 }, (_, hour) => option(hourText(hour, language), String(hour)));
  const vats = [option(settings.vatExcl, 'excl'), option(settings.vatIncl, 'incl')];
  const hour = hours[channel?.hour ?? usualHour];
  const chosenVat = vats.find(({ value }) => value === vat);
  return modal(
    {
      callback: callbacks.settings,
      title: settings.title,
      submit: common.save,
      blocks: [
        {
          type: 'input',
          block_id: fields.channel,
          label: plain(settings.channel),
          hint: plain(settings.channelHint),
          optional: true,
          element: {
            type: 'conversations_select',
            action_id: actions.input,
            filter: { include: ['public', 'private'], exclude_bot_users: true },
            ...(channel ? { initial_conversation: channel.channelId } : {}),
          },
        },
        {
          type: 'input',
          block_id: fields.hour,
          label: plain(settings.hour),
          element: {
            type: 'static_select',
            action_id: actions.input,
            options: hours,
            ...(hour ? { initial_option: hour } : {}),
          },
        },
        context(settings.zone(zone)),
        {
          type: 'input',
          block_id: fields.vat,
          label: plain(settings.vat),
          element: {
            type: 'radio_buttons',
            action_id: actions.input,
            options: vats,
            ...(chosenVat ? { initial_option: chosenVat } : {}),
          },
        },
      ],
    },
    language,
  );
}
