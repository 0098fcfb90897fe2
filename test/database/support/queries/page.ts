import type { Explained } from './lived.ts';

const intro = `# How each question is answered

What Daybook asks of its database, with the values taken out, and by which index the answer is found. A test lives through the main
job, presses every button there is, adds most of a year of 42 stores and of 60 other workspaces, and has the server explain each
question it saw (\`test/database/explained-queries.test.ts\`, which writes this page when it is run with \`-u\`). It fails where
one reads a whole collection, sorts what grows with the days in memory, or opens documents that it does not need, except where a
reason is given there; and for an index that serves nothing.

*alone*: all that is wanted stands in the index, and no document is opened. *a few*: no more than so many are asked for. \`lease›until\` is a field in a field.
`;

/** The page of all questions, a table for each collection. */
export function pageOf(explained: readonly Explained[], reasons: ReadonlyMap<string, string>): string {
  const byCollection = Map.groupBy(explained, ({ asked }) => asked.collection);
  const parts = [...byCollection].sort(byName).map(([collection, own]) => {
    const rows = [...Map.groupBy(own, ({ shape }) => shape)]
      .sort(byName)
      .map(
        ([shape, plans]) =>
          `| ${questionOf(shape, collection)} | ${[...new Set(plans.map(answer))].join('; ')} |`,
      );
    return ['', `## ${collection}`, '', '| question | found by |', '| --- | --- |', ...rows].join('\n');
  });
  return `${[intro.trimEnd(), ...parts].join('\n')}\n`;

  function answer({ shape, indexes, readsAll, isIndexOnly }: Explained): string {
    const how = readsAll
      ? 'reading all'
      : `${indexes.map((name) => `\`${name}\``).join(' and ') || '`_id_`'}`;
    const reason = reasons.get(shape);
    return `${how}${isIndexOnly ? ' alone' : ''}${reason === undefined ? '' : `: ${reason}`}`;
  }
}

/** As it stands on the page, where nothing may look like the name of a file. */
export function questionOf(shape: string, collection: string): string {
  return `\`${shape.replace(` ${collection}`, '').replace(/(?<=\w)\.(?=\w)/g, '›')}\``;
}

const byName = ([one]: [string, unknown], [other]: [string, unknown]) => (one < other ? -1 : 1);
