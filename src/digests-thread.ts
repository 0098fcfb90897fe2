import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// As main.js does, and for the same reason: a thread compiles for itself.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/compiled'));
await import('./bring-digests.ts');
