import { limits } from '../limits.ts';
import type { Fields } from './check.ts';
import { boolean, byType, list, number, oneOf, record, string, typed } from './check.ts';
import { richText } from './rich-text.ts';

/** An empty cell is refused, and the whole message with it: a dash or a space has to stand in. */
const cell = byType({
  raw_text: typed({ text: string() }),
  raw_number: typed({ value: number(), text: string() }),
  rich_text: richText,
});

const row = list(cell, limits.tableCells);

export const tables: Fields = {
  table: typed(
    { rows: list(row, limits.tableRows) },
    {
      block_id: string(limits.blockId),
      column_settings: list(
        record({}, { align: oneOf('left', 'center', 'right'), is_wrapped: boolean }),
        limits.tableCells,
        0,
      ),
    },
  ),
  data_table: typed(
    { rows: list(row, limits.dataTableRows, 2), caption: string() },
    {
      block_id: string(limits.blockId),
      page_size: number(1, limits.dataTablePage.max, true),
      row_header_column_index: number(0, limits.tableCells.max - 1, true),
    },
  ),
};
