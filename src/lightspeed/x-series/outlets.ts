import { UnreadableAnswerError } from '../errors.ts';
import type { HttpClient } from '../http/client.ts';
import { outletsQuery } from './query.ts';
import { type OutletRow, outletPage } from './schema.ts';

/** A hundred at least on each: no retailer has that many outlets, so a list longer than this has no end. */
const MAX_PAGES = 1_000;

/**
 * Every outlet, deleted ones too, by following the version until nothing comes. One that changed meanwhile comes
 * again with a higher version: the latest stands. Throws an UnreadableAnswerError for a list that does not end.
 */
export async function allOutlets(client: HttpClient): Promise<OutletRow[]> {
  const outlets = new Map<string, OutletRow>();
  let after = 0n;
  for (let pages = 0; pages < MAX_PAGES; pages += 1) {
    const { rows, max } = await client.get(client.target('outlets', outletsQuery(after)), outletPage);
    if (rows.length === 0) return [...outlets.values()];
    if (max <= after)
      throw new UnreadableAnswerError('The list of outlets leads back to a page already read.');
    for (const row of rows) outlets.set(row.id, row);
    after = max;
  }
  throw new UnreadableAnswerError(`The list of outlets has more than ${MAX_PAGES} pages.`);
}
