import type { ExternalSelect, KnownBlock, PlainTextOption, SectionBlock, StaticSelect } from '@slack/types';
import { special } from '../../src/departments/fresh-choices.ts';
import { type Language, list } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { NewStore, StoreNoticeData } from '../../src/new-stores/notice-data.ts';
import type { Message } from '../../src/slack/message.ts';
import { asText, button, buttons, cut, option, plain, section } from '../blocks.ts';
import { actions } from '../ids.ts';
import { mapButton } from '../link/blocks.ts';
import { nameList } from '../name-list.ts';

/** Most stores that get a select in the notice; the form has them all. */
const mostStores = 10;

/** Beyond so many characters in all selects together they are filled as one types: Slack limits a message's text. */
const roomForOptions = 6_000;

const mostOptions = 100;

/** Tells of stores that a night found, each with the select that maps it, or with what became of it. */
export function newStoresMessage(data: StoreNoticeData, { language }: { language: Language }): Message {
  const { linkNotices } = texts(language);
  const { link, stores } = data;
  const names = nameList(
    stores.map(({ name }) => name),
    language,
  );
  const isOpen = stores.some(({ mapped }) => mapped === null);
  const news = isOpen ? linkNotices.newStores(asText(link.name), stores.length, names) : undefined;
  const done = stores.filter(({ mapped }) => mapped !== null).map((store) => storeLine(store, language));
  return {
    text: cut([...(news === undefined ? [] : [news]), ...done].join('\n'), 3_000),
    blocks: [
      ...(news === undefined ? [] : [section(news)]),
      ...storeBlocks(data, language),
      ...moreBlock(data, language),
      ...(isOpen ? [buttons(formButton(data, language))] : []),
    ],
  };
}

/** What there is to choose for a new store; a new department and shares take the form. */
export function newStoreOptions(
  departments: StoreNoticeData['departments'],
  language: Language,
): PlainTextOption[] {
  return [
    ...departments.slice(0, mostOptions - 1).map(({ _id, name }) => option(name, _id)),
    option(texts(language).mapping.ignore, special.ignore),
  ];
}

/** What became of a store, in words. */
export function storeLine({ name, mapped }: NewStore, language: Language): string {
  const { storeNotice } = texts(language);
  if (!mapped) return storeNotice.line(asText(name));
  const { departments, by } = mapped;
  if (departments.length === 0) return storeNotice.ignored(asText(name), by);
  return storeNotice.mapped(asText(name), asText(list(departments, language)), by);
}

const prefix = 'new_store';

/** The block that stands for a store of a notice. */
function newStoreBlock(noticeId: string, storeId: string): string {
  return `${prefix}:${noticeId}:${storeId}`;
}

/** Which store of which notice a block stands for; undefined for any other block. */
export function readNewStoreBlock(blockId: string): { noticeId: string; storeId: string } | undefined {
  const [start, noticeId, storeId] = blockId.split(':');
  return start === prefix && noticeId && storeId ? { noticeId, storeId } : undefined;
}

function storeBlocks(data: StoreNoticeData, language: Language): KnownBlock[] {
  const shown = data.stores.slice(0, mostStores);
  const options = newStoreOptions(data.departments, language);
  const length = options.reduce((sum, { text }) => sum + text.text.length, 0) * shown.length;
  const isTypeAhead = data.departments.length > mostOptions - 1 || length > roomForOptions;
  return shown.map((store) => {
    const line = section(storeLine(store, language));
    if (store.mapped) return line;
    return {
      ...line,
      block_id: newStoreBlock(data.noticeId, store.storeId),
      accessory: selectOf(isTypeAhead ? undefined : options, language),
    } satisfies SectionBlock;
  });
}

/** Without options: they are looked up as one types. */
function selectOf(options: PlainTextOption[] | undefined, language: Language): StaticSelect | ExternalSelect {
  const common = {
    action_id: actions.mapNewStore,
    placeholder: plain(texts(language).storeNotice.choose),
  };
  return options
    ? { type: 'static_select', options, ...common }
    : { type: 'external_select', min_query_length: 0, ...common };
}

function moreBlock({ link, stores }: StoreNoticeData, language: Language): KnownBlock[] {
  const more = stores.length - mostStores;
  if (more <= 0) return [];
  return [section(texts(language).storeNotice.more(more), mapButton(link, language))];
}

function formButton({ link }: StoreNoticeData, language: Language) {
  const { storeNotice, links } = texts(language);
  return button({
    action: actions.openMapping,
    text: storeNotice.newDepartment,
    value: link._id,
    label: links.mapLabel(link.name),
  });
}
