import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emoji } from '../../../demo/page/emoji.ts';

test('every emoji that Daybook writes by name is shown by the page', async () => {
  const names = new Set<string>();
  for (const folder of ['views', 'commands', 'src'])
    for (const name of await readdir(folder, { recursive: true })) {
      if (!name.endsWith('.ts')) continue;
      const code = await readFile(join(folder, name), 'utf8');
      for (const [, found = ''] of code.matchAll(/[`'" ]:([a-z][a-z0-9_+-]+):(?![a-z0-9])/g))
        names.add(found);
    }
  // Not used as an emoji: the example of one in a name of a department.
  names.delete('bread');

  expect(names.size).toBeGreaterThan(3);
  expect([...names].filter((name) => emoji(name) === undefined)).toEqual([]);
});
