import { type Child, h } from './dom.ts';
import { type Json, list, str } from './json.ts';
import type { Names } from './mrkdwn.ts';
import { richText } from './rich-text.ts';

/** A table or data_table: its first row are the headings. */
export function table(block: Json, names: Names): Child {
  const rows = Array.isArray(block['rows']) ? block['rows'].map(list) : [];
  const [head = [], ...body] = rows;
  const headed = typeof block['row_header_column_index'] === 'number' ? block['row_header_column_index'] : 0;
  const align = list(block['column_settings']).map((each) => str(each['align']));
  const look = (cell: Json, column: number) =>
    align[column] || (cell['type'] === 'raw_number' ? 'right' : undefined);
  return h(
    'div',
    { class: 'table', role: 'group', tabindex: 0, 'aria-label': str(block['caption']) || 'Table' },
    h(
      'table',
      {},
      block['caption'] !== undefined && h('caption', {}, str(block['caption'])),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          head.map((cell, column) =>
            h('th', { scope: 'col', class: look(body[0]?.[column] ?? cell, column) }, content(cell, names)),
          ),
        ),
      ),
      h(
        'tbody',
        {},
        body.map((row) =>
          h(
            'tr',
            {},
            row.map((cell, column) =>
              h(
                column === headed ? 'th' : 'td',
                { scope: column === headed ? 'row' : undefined, class: look(cell, column) },
                content(cell, names),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}

function content(cell: Json, names: Names): Child[] {
  if (cell['type'] === 'rich_text') return richText(cell, names);
  return [str(cell['text']) || String(cell['value'] ?? '')];
}
