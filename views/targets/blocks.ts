import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { Vat } from '../../models/workspace.ts';
import { dayText, type Language, list } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { DepartmentWeek, TargetList } from '../../src/targets/list-targets.ts';
import type { Day } from '../../src/turnover/trading-day.ts';
import { asText, button, buttons, context, fitting, option, plain, section, sections } from '../blocks.ts';
import { actions, callbacks, fields } from '../ids.ts';
import { modal, noticeModal } from '../modal.ts';
import { nameList } from '../name-list.ts';
import { weekText } from './week-text.ts';

/** How many characters the departments may take. */
const room = 8_000;

export interface TargetsData extends TargetList {
  vat: Vat;
  /** What was just done. */
  done?: string;
}

/** What is expected of each department, and every way to change it. */
export function targetsModal(data: TargetsData, language: Language): ModalView {
  const { target } = texts(language);
  const { departments, currencies, vat, done } = data;
  const said = done === undefined ? [] : [section(done)];
  if (currencies.length === 0 || departments.length === 0) {
    const text = currencies.length === 0 ? target.noLink : target.noDepartments;
    return noticeModal({ title: target.title, text }, language);
  }
  const lines = departments.flatMap((department) => linesOf(department, data, language));
  const without = departments.filter(({ currency, week }) => currency === null || isEmpty(week));
  return modal(
    {
      callback: callbacks.targets,
      title: target.title,
      blocks: [
        ...said,
        section(target.intro(texts(language).vat[vat])),
        ...sections(fitting(lines, room, target.more)),
        ...(without.length > 0
          ? [
              context(
                target.none(
                  nameList(
                    without.map(({ name }) => name),
                    language,
                  ),
                ),
              ),
            ]
          : []),
        section(`*${target.pick}*`),
        buttons({
          type: 'external_select',
          action_id: actions.openTargetWeek,
          placeholder: plain(target.pickHint),
          min_query_length: 0,
        }),
        buttons(
          button({ action: actions.openTargetCopy, text: target.copy }),
          button({ action: actions.openTargetFile, text: target.upload }),
          button({ action: actions.sendTargetFile, text: target.download }),
        ),
      ],
    },
    language,
  );
}

function linesOf(
  { name, week, currency, vat, later, days }: DepartmentWeek,
  data: TargetsData,
  language: Language,
): string[] {
  const { target, vat: vats } = texts(language);
  const named = asText(name);
  return [
    ...(isEmpty(week) ? [] : [target.line(named, weekText(week, currency, language))]),
    ...(vat !== null && vat !== data.vat && !isEmpty(week) ? [target.otherVat(named, vats[vat])] : []),
    ...(later.length > 0
      ? [
          target.later(
            named,
            list(
              later.map((day) => dayText(day, language, data.today)),
              language,
            ),
          ),
        ]
      : []),
    ...(days > 0 ? [target.singleDays(named, days)] : []),
  ];
}

const isEmpty = (week: DepartmentWeek['week']) => week.every((amount) => amount === null);

/** From which day on something counts. */
export function fromInput(label: string, day: Day, hint?: string): InputBlock {
  return {
    type: 'input',
    block_id: fields.from,
    label: plain(label),
    ...(hint === undefined ? {} : { hint: plain(hint) }),
    element: { type: 'datepicker', action_id: actions.input, initial_date: day },
  };
}

/** In which currency amounts are; nothing to ask where there is only one. */
export function currencyInput(
  currencies: readonly string[],
  chosen: string | null,
  language: Language,
): KnownBlock[] {
  if (currencies.length < 2) return [];
  const options = currencies.map((currency) => option(currency, currency));
  const initial = options.find(({ value }) => value === chosen) ?? options[0];
  return [
    {
      type: 'input',
      block_id: fields.currency,
      label: plain(texts(language).target.currency),
      element: {
        type: 'static_select',
        action_id: actions.input,
        options,
        ...(initial ? { initial_option: initial } : {}),
      },
    },
  ];
}
