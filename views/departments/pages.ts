import type { KnownBlock } from '@slack/types';
import type { Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { button, buttons, context } from '../blocks.ts';
import { actions } from '../ids.ts';

/** How many departments a page shows: each has a section of its own, and a modal holds a hundred blocks. */
const pageSize = 20;

/** Which of the two lists, and which of its pages, counted from 0. */
export interface Page {
  list: 'active' | 'archived';
  page: number;
}

export interface Paged<Row> {
  rows: Row[];
  page: number;
  pages: number;
}

/** The rows of one page; of the nearest one where there is no such page. */
export function pageOf<Row>(all: readonly Row[], page: number): Paged<Row> {
  const pages = Math.max(1, Math.ceil(all.length / pageSize));
  const shown = Math.min(Math.max(0, page), pages - 1);
  return { rows: all.slice(shown * pageSize, (shown + 1) * pageSize), page: shown, pages };
}

/** On which page a row stands; the first where it is none of them. */
export function pageWith<Row extends { id: string }>(all: readonly Row[], id: string): number {
  return Math.max(0, Math.floor(all.findIndex((row) => row.id === id) / pageSize));
}

/** Where one is in a list, and the ways to its other pages; nothing when there is one page. */
export function pagingBlocks(
  { list, page, pages, all }: Page & { pages: number; all: number },
  language: Language,
): KnownBlock[] {
  if (pages <= 1) return [];
  const { departments } = texts(language);
  const before = button({
    action: actions.previousDepartments,
    text: departments.previous,
    value: pageValue({ list, page: page - 1 }),
  });
  const after = button({
    action: actions.nextDepartments,
    text: departments.next,
    value: pageValue({ list, page: page + 1 }),
  });
  return [
    context(departments.page(page + 1, pages, all)),
    buttons(...(page > 0 ? [before] : []), ...(page < pages - 1 ? [after] : [])),
  ];
}

export function pageValue({ list, page }: Page): string {
  return `${list} ${page}`;
}

/** Reads the value of a button that leads to a page; the first one where it says nothing known. */
export function readPage(value: string): Page {
  const [list, page] = value.split(' ');
  return { list: list === 'archived' ? 'archived' : 'active', page: Math.trunc(Number(page)) || 0 };
}
