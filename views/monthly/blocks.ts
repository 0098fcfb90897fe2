import type { ModalView } from '@slack/types';
import type { Language } from '../../src/language/format.ts';
import { spanText } from '../../src/language/span-text.ts';
import { texts } from '../../src/language/texts.ts';
import { type MonthlyOrders, mostReaders } from '../../src/monthly/order-files.ts';
import { monthOf } from '../../src/monthly/run-file.ts';
import type { Message } from '../../src/slack/message.ts';
import { option, plain, section } from '../blocks.ts';
import { actions, callbacks, fields } from '../ids.ts';
import { modal } from '../modal.ts';

/** Who gets the file of every month, and as what. */
export function monthlyModal({ userIds, format }: MonthlyOrders, language: Language): ModalView {
  const { monthly, common } = texts(language);
  const formats = (['xlsx', 'csv'] as const).map((each) => option(monthly.formats[each], each));
  const chosen = formats.find(({ value }) => value === format);
  return modal(
    {
      callback: callbacks.monthly,
      title: monthly.title,
      submit: common.save,
      blocks: [
        section(monthly.intro),
        {
          type: 'input',
          block_id: fields.readers,
          label: plain(monthly.readers),
          hint: plain(monthly.readersHint),
          optional: true,
          element: {
            type: 'multi_users_select',
            action_id: actions.input,
            max_selected_items: mostReaders,
            ...(userIds.length > 0 ? { initial_users: userIds } : {}),
          },
        },
        {
          type: 'input',
          block_id: fields.format,
          label: plain(monthly.format),
          element: {
            type: 'radio_buttons',
            action_id: actions.input,
            options: formats,
            ...(chosen ? { initial_option: chosen } : {}),
          },
        },
      ],
    },
    language,
  );
}

/** To whoever ordered it: the file of a month could not be sent to someone. */
export function fileNotSentMessage(
  { userId, month }: { userId: string; month: string },
  { language }: { language: Language },
): Message {
  const text = texts(language).monthly.notSent(`<@${userId}>`, spanText(monthOf(month), language), month);
  return { text, blocks: [section(text)] };
}
