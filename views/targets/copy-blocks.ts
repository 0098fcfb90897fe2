import type { ModalView } from '@slack/types';
import type { Vat } from '../../models/workspace.ts';
import { dayText, type Language, percentMore } from '../../src/language/format.ts';
import { spanText } from '../../src/language/span-text.ts';
import { texts } from '../../src/language/texts.ts';
import type { CopyRequest, Proposals } from '../../src/targets/last-year.ts';
import type { Day } from '../../src/turnover/trading-day.ts';
import { asText, context, fitting, option, plain, section, sections } from '../blocks.ts';
import { actions, callbacks, fields } from '../ids.ts';
import { modal, noticeModal } from '../modal.ts';
import { nameList } from '../name-list.ts';
import { fromInput } from './blocks.ts';
import { weekText } from './week-text.ts';

/** How many characters the proposed weeks may take. */
const room = 20_000;

/** Asks which weekdays of last year become targets, and how much more. */
export function copyModal({ from }: { from: Day }, language: Language): ModalView {
  const { target } = texts(language);
  const bases = (['month', 'weeks'] as const).map((basis) => option(target.bases[basis], basis));
  return modal(
    {
      callback: callbacks.targetCopy,
      title: target.copyTitle,
      submit: target.show,
      blocks: [
        section(target.copyIntro),
        {
          type: 'input',
          block_id: fields.departments,
          optional: true,
          label: plain(target.copyDepartment),
          hint: plain(target.copyDepartmentHint),
          element: {
            type: 'external_select',
            action_id: actions.pickDepartment,
            placeholder: plain(target.pickHint),
            min_query_length: 0,
          },
        },
        fromInput(target.from, from),
        {
          type: 'input',
          block_id: fields.basis,
          label: plain(target.basis),
          element: {
            type: 'radio_buttons',
            action_id: actions.input,
            options: bases,
            ...(bases[0] ? { initial_option: bases[0] } : {}),
          },
        },
        {
          type: 'input',
          block_id: fields.percent,
          label: plain(target.percent),
          hint: plain(target.percentHint),
          element: {
            type: 'number_input',
            action_id: actions.input,
            is_decimal_allowed: false,
            initial_value: '0',
            min_value: '-90',
            max_value: '500',
          },
        },
      ],
    },
    language,
  );
}

export interface ShownProposals extends Proposals {
  request: CopyRequest;
  vat: Vat;
  /** Carried along, so that only what was shown is saved. */
  metadata: string;
  /** The figures changed since they were shown. */
  isAnew?: boolean;
}

/** The amounts before they are saved. */
export function proposalsModal(data: ShownProposals, language: Language): ModalView {
  const { target, common, vat: vats } = texts(language);
  const { span, proposals, without, request, vat, metadata, isAnew } = data;
  const days = spanText(span, language);
  if (proposals.length === 0) {
    return noticeModal({ title: target.copyTitle, text: target.shownNothing(days) }, language);
  }
  const lines = proposals.map(({ name, week, currency, days: counted }) => {
    const used = counted.reduce((sum, each) => sum + each, 0);
    return target.shownDays(asText(name), weekText(week, currency, language), used);
  });
  return modal(
    {
      callback: callbacks.targetCopyShown,
      title: target.copyTitle,
      submit: common.save,
      metadata,
      blocks: [
        ...(isAnew ? [section(target.shownAnew)] : []),
        section(target.shown(days, percentMore(request.percent, language), vats[vat])),
        ...sections(fitting(lines, room, target.more)),
        ...(proposals.some(({ week }) => week.includes(null)) ? [context(target.shownGaps)] : []),
        ...(without.length > 0 ? [context(target.shownWithout(nameList(without, language)))] : []),
        context(target.shownFrom(dayText(request.from, language))),
      ],
    },
    language,
  );
}
