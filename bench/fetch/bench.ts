import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import type { Bench, Report, Row } from '../bench.ts';
import { startFlags } from '../daybook.ts';
import { runApart, startApart } from '../fork.ts';
import { totalOf } from './sales.ts';

interface Outcome {
  ms: number;
  peak: number;
  total: { gross: number; tax: number; sales: number };
}

const runs = 3;
const counts = [10_000, 100_000];
const ours = new URL('ours.ts', import.meta.url);
const peer = new URL('peer.mjs', import.meta.url);
const peersFolder = new URL('../peers/node_modules/', import.meta.url);

export const fetchBench: Bench = {
  name: 'fetch',
  about:
    'sales from R-Series to figures, beside the npm package lightspeed-retail-sdk, and the memory it takes',
  run: measure,
};

async function measure(): Promise<Report> {
  const server = await startApart(new URL('server.ts', import.meta.url));
  const read: Read = async (file, count) => {
    const flags = file === ours ? startFlags : [];
    const outcome = await runApart<Outcome>(file, [server.said, String(count)], flags);
    assert.deepEqual(outcome.total, totalOf(count));
    return outcome;
  };
  try {
    const rows: Row[] = [];
    const remarks: string[] = [];
    // The server makes its pages when they are first asked for.
    for (const count of counts) await fetch(`${server.said}/${count}/API/V3/Account/1/Sale.json`);
    if (existsSync(peersFolder)) rows.push(...(await speeds(read)));
    else remarks.push('the peer is not installed: npm ci --prefix bench/peers --ignore-scripts');
    rows.push(await memory(read));
    return { rows, remarks };
  } finally {
    await server.stop();
  }
}

type Read = (file: URL, count: number) => Promise<Outcome>;

async function speeds(read: Read): Promise<Row[]> {
  const rows: Row[] = [];
  for (const count of counts) {
    const [mine, theirs]: [number[], number[]] = [[], []];
    for (let run = 0; run < runs; run += 1) {
      mine.push((count / (await read(ours, count)).ms) * 1000);
      theirs.push((count / (await read(peer, count)).ms) * 1000);
    }
    rows.push({
      name: `${count} sales`,
      unit: 'sales/s',
      samples: mine,
      floor: { name: 'lightspeed-retail-sdk', samples: theirs },
      target: { at: 'least', value: 3 },
    });
  }
  return rows;
}

/** Peak memory (resident, MiB) of a night of a million sales beside one of a thousand. */
async function memory(read: Read): Promise<Row> {
  const [many, few]: [number[], number[]] = [[], []];
  for (let run = 0; run < runs; run += 1) {
    few.push((await read(ours, 1_000)).peak / 2 ** 20);
    many.push((await read(ours, 1_000_000)).peak / 2 ** 20);
  }
  return {
    name: 'peak memory of 1,000,000 sales',
    unit: 'MiB',
    samples: many,
    floor: { name: '1,000 sales', samples: few },
    target: { at: 'most', value: 1.1 },
  };
}
