import { mkdtemp, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbedded } from '../../src/database/embedded.ts';
import { findMongod, mongodSearchFrom } from '../../src/database/mongod-binary.ts';
import { silent } from '../support/silent.ts';
import { play } from './play.ts';

/** `npm run chaos -- --runs 200 --seed 1`: plays the seeds from there on, and says which of them did not go well. */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
  },
});
const tell = (line: string) => process.stdout.write(`${line}\n`);

const dataDir = await mkdtemp(join(tmpdir(), 'daybook-chaos-'));
const search = mongodSearchFrom(process.env, homedir());
const server = await startEmbedded({
  dataDir,
  logger: silent,
  durable: false,
  expires: false,
  mongod: () => findMongod({ ...search, logger: silent }),
});
const first = Number(values.seed);
const failed: number[] = [];
let died = 0;
for (let seed = first; seed < first + Number(values.runs); seed += 1) {
  const begun = performance.now();
  const { wrong, deaths } = await play(seed, server.uri).catch((error: unknown) => ({
    wrong: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
    deaths: 0,
  }));
  died += deaths;
  const took = `${Math.round((performance.now() - begun) / 100) / 10} s`;
  tell(`seed ${seed}: ${deaths} deaths, ${wrong.length === 0 ? 'all is well' : 'NOT WELL'} (${took})`);
  if (wrong.length === 0) continue;
  failed.push(seed);
  for (const line of wrong) tell(line);
  tell(`again: npm run chaos -- --runs 1 --seed ${seed}`);
}
tell(
  `${values.runs} runs, ${died} deaths, ${failed.length} not well${failed.length > 0 ? `: seeds ${failed.join(', ')}` : ''}`,
);
await server.stop();
await rm(dataDir, { recursive: true, force: true });
process.exit(failed.length === 0 ? 0 : 1);
