import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { acksBench } from './acks/bench.ts';
import type { Bench } from './bench.ts';
import { dayBench } from './day/bench.ts';
import { digestsBench, fewDigestsBench } from './digests/bench.ts';
import { fetchBench } from './fetch/bench.ts';
import { judge } from './judge.ts';
import { linksBench, manyLinksBench } from './links/bench.ts';
import { startBench } from './start/bench.ts';
import { storageBench } from './storage/bench.ts';
import { tableOf } from './table.ts';

const benches: readonly Bench[] = [
  acksBench,
  dayBench,
  digestsBench,
  fewDigestsBench,
  fetchBench,
  linksBench,
  manyLinksBench,
  startBench,
  storageBench,
];

/** `npm run bench [name ...]`: all of them, or those named. */
async function main(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !benches.some((bench) => bench.name === name));
  if (unknown.length > 0)
    throw new Error(
      `no bench named ${unknown.join()}; there are ${benches.map(({ name }) => name).join(', ')}`,
    );
  const results = new URL('results/', import.meta.url);
  await mkdir(results, { recursive: true });
  for (const { name, about, run } of benches) {
    if (names.length > 0 && !names.includes(name)) continue;
    process.stdout.write(`\n${name}: ${about}\n`);
    const { rows, remarks = [] } = await run();
    const judged = rows.map(judge);
    process.stdout.write(`${tableOf(judged)}\n${remarks.map((remark) => `- ${remark}\n`).join('')}`);
    const machine = { cores: cpus().length, node: process.version };
    const text = `${JSON.stringify({ name, about, machine, rows: judged, remarks }, null, 2)}\n`;
    await writeFile(new URL(`${name}.json`, results), text);
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exit(1);
}
