import { parentPort, threadId } from 'node:worker_threads';
import type { ToDraw } from '../../../src/charts/worker-words.ts';

let atOnce = 0;

parentPort?.on('message', ({ id, spec }: ToDraw) => {
  const answer = (text: string) => parentPort?.postMessage({ id, png: new TextEncoder().encode(text) });
  if (spec.description === 'thread') answer(String(threadId));
  if (spec.description === 'throw') throw new Error('broken');
  if (spec.description === 'exit') process.exit(0);
  if (spec.description !== 'count') return;
  atOnce += 1;
  const seen = atOnce;
  setTimeout(() => {
    answer(`${Math.max(seen, atOnce)} at once`);
    atOnce -= 1;
  }, 20);
});
