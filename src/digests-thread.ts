// As in main.ts: a thread compiles for itself.
import './compile-cache.js';
import { stepBack } from './step-back.ts';

// Before the rest is loaded, which takes a while.
stepBack();
await import('./bring-digests.ts');
