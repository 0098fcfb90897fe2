import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { dayText, type Language, list, weekdayNames } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { Closings, SingleDay } from '../../src/stores/closings.ts';
import type { Day } from '../../src/turnover/trading-day.ts';
import {
  asText,
  button,
  buttons,
  context,
  cut,
  fitting,
  option,
  plain,
  section,
  sections,
} from '../blocks.ts';
import { actions, callbacks, fields } from '../ids.ts';
import { modal } from '../modal.ts';

/** What stands for 'no country' in the select. */
export const noCountry = 'none';

/** How many characters the stores that are closed every week may take. */
const room = 5_000;

/** How many single days have a line of their own. */
const mostDays = 40;

/** When stores are meant to be closed, and what can be changed about it; `done` says what just was. */
export function closingModal(data: Closings & { done?: string }, language: Language): ModalView {
  const { closing, common } = texts(language);
  const { stores, days, today, done } = data;
  const names = weekdayNames(language, 'long');
  const lines = stores.map(({ name, weekdays }) =>
    closing.weekdayLine(asText(name), listed(weekdays, names, language)),
  );
  return modal(
    {
      callback: callbacks.closing,
      title: closing.title,
      submit: common.save,
      blocks: [
        ...(done === undefined ? [] : [section(done)]),
        section(closing.intro),
        countryInput(data, language),
        section(`*${closing.weekdays}*`),
        ...(lines.length > 0
          ? sections(fitting(lines, room, closing.moreDays))
          : [section(closing.noWeekdays)]),
        buttons(button({ action: actions.setClosedWeekdays, text: closing.setWeekdays })),
        section(`*${closing.days}*`),
        ...(days.length > 0 ? dayRows(days, today, language) : [section(closing.noDays)]),
        buttons(button({ action: actions.addClosedDay, text: closing.addDay })),
      ],
    },
    language,
  );
}

/** Weekdays in a row: `Sunday and Monday`. */
export function listed(weekdays: readonly number[], names: readonly string[], language: Language): string {
  return list(
    weekdays.map((weekday) => names[weekday - 1] ?? ''),
    language,
  );
}

function countryInput({ country }: Closings, language: Language): InputBlock {
  const { closing } = texts(language);
  const initial = country
    ? option(countryName(country, language), country)
    : option(closing.noHolidays, noCountry);
  return {
    type: 'input',
    block_id: fields.country,
    label: plain(closing.holidays),
    hint: plain(closing.holidaysHint),
    element: {
      type: 'external_select',
      action_id: actions.pickCountry,
      min_query_length: 0,
      initial_option: initial,
    },
  };
}

function countryName(country: string, language: Language): string {
  return new Intl.DisplayNames(language, { type: 'region' }).of(country) ?? country;
}

function dayRows(days: readonly SingleDay[], today: Day, language: Language): KnownBlock[] {
  const { closing } = texts(language);
  const rows = days.slice(0, mostDays).map(({ id, day, name }) => {
    const named = dayText(day, language, today);
    const store = name ?? closing.everyStore;
    const takeBack = button({
      action: actions.removeClosedDay,
      text: closing.removeDay,
      value: id,
      label: closing.removeDayLabel(named, store),
    });
    return section(closing.dayLine(named, asText(store)), takeBack);
  });
  return days.length > mostDays ? [...rows, context(closing.moreDays(days.length - mostDays))] : rows;
}

/** A store that was chosen, and on which weekdays it is closed now. */
export interface ChosenStore {
  /** As an option has it. */
  value: string;
  name: string;
  weekdays: readonly number[];
}

/** On which weekdays one store is closed: what is set now is ticked as soon as a store is chosen. */
export function weekdaysModal(language: Language, chosen?: ChosenStore): ModalView {
  const { closing, common } = texts(language);
  const options = weekdayNames(language, 'long').map((name, index) => option(name, String(index + 1)));
  const ticked = options.filter((_, index) => chosen?.weekdays.includes(index + 1));
  return modal(
    {
      callback: callbacks.closedWeekdays,
      title: closing.title,
      submit: common.save,
      blocks: [
        {
          ...storeInput({ label: closing.store, isOptional: false }, language),
          dispatch_action: true,
          element: {
            type: 'external_select',
            action_id: actions.pickClosedStore,
            min_query_length: 0,
            placeholder: plain(closing.storePlaceholder),
            ...(chosen ? { initial_option: option(cut(chosen.name, 75), chosen.value) } : {}),
          },
        },
        ...(chosen ? [context(nowText(chosen, language))] : []),
        {
          type: 'input',
          // Of another name for each store: Slack keeps what is ticked in a block of the same one.
          block_id: chosen ? `${fields.weekdays} ${chosen.value}` : fields.weekdays,
          label: plain(closing.closedOn),
          hint: plain(closing.closedOnHint),
          optional: true,
          element: {
            type: 'checkboxes',
            action_id: actions.input,
            options,
            ...(ticked.length > 0 ? { initial_options: ticked } : {}),
          },
        },
      ],
    },
    language,
  );
}

function nowText({ name, weekdays }: ChosenStore, language: Language): string {
  const { closing } = texts(language);
  if (weekdays.length === 0) return closing.nowOpen(asText(name));
  return closing.nowClosed(asText(name), listed(weekdays, weekdayNames(language, 'long'), language));
}

/** A single day on which one store is closed, or all are. */
export function closedDayModal({ today }: { today: Day }, language: Language): ModalView {
  const { closing, common } = texts(language);
  return modal(
    {
      callback: callbacks.closedDay,
      title: closing.title,
      submit: common.save,
      blocks: [
        {
          type: 'input',
          block_id: fields.day,
          label: plain(closing.day),
          element: { type: 'datepicker', action_id: actions.input, initial_date: today },
        },
        storeInput({ label: closing.storeOrAll, hint: closing.storeOrAllHint, isOptional: true }, language),
      ],
    },
    language,
  );
}

function storeInput(
  { label, hint, isOptional }: { label: string; hint?: string; isOptional: boolean },
  language: Language,
): InputBlock {
  return {
    type: 'input',
    block_id: fields.store,
    label: plain(label),
    ...(hint === undefined ? {} : { hint: plain(hint) }),
    ...(isOptional ? { optional: true } : {}),
    element: {
      type: 'external_select',
      action_id: actions.pickStore,
      min_query_length: 0,
      placeholder: plain(texts(language).closing.storePlaceholder),
    },
  };
}
