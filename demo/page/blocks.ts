import { chart } from './chart.ts';
import { type Child, h } from './dom.ts';
import { element, elementsOf } from './elements.ts';
import { inputBlock } from './input-block.ts';
import { type Json, list, obj, str, words } from './json.ts';
import { plainText } from './mrkdwn.ts';
import { picture } from './picture.ts';
import { richText } from './rich-text.ts';
import type { Spot } from './spot.ts';
import { table } from './table.ts';
import { text } from './text.ts';

type Draw = (block: Json, spot: Spot) => Child;

const kinds: Record<string, Draw> = {
  section,
  header: (block) => h('h3', { class: 'headline' }, plainText(words(block['text']))),
  divider: () => h('hr'),
  context: (block, spot) => h('div', { class: 'context' }, elementsOf(spot, block)),
  actions: (block, spot) => h('div', { class: 'actions' }, elementsOf(spot, block)),
  context_actions: (block, spot) => h('div', { class: 'actions' }, elementsOf(spot, block)),
  input: (block, spot) => inputBlock(block, spot),
  image: (block) =>
    h(
      'figure',
      { class: 'image' },
      block['title'] !== undefined && h('figcaption', {}, words(block['title'])),
      picture(block, 'large'),
    ),
  rich_text: (block, { names }) => h('div', { class: 'rich' }, richText(block, names)),
  markdown: (block) => h('div', { class: 'markdown' }, plainText(str(block['text']))),
  table: (block, { names }) => table(block, names),
  data_table: (block, { names }) => table(block, names),
  data_visualization: (block) => chart(block),
  alert: (block, { names }) =>
    h('div', { class: `alert ${str(block['level'])}`, role: 'note' }, text(block['text'], names)),
  card,
  carousel: (block, spot) =>
    h(
      'div',
      { class: 'cards' },
      list(block['elements']).map((each) => card(each, spot)),
    ),
  container,
};

/** Blocks in their order. */
export function blocks(all: Json[], spot: Spot): Child[] {
  return all.map((block, index) => {
    const draw = kinds[str(block['type'])];
    const shown = draw
      ? draw(block, spot)
      : h('p', { class: 'unknown' }, `(a block of type ${str(block['type'])} is not shown here)`);
    return h('div', { key: `${spot.scope}-${str(block['block_id']) || index}`, class: 'block' }, shown);
  });
}

function section(block: Json, spot: Spot): Child {
  const accessory = obj(block['accessory']);
  const fields = list(block['fields']);
  const label = (words(block['text']) || words(fields[0])).split('\n')[0]?.replace(/[*_~`]/g, '');
  return h(
    'div',
    { class: 'section' },
    h(
      'div',
      { class: 'words' },
      text(block['text'], spot.names),
      fields.length > 0 &&
        h(
          'div',
          { class: 'fields' },
          fields.map((field) => h('div', {}, text(field, spot.names))),
        ),
    ),
    block['accessory'] !== undefined &&
      h('div', { class: 'accessory' }, element({ spot, block, element: accessory, label, isInput: false })),
  );
}

function card(block: Json, spot: Spot): Child {
  const hero = obj(block['hero_image']);
  return h(
    'div',
    { class: 'card' },
    block['hero_image'] !== undefined && picture(hero, 'large'),
    block['title'] !== undefined && h('strong', {}, text(block['title'], spot.names)),
    block['subtitle'] !== undefined && h('small', {}, text(block['subtitle'], spot.names)),
    block['body'] !== undefined && h('div', {}, text(block['body'], spot.names)),
    h(
      'div',
      { class: 'actions' },
      list(block['actions']).map((each) =>
        element({ spot, block, element: each, label: undefined, isInput: false }),
      ),
    ),
  );
}

function container(block: Json, spot: Spot): Child {
  const title = [
    ...text(block['title'], spot.names),
    ...(block['rich_text_title'] === undefined ? [] : richText(obj(block['rich_text_title']), spot.names)),
  ];
  const inside = blocks(list(block['child_blocks']), spot);
  if (block['is_collapsible'] !== true)
    return h('div', { class: 'container' }, h('strong', {}, title), inside);
  return h(
    'details',
    { class: 'container', open: block['default_collapsed'] !== true },
    h('summary', {}, title),
    inside,
  );
}
