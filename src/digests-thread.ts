import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { stepBack } from './step-back.ts';

// As main.ts does, and for the same reason: a thread compiles for itself.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/compiled'));
stepBack();
await import('./bring-digests.ts');
