import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../src/database/open.ts';
import { createLogger } from '../../src/logger.ts';
import { generatedWorld, netherlands } from '../lightspeed/generator.ts';
import { createClock, startLocalWorkspace } from '../local-workspace.ts';
import { playStory } from './story.ts';

/** Plays the whole story in a folder of its own, which is gone afterwards. Returns the exit code. */
export async function checkStory(
  tell: (line: string) => void,
  env: Record<string, string | undefined>,
): Promise<number> {
  const world = generatedWorld(netherlands({ from: '2024-11-01', to: '2025-12-31' }));
  const clock = createClock('2025-11-12T10:00:00+01:00');
  const logger = createLogger('error');
  const dataDir = await mkdtemp(join(tmpdir(), 'daybook-demo-'));
  const database = await openDatabase({ mongodbUri: undefined, dataDir, logger, env, expires: false });
  const workspace = await startLocalWorkspace({
    connection: database.connection,
    dataDir,
    clock,
    world,
    transport: 'http',
    logger,
  });
  try {
    await playStory({ workspace, clock, world, tell });
    tell('All figures equal those worked out from the sales by other code.');
    return 0;
  } catch (error) {
    tell(`The story went wrong. ${error instanceof Error ? error.message : error}`);
    return 1;
  } finally {
    await workspace.close();
    await database.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}
