import type { ModalView } from '@slack/types';
import { hourText, type Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { StoreDayRule } from '../../src/stores/day-rules.ts';
import type { Day } from '../../src/turnover/trading-day.ts';
import { asText, cut, option, plain, section, sections } from '../blocks.ts';
import { actions, callbacks, fields } from '../ids.ts';
import { modal, noticeModal } from '../modal.ts';

/** What stands for 'the zone Lightspeed gives'. */
export const lightspeedZone = 'lightspeed';

const latestCutOff = 6;

/** How many stores are listed; every one can be chosen by typing its name. */
const mostLines = 100;

/** When the stores' days begin, and a form that changes one store's from a day on. */
export function businessDayModal(
  { stores, today }: { stores: readonly StoreDayRule[]; today: Day },
  language: Language,
): ModalView {
  const say = texts(language).businessDay;
  if (stores.length === 0) return noticeModal({ title: say.title, text: say.none }, language);
  const hours = Array.from({ length: latestCutOff + 1 }, (_, hour) =>
    option(hourText(hour, language), String(hour)),
  );
  const lines = stores
    .slice(0, mostLines)
    .map(({ name, cutOff, zone }) => say.line(asText(name), hourText(cutOff, language), zone ?? say.noZone));
  if (stores.length > mostLines) lines.push(`… +${stores.length - mostLines}`);
  return modal(
    {
      callback: callbacks.businessDay,
      title: say.title,
      submit: texts(language).common.save,
      blocks: [
        section(say.intro),
        ...sections(lines),
        {
          type: 'input',
          block_id: fields.store,
          label: plain(say.store),
          element: {
            type: 'external_select',
            action_id: actions.pickStore,
            min_query_length: 0,
            placeholder: plain(say.storePlaceholder),
          },
        },
        {
          type: 'input',
          block_id: fields.hour,
          label: plain(say.cutOff),
          hint: plain(say.cutOffHint),
          element: { type: 'static_select', action_id: actions.input, options: hours },
        },
        {
          type: 'input',
          block_id: fields.zone,
          label: plain(say.zone),
          optional: true,
          hint: plain(say.zoneHint),
          element: {
            type: 'external_select',
            action_id: actions.pickZone,
            min_query_length: 0,
            placeholder: plain(say.zonePlaceholder),
          },
        },
        {
          type: 'input',
          block_id: fields.from,
          label: plain(say.from),
          hint: plain(say.fromHint),
          element: { type: 'datepicker', action_id: actions.input, initial_date: today },
        },
      ],
    },
    language,
  );
}

/** Stores whose name holds what was typed, to choose from. */
export function storeOptions(
  stores: readonly Pick<StoreDayRule, 'linkId' | 'storeId' | 'name'>[],
  typed: string,
) {
  const wanted = typed.trim().toLowerCase();
  return stores
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .slice(0, 100)
    .map(({ linkId, storeId, name }) => option(cut(name, 75), `${linkId} ${storeId}`));
}
