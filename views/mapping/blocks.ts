import type { InputBlock, KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import type { Department } from '../../models/department.ts';
import { special } from '../../src/departments/mapping-draft.ts';
import type { MappingForm, MappingRow } from '../../src/departments/mapping-form.ts';
import { longestName } from '../../src/departments/name.ts';
import { count, type Language, money } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { asText, button, buttons, context, cut, option, plain, section } from '../blocks.ts';
import { actions, callbacks, fields } from '../ids.ts';
import { modal } from '../modal.ts';

/** Beyond this many departments a select is filled as one types. */
const mostOptions = 50;

/** So many bytes the options of all rows may take: Slack refuses a view above 250,000. */
const roomForOptions = 200_000;

/** The longest text of shares, characters. */
const longestShares = 500;

export const storeBlock = (storeId: string) => `store:${storeId}`;
export const nameBlock = (storeId: string) => `name:${storeId}`;
export const sharesBlock = (storeId: string) => `shares:${storeId}`;

/** The block in which a store's choice is spelled out. */
export function detailBlock(storeId: string, choice: string | null): string {
  return choice === special.split ? sharesBlock(storeId) : nameBlock(storeId);
}

/** The form that says to which department each store belongs; `problem` is what keeps it from being saved. */
export function mappingModal(form: MappingForm & { problem?: string }, language: Language): ModalView {
  const { mapping, common } = texts(language);
  if (form.rows.length === 0) {
    return modal(
      { callback: callbacks.mapping, title: mapping.title, blocks: [section(mapping.noStores)] },
      language,
    );
  }
  return modal(
    {
      callback: callbacks.mapping,
      title: mapping.title,
      submit: common.save,
      metadata: form.draftId,
      blocks: [
        section(mapping.intro(asText(form.account))),
        ...(form.problem === undefined ? [] : [section(`:warning: ${form.problem}`)]),
        ...form.rows.flatMap((row) => rowBlocks(row, form, language)),
        ...fromPicker(form, language),
        ...paging(form, language),
      ],
    },
    language,
  );
}

/** What a person may choose for a store, the department's name or `query` narrowing it. */
export function choiceOptions(
  departments: readonly Pick<Department, '_id' | 'name'>[],
  language: Language,
): PlainTextOption[] {
  const { mapping } = texts(language);
  return [
    ...departments.map(({ _id, name }) => option(name, _id)),
    option(mapping.newDepartment, special.new),
    option(mapping.split, special.split),
    option(mapping.ignore, special.ignore),
  ];
}

function rowBlocks(row: MappingRow, form: MappingForm, language: Language): KnownBlock[] {
  const { mapping } = texts(language);
  const isSplit = row.choice === special.split;
  const select = storeSelect(row, form, language);
  if (row.choice !== special.new && !isSplit) return [select];
  return [
    select,
    {
      type: 'input',
      block_id: isSplit ? sharesBlock(row.storeId) : nameBlock(row.storeId),
      label: plain(cut(isSplit ? mapping.shares(row.name) : mapping.newName(row.name), 2000)),
      optional: true,
      ...(isSplit ? { hint: plain(mapping.sharesHint) } : {}),
      element: {
        type: 'plain_text_input',
        action_id: actions.input,
        max_length: isSplit ? longestShares : longestName,
        ...(isSplit ? {} : { placeholder: plain(mapping.newNamePlaceholder) }),
        ...(row.newName ? { initial_value: row.newName } : {}),
      },
    },
  ];
}

/** From which day changes count; asked once there is something to change. */
function fromPicker({ from, today }: MappingForm, language: Language): KnownBlock[] {
  if (from === null) return [];
  const { mapping } = texts(language);
  return [
    {
      type: 'input',
      block_id: fields.from,
      label: plain(mapping.from),
      hint: plain(mapping.fromHint),
      element: { type: 'datepicker', action_id: actions.input, initial_date: from < today ? from : today },
    },
  ];
}

function storeSelect(row: MappingRow, form: MappingForm, language: Language): InputBlock {
  const { mapping } = texts(language);
  const options = choiceOptions(form.departments, language);
  const isTypeAhead =
    form.departments.length > mostOptions || sizeOf(options) * form.rows.length > roomForOptions;
  const initial = options.find(({ value }) => value === row.choice);
  const common = {
    action_id: actions.mapStore,
    placeholder: plain(mapping.placeholder),
    ...(initial ? { initial_option: initial } : {}),
  };
  const hint = hintOf(row, form, language);
  return {
    type: 'input',
    block_id: storeBlock(row.storeId),
    label: plain(cut(row.name, 2000)),
    optional: true,
    dispatch_action: true,
    element: isTypeAhead
      ? { type: 'external_select', min_query_length: 0, ...common }
      : { type: 'static_select', options, ...common },
    ...(hint === undefined ? {} : { hint: plain(hint) }),
  };
}

/** In bytes, as they are sent. */
function sizeOf(options: readonly PlainTextOption[]): number {
  return Buffer.byteLength(JSON.stringify(options));
}

function hintOf({ yesterday }: MappingRow, { vat }: MappingForm, language: Language): string | undefined {
  if (!yesterday) return undefined;
  const { mapping, dayLog, vat: labels } = texts(language);
  return mapping.yesterday(
    money(yesterday.turnover, yesterday.currency, language),
    dayLog.sales(yesterday.sales, count(yesterday.sales, language)),
    labels[vat],
  );
}

function paging({ page, pages }: MappingForm, language: Language): KnownBlock[] {
  if (pages <= 1) return [];
  const { mapping } = texts(language);
  const before = button({
    action: actions.previousStores,
    text: mapping.previousPage,
    value: String(page - 1),
  });
  const after = button({ action: actions.nextStores, text: mapping.nextPage, value: String(page + 1) });
  return [
    context(mapping.page(page + 1, pages)),
    buttons(...(page > 0 ? [before] : []), ...(page < pages - 1 ? [after] : [])),
  ];
}
