import { plainBlocks } from './blocks.ts';
import { chart } from './chart.ts';
import type { Check, Fields } from './check.ts';
import { anything, byType } from './check.ts';
import { groups } from './groups.ts';
import { richText } from './rich-text.ts';
import { tables } from './tables.ts';

export type Surface = 'message' | 'modal' | 'home';

const kinds: Fields = {
  ...plainBlocks,
  ...groups,
  ...tables,
  rich_text: richText,
  data_visualization: chart,
};

const everywhere = [
  'actions',
  'context',
  'divider',
  'header',
  'image',
  'input',
  'rich_text',
  'section',
  'video',
];

/**
 * Which block may stand where (https://docs.slack.dev/blocks.json). Left out although that page allows them,
 * because they were seen not to render: card in a modal, tables on Home. `file` is read only.
 */
const allowed: Record<Surface, string[]> = {
  message: [
    ...everywhere,
    'card',
    'carousel',
    'container',
    'context_actions',
    'table',
    'data_table',
    'data_visualization',
    'markdown',
    'plan',
    'task_card',
  ],
  modal: [...everywhere, 'alert'],
  home: [...everywhere, 'card', 'carousel'],
};

/** The check of one block on a surface. */
export function blockOn(surface: Surface): Check {
  return byType(Object.fromEntries(allowed[surface].map((name) => [name, kinds[name] ?? anything])));
}
