// First, also where it was not asked for at the start; hence no other static imports of ours here.
import './compile-cache.js';

await import('./start.ts');
