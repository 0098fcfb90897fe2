import { once } from 'node:events';
import { getPriority } from 'node:os';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';

const stepBack = new URL('../src/step-back.ts', import.meta.url).href;

/** Steps back in a thread of its own and says with what priority that thread goes on. */
const inThread = `
  const { readlinkSync } = require('node:fs');
  const { getPriority } = require('node:os');
  const { basename } = require('node:path');
  const { parentPort } = require('node:worker_threads');
  import(${JSON.stringify(stepBack)}).then(({ stepBack }) => {
    stepBack();
    parentPort.postMessage(getPriority(Number(basename(readlinkSync('/proc/thread-self')))));
  });
`;

test('a thread steps back alone', async (context) => {
  context.skip(process.platform !== 'linux', 'only Linux knows a priority for one thread');
  const before = getPriority();

  const worker = new Worker(inThread, { eval: true });
  const [ofThread] = await once(worker, 'message');

  expect({ ofThread, ofProcess: getPriority() }).toEqual({
    ofThread: Math.min(before + 10, 19),
    ofProcess: before,
  });
});
