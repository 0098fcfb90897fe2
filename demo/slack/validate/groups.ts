import { isObject } from '../json.ts';
import { limits } from '../limits.ts';
import { plainBlocks } from './blocks.ts';
import type { Check, Fields } from './check.ts';
import { anything, boolean, byType, either, list, oneOf, string, typed } from './check.ts';
import { button } from './elements.ts';
import { richText } from './rich-text.ts';
import { tables } from './tables.ts';
import { anyText, imageElement, plainText } from './text.ts';

const blockId = { block_id: string(limits.blockId) };

const cardSaysSomething: Check = (value, at, found) => {
  if (!isObject(value)) return;
  const parts = ['hero_image', 'title', 'actions', 'body'];
  if (parts.every((part) => value[part] === undefined)) {
    found.push({ message: `must define at least one of: ${parts.join(', ')}`, pointer: at });
  }
};

/** The texts are text objects though Slack's table of fields says String (bare strings are refused). */
const card = typed(
  {},
  {
    ...blockId,
    hero_image: imageElement,
    icon: imageElement,
    title: anyText(limits.cardTitle),
    subtitle: anyText(limits.cardTitle),
    body: anyText(limits.cardBody),
    actions: list(byType({ button }), limits.actionsElements),
  },
  cardSaysSomething,
);

function pick(...names: string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, plainBlocks[name] ?? anything]));
}

const groupable = byType({
  ...pick('actions', 'context', 'divider', 'header', 'image', 'input', 'section', 'video'),
  rich_text: richText,
  table: tables['table'] ?? anything,
});

const task = typed(
  {
    task_id: string(),
    title: string(),
    status: oneOf('pending', 'in_progress', 'complete', 'error'),
  },
  {
    ...blockId,
    details: richText,
    output: richText,
    sources: list(byType({ url: typed({ url: string(), text: string() }) })),
  },
);

/** Blocks that hold other blocks. */
export const groups: Fields = {
  card,
  carousel: typed({ elements: list(byType({ card }), limits.carouselCards) }, blockId),
  container: typed(
    { child_blocks: list(groupable, limits.containerBlocks) },
    {
      ...blockId,
      title: plainText(limits.containerTitle),
      rich_text_title: richText,
      subtitle: anyText(limits.containerTitle),
      width: oneOf('narrow', 'standard', 'wide', 'full'),
      icon: imageElement,
      is_collapsible: boolean,
      default_collapsed: boolean,
      has_header_divider: boolean,
    },
    either('title', 'rich_text_title', 'allowed'),
  ),
  task_card: task,
  plan: typed({ title: string() }, { ...blockId, tasks: list(byType({ task_card: task }), undefined, 0) }),
};
