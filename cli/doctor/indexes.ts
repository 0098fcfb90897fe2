import { ensureIndexes } from '../../src/database/indexes.ts';
import type { Opened } from '../open.ts';
import { isOfThisVersion } from './database.ts';
import { type Found, fault, ok } from './finding.ts';

/** Whether the indexes are there on which rules like 'once' rest. */
export async function indexFindings({ engine }: Opened): Promise<Found[]> {
  const { connection } = engine;
  // They are made with the changes of how things are kept, of which is told elsewhere.
  if (!(await isOfThisVersion(engine))) return [];
  const what = 'the indexes are there';
  const missing: string[] = [];
  for (const model of Object.values(connection.models)) {
    const { toCreate } = await model.diffIndexes();
    if (toCreate.length > 0) missing.push(`${toCreate.length} of ${model.collection.name}`);
  }
  if (missing.length === 0) return [ok(what)];
  return [
    fault(what, {
      wrong: `missing: ${missing.join(', ')}`,
      next: 'Start Daybook again: it makes them.',
      mend: async () => {
        await ensureIndexes(connection);
        return 'they were made; nothing else was touched';
      },
    }),
  ];
}
