import type { InputBlock, KnownBlock, PlainTextOption } from '@slack/types';
import type { Department } from '../../models/department.ts';
import { special } from '../../src/departments/fresh-choices.ts';
import { isActive } from '../../src/departments/in-order.ts';
import type { MappingForm, MappingRow } from '../../src/departments/mapping-form.ts';
import { longestStoredName } from '../../src/departments/name.ts';
import { count, type Language, money } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { cut, option, plain } from '../blocks.ts';
import { actions } from '../ids.ts';
import { detailBlock, storeBlock } from './block-ids.ts';

/** Beyond this many departments a select is filled as one types. */
const mostOptions = 50;

/** So many bytes the options of all rows may take: Slack refuses a view above 250,000. */
const roomForOptions = 200_000;

/** The longest text of shares, characters. */
const longestShares = 500;

/** What a person may choose for a store: departments that are in use, in their order, and the special choices. */
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

/** A select for each store on the page, labelled with its name, and below it the field that its choice needs. */
export function rowsOf(form: MappingForm, language: Language): KnownBlock[] {
  const options = choiceOptions(form.departments.filter(isActive), language);
  const isTypeAhead = options.length > mostOptions + 3 || sizeOf(options) * form.rows.length > roomForOptions;
  return form.rows.flatMap((row) => rowBlocks(row, { form, options, isTypeAhead }, language));
}

interface Look {
  form: MappingForm;
  options: readonly PlainTextOption[];
  isTypeAhead: boolean;
}

function rowBlocks(row: MappingRow, look: Look, language: Language): KnownBlock[] {
  const { mapping } = texts(language);
  const isSplit = row.choice === special.split;
  const select = storeSelect(row, look, language);
  if (row.choice !== special.new && !isSplit) return [select];
  return [
    select,
    {
      type: 'input',
      block_id: detailBlock(row.storeId, row.choice, look.form.round),
      label: plain(cut(isSplit ? mapping.shares(row.name) : mapping.newName(row.name), 2000)),
      optional: true,
      ...(isSplit ? { hint: plain(mapping.sharesHint) } : {}),
      element: {
        type: 'plain_text_input',
        action_id: actions.input,
        max_length: isSplit ? longestShares : longestStoredName,
        ...(isSplit ? {} : { placeholder: plain(mapping.newNamePlaceholder) }),
        ...(row.newName ? { initial_value: row.newName } : {}),
      },
    },
  ];
}

function storeSelect(row: MappingRow, { form, options, isTypeAhead }: Look, language: Language): InputBlock {
  const { mapping, mappingDraft } = texts(language);
  const initial = options.find(({ value }) => value === row.choice) ?? archivedOption(row, form, language);
  const offered = initial && !options.includes(initial) ? [initial, ...options] : [...options];
  const common = { action_id: actions.mapStore, ...(initial ? { initial_option: initial } : {}) };
  const hint = hintOf(row, form, language);
  return {
    type: 'input',
    block_id: storeBlock(row.storeId, form.round),
    label: plain(cut(row.name, 2000)),
    optional: true,
    dispatch_action: true,
    element: isTypeAhead
      ? {
          type: 'external_select',
          min_query_length: 0,
          placeholder: plain(mappingDraft.typeToFind),
          ...common,
        }
      : { type: 'static_select', options: offered, placeholder: plain(mapping.placeholder), ...common },
    ...(hint === undefined ? {} : { hint: plain(hint) }),
  };
}

/** An archived department is no choice, except where it is the store's own already. */
function archivedOption(
  { choice }: MappingRow,
  { departments }: MappingForm,
  language: Language,
): PlainTextOption | undefined {
  const own = departments.find(({ _id }) => _id === choice);
  return own && option(texts(language).mappingDraft.archivedOption(own.name), own._id);
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
