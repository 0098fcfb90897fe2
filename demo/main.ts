import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../src/database/open.ts';
import { createLogger } from '../src/logger.ts';
import { playStory } from './check/story.ts';
import { generatedWorld, netherlands } from './lightspeed/generator.ts';
import { createClock, startLocalWorkspace } from './local-workspace.ts';

const world = generatedWorld(netherlands({ from: '2024-11-01', to: '2025-12-31' }));
const clock = createClock('2025-11-12T10:00:00+01:00');
const tell = (line: string) => process.stdout.write(`${line}\n`);
const isCheck = process.argv.includes('--check');
const logger = createLogger(isCheck ? 'error' : 'info');

const dataDir = isCheck ? await mkdtemp(join(tmpdir(), 'daybook-demo-')) : join('data', 'demo');
const database = await openDatabase({ mongodbUri: undefined, dataDir, logger, env: process.env });
const workspace = await startLocalWorkspace({
  connection: database.connection,
  dataDir,
  clock,
  world,
  transport: 'http',
  logger,
});

async function close(): Promise<void> {
  await workspace.close();
  await database.close();
  if (isCheck) await rm(dataDir, { recursive: true, force: true });
}

if (isCheck) {
  let failure: unknown;
  try {
    await playStory({ workspace, clock, world, tell });
    tell('All figures equal those worked out from the sales by other code.');
  } catch (error) {
    failure = error;
  }
  await close();
  if (failure) {
    tell(`The story went wrong. ${failure instanceof Error ? failure.message : failure}`);
    process.exit(1);
  }
  process.exit(0);
} else {
  tell('Daybook runs beside local stand-ins for Slack and Lightspeed; nothing leaves this machine.');
  tell(`People are moved by POST ${workspace.slack.url}/__driver (see demo/slack/README.md).`);
  const stop = () => {
    void close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}
