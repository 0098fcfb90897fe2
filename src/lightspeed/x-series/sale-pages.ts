import type { SalesWindow } from '../connector.ts';
import { UnreadableAnswerError } from '../errors.ts';
import type { HttpClient } from '../http/client.ts';
import { SeenIds } from '../http/seen-ids.ts';
import { salesQuery } from './query.ts';
import { type SaleRow, salePage } from './schema.ts';

/** Two million sales: no window is that full, so a list longer than this has no end. */
export const MAX_PAGES = 2_000;

/** No limit on a page is known to be lower than this (0.9 had 200): a shorter page was not cut, it is the last. */
const SURELY_UNCUT = 100;

/**
 * The sales of a window in some states as `/search` gives them, one page at a time, by offset. An offset counts rows of a set that may
 * move between two pages, which would skip or repeat some. So each further page is asked to begin with the last row of
 * the page before, and the list is at its end when nothing follows that row.
 * Ends normally only after the last page; throws an UnreadableAnswerError when the set moved, when a sale came before,
 * or after more than `maxPages` pages.
 */
export async function* salePages(
  client: HttpClient,
  window: SalesWindow,
  { states, maxPages = MAX_PAGES }: { states: readonly string[]; maxPages?: number | undefined },
): AsyncGenerator<SaleRow[]> {
  const seen = new SeenIds();
  let read = 0;
  let last: string | undefined;
  for (let pages = 0; ; pages += 1) {
    if (pages >= maxPages) throw unreadable(`has more than ${maxPages} pages`);
    const target = client.target('search', salesQuery(window, { offset: Math.max(0, read - 1), states }));
    const page = await client.get(target, salePage);
    const rows = after(last, page);
    const twice = rows.find((row) => !seen.add(row.id));
    if (twice) throw unreadable(`has ${twice.id} twice`);
    if (rows.length > 0) yield rows;
    if (rows.length === 0 || page.length < SURELY_UNCUT) return;
    read += rows.length;
    last = rows.at(-1)?.id;
  }
}

function after(last: string | undefined, page: SaleRow[]): SaleRow[] {
  if (last === undefined) return page;
  const [first, ...rows] = page;
  if (first?.id !== last) throw unreadable('moved while it was read');
  return rows;
}

function unreadable(what: string): UnreadableAnswerError {
  return new UnreadableAnswerError(`The list of sales ${what}.`);
}
