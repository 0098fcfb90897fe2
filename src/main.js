import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// The one file in JavaScript: freeing a file of its types takes Node a moment to load what does that, and only files after this
// one are kept in the cache, freed and compiled; hence no static imports of ours here. The cache is where the code is, and
// nobody else can write; a folder that is read-only has none.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/compiled'));
await import('./start.ts');
