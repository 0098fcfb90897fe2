import type { KnownBlock, ModalView } from '@slack/types';
import type { Access } from '../../models/access.ts';
import type { Vat } from '../../models/workspace.ts';
import type { ChannelRow } from '../../src/digest/list-channels.ts';
import { usualHour } from '../../src/digest/save-channel.ts';
import { hourText, type Language, languages } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { accessLine } from '../access/summary.ts';
import { button, buttons, context, option, plain, section } from '../blocks.ts';
import { actions, callbacks, fields } from '../ids.ts';
import { modal } from '../modal.ts';
import { channelBlocks } from './channel-lines.ts';

export interface SettingsData {
  /** The channels that get the digest. */
  channels: readonly ChannelRow[];
  zone: string;
  vat: Vat;
  /** In which language channels are told. */
  spoken: Language;
  /** Who may see turnover. */
  access: Access;
  /** What was just done. */
  done?: string;
}

/** Where and when the digest goes, and how turnover is told. */
export function settingsModal(
  { channels, zone, vat, spoken, access, done }: SettingsData,
  language: Language,
): ModalView {
  const { settings, common, monthly } = texts(language);
  const vats = [option(settings.vatExcl, 'excl'), option(settings.vatIncl, 'incl')];
  const spokens = languages.map((one) => option(settings.languages[one], one));
  const chosenVat = vats.find(({ value }) => value === vat);
  return modal(
    {
      callback: callbacks.settings,
      title: settings.title,
      submit: common.save,
      blocks: [
        ...(done === undefined ? [] : [section(done)]),
        ...(channels.length > 0 ? channelBlocks(channels, language) : firstChannel(zone, language)),
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
        {
          type: 'input',
          block_id: fields.language,
          label: plain(settings.language),
          hint: plain(settings.languageHint),
          element: {
            type: 'radio_buttons',
            action_id: actions.input,
            options: spokens,
            initial_option: option(settings.languages[spoken], spoken),
          },
        },
        ...accessBlocks(access, language),
        buttons(button({ action: actions.openMonthly, text: monthly.open })),
        buttons(
          button({ action: actions.openClosing, text: texts(language).closing.open }),
          button({ action: actions.openTargets, text: texts(language).target.open }),
        ),
      ],
    },
    language,
  );
}

/** Who may see turnover and who manages, with the forms of both. */
function accessBlocks(access: Access, language: Language): KnownBlock[] {
  const { accessSettings: say } = texts(language);
  return [
    section(`*${say.heading}*\n${accessLine(access, language)}`),
    buttons(
      button({ action: actions.openAccess, text: say.open }),
      button({ action: actions.openManagers, text: say.openManagers }),
      button({ action: actions.openAudit, text: texts(language).audit.open }),
    ),
  ];
}

/** The first channel is chosen in one go; all else about it can be edited afterwards. */
function firstChannel(zone: string, language: Language): KnownBlock[] {
  const { channels, settings } = texts(language);
  const hours = Array.from({ length: 24 }, (_, hour) => option(hourText(hour, language), String(hour)));
  const hour = hours[usualHour];
  return [
    {
      type: 'input',
      block_id: fields.channel,
      label: plain(channels.channel),
      hint: plain(settings.channelHint),
      optional: true,
      element: {
        type: 'conversations_select',
        action_id: actions.input,
        filter: { include: ['public', 'private'], exclude_bot_users: true },
      },
    },
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
    context(settings.zone(zone)),
  ];
}
