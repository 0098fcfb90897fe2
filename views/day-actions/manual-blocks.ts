import type { KnownBlock, ModalView, PlainTextOption, StaticSelect } from '@slack/types';
import { dayText, type Language, money } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { EnterableStore, StandingFigure } from '../../src/turnover/figures-by-hand.ts';
import type { Day } from '../../src/turnover/trading-day.ts';
import { asText, button, context, cut, option, plain, section } from '../blocks.ts';
import { actions, callbacks, fields } from '../ids.ts';
import { modal } from '../modal.ts';
import { enteredText } from '../reasons.ts';

/** The most options Slack takes in one list, and in one group of a list. */
const most = 100;

/** How many figures entered before are shown: a view holds a hundred blocks. */
const mostStanding = 80;

/** The longest reason that is taken, characters. */
export const longestReason = 300;

export interface ManualData {
  day: Day;
  stores: readonly EnterableStore[];
  standing: readonly StandingFigure[];
}

/** Asks for a store's turnover of a day; figures that were entered before can be released. */
export function manualModal({ day, stores, standing }: ManualData, language: Language): ModalView {
  const { manual, common } = texts(language);
  return modal(
    {
      callback: callbacks.enterFigure,
      title: manual.title,
      submit: common.save,
      metadata: day,
      blocks: [
        section(manual.intro(dayText(day, language))),
        ...standing.slice(0, mostStanding).map((figure) => standingBlock(figure, day, language)),
        ...(standing.length > mostStanding ? [context(`… +${standing.length - mostStanding}`)] : []),
        {
          type: 'input',
          block_id: fields.store,
          label: plain(manual.store),
          element: storeSelect(stores),
        },
        amountInput(fields.gross, manual.gross, manual.amountHint),
        amountInput(fields.tax, manual.tax, manual.amountHint),
        {
          type: 'input',
          block_id: fields.reason,
          label: plain(manual.reason),
          hint: plain(manual.reasonHint),
          element: { type: 'plain_text_input', action_id: actions.input, max_length: longestReason },
        },
      ],
    },
    language,
  );
}

/** An input for an amount as people type it. */
export function amountInput(block: string, label: string, hint: string): KnownBlock {
  return {
    type: 'input',
    block_id: block,
    label: plain(label),
    hint: plain(hint),
    element: { type: 'plain_text_input', action_id: actions.input, max_length: 40 },
  };
}

/** The value that stands for a store of a link. */
export function storeValue({ linkId, storeId }: { linkId: string; storeId: string }): string {
  return `${linkId} ${storeId}`;
}

function storeSelect(stores: readonly EnterableStore[]): StaticSelect {
  const isOneLink = new Set(stores.map(({ link }) => link._id)).size < 2;
  const options = stores.map(({ link, store }) =>
    option(isOneLink ? store.name : `${store.name} (${link.name})`, storeValue(store)),
  );
  const select = { type: 'static_select', action_id: actions.input } as const;
  if (options.length <= most) return { ...select, options };
  const groups = Array.from({ length: Math.ceil(options.length / most) }, (_, index) =>
    groupOf(options.slice(index * most, (index + 1) * most)),
  );
  return { ...select, option_groups: groups.slice(0, most) };
}

function groupOf(options: ReturnType<typeof option>[]): {
  label: ReturnType<typeof plain>;
  options: PlainTextOption[];
} {
  const [first, last] = [options[0], options.at(-1)];
  return {
    label: plain(`${cut(first?.text.text ?? '', 36)} – ${cut(last?.text.text ?? '', 36)}`),
    options,
  };
}

function standingBlock(figure: StandingFigure, day: Day, language: Language): KnownBlock {
  const { manual, common } = texts(language);
  const amount = money(figure.gross, figure.currency, language);
  const text = manual.standing(asText(figure.name), amount, enteredText(figure.entered, language));
  return section(text, {
    ...button({
      action: actions.releaseFigure,
      text: manual.release,
      value: `${day} ${storeValue(figure)}`,
      label: manual.releaseLabel(figure.name),
    }),
    confirm: {
      title: plain(manual.release),
      text: plain(manual.releaseQuestion(figure.name)),
      confirm: plain(manual.release),
      deny: plain(common.cancel),
    },
  });
}
