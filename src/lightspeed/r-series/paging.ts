import type { z } from 'zod';
import { UnreadableAnswerError } from '../errors.ts';
import type { HttpClient, Quick } from '../http/client.ts';
import type { Target } from '../http/persistent-get.ts';
import { SeenIds } from '../http/seen-ids.ts';
import type { Page } from './schema.ts';

/** Two million sales: no window is that full, so a list longer than this has no end. */
export const MAX_PAGES = 20_000;

/** How a list is read. */
export interface PagesRead<Row> {
  schema: z.ZodType<Page<Row>>;
  quick?: Quick<Page<Row>>;
  /** The longest list that is followed. */
  maxPages?: number | undefined;
}

/**
 * The rows of a V3 list, one page at a time, by following `@attributes.next` as it stands.
 * Ends normally only after the last page; throws an UnreadableAnswerError for a next page on another origin
 * (it would be sent the key), a page asked for before, a row that came before, or more than `maxPages` pages.
 */
export async function* pagesOf<Row extends { id: string }>(
  client: HttpClient,
  first: Target,
  { schema, quick, maxPages = MAX_PAGES }: PagesRead<Row>,
): AsyncGenerator<Row[]> {
  const seen = new SeenIds();
  // Since the last row: a circle of pages with rows brings one twice.
  const asked = new Set<string>();
  let pages = 0;
  const ask = (target: Target) => {
    if (asked.has(target.url.href)) throw unreadable(first, 'leads back to a page that was already read');
    if (pages >= maxPages) throw unreadable(first, `has more than ${maxPages} pages`);
    asked.add(target.url.href);
    pages += 1;
    return client.get(target, schema, quick);
  };

  let coming: Promise<Page<Row>> | null = ask(first);
  while (coming !== null) {
    const page: Page<Row> = await coming;
    const twice = page.rows.find((row) => !seen.add(row.id));
    if (twice) throw unreadable(first, `has ${twice.id} twice`);
    if (page.rows.length > 0) asked.clear();
    // The next page is on its way while this one is counted.
    coming = page.next === null ? null : ask({ url: nextUrl(page.next, first), name: first.name });
    // Whoever stops reading here is not told of a page that nobody waits for.
    coming?.catch(() => undefined);
    yield page.rows;
  }
}

function nextUrl(next: string, first: Target): URL {
  const url = URL.parse(next, first.url);
  if (!url) throw unreadable(first, 'names a next page that is no URL');
  // A proxy that leaves the public host in the link ends here too: better no figures than a key given away.
  if (url.origin !== first.url.origin || url.username !== '' || url.password !== '') {
    throw unreadable(first, 'names a next page on another host than the one asked');
  }
  return url;
}

function unreadable(first: Target, what: string): UnreadableAnswerError {
  return new UnreadableAnswerError(`The list of ${first.name} ${what}.`);
}
