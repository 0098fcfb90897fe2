import { parentPort } from 'node:worker_threads';
import { stepBack } from '../step-back.ts';
import type { Drawn, ToDraw } from './worker-words.ts';

// Loading what draws takes longer than a picture: behind the others, too.
stepBack();
const { renderPng } = await import('./render-png.ts');

/** Runs in a thread of its own, so that drawing never keeps the rest of Daybook waiting. */
parentPort?.on('message', ({ id, spec }: ToDraw) => {
  renderPng(spec).then(
    (png) => answer({ id, png }),
    (error: unknown) => answer({ id, failure: error instanceof Error ? error.message : String(error) }),
  );
});

function answer(drawn: Drawn): void {
  parentPort?.postMessage(drawn);
}
