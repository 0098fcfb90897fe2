import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench, Row } from '../bench.ts';
import { startServer } from '../database.ts';
import { startDaybook } from '../daybook.ts';
import { inFolder } from '../folder.ts';
import { startApart } from '../fork.ts';
import { settingsFor } from '../settings.ts';
import { startSlackStub } from '../slack-stub.ts';

const runs = 5;

export const startBench: Bench = {
  name: 'start',
  about: 'from nothing to ready, and the memory at rest, beside a bare app of Bolt and Mongoose',
  run: async () => {
    const slack = await startSlackStub();
    const server = await startServer();
    const uri = server.uri('start');
    try {
      return await inFolder(async (dataDir) => {
        const daybook = () => startDaybook(settingsFor({ slack, uri, dataDir, role: 'all' }));
        const bare = () => startApart(new URL('bare.ts', import.meta.url), { args: [slack.url, uri] });
        // The first start makes the indexes.
        await (await daybook()).stop();
        return { rows: await rowsOf(daybook, bare) };
      });
    } finally {
      await server.stop();
      await slack.close();
    }
  },
};

type Start = () => ReturnType<typeof startApart>;

async function rowsOf(daybook: Start, bare: Start): Promise<Row[]> {
  const [starts, bareStarts, rests, bareRests]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (let run = 0; run < runs; run += 1) {
    await once(bare, bareStarts, bareRests);
    await once(daybook, starts, rests);
  }
  return [
    {
      name: 'start to ready',
      unit: 'ms',
      samples: starts,
      floor: { name: 'bare', samples: bareStarts },
      target: { at: 'most', value: 1.5 },
    },
    {
      name: 'memory at rest',
      unit: 'MiB',
      samples: rests,
      floor: { name: 'bare', samples: bareRests },
      target: { at: 'most', value: 1.3 },
    },
  ];
}

async function once(start: Start, starts: number[], rests: number[]): Promise<void> {
  const began = performance.now();
  const app = await start();
  starts.push(performance.now() - began);
  await sleep(5_000);
  rests.push(await residentMiB(app.pid));
  await app.stop();
}

/** Resident memory of a process, as Linux tells it. */
async function residentMiB(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024;
}
