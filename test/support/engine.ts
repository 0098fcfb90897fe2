import { onTestFinished } from 'vitest';
import type { OAuthOptions } from '../../demo/lightspeed/oauth/oauth.ts';
import { type Lightspeed, startLightspeed } from '../../demo/lightspeed/server.ts';
import type { World } from '../../demo/lightspeed/world.ts';
import { readConfig } from '../../src/config.ts';
import type { Context, Engine } from '../../src/context.ts';
import { connect } from '../../src/database/connect.ts';
import { createEngine } from '../../src/engine.ts';
import { createConnect } from '../../src/lightspeed/till.ts';
import { createMetrics } from '../../src/metrics.ts';
import { runDue } from '../../src/run-due.ts';
import { enterWorkspace } from '../../src/workspaces.ts';
import { clockAt, type MovableClock } from './clock.ts';
import { preparedDatabase } from './database.ts';
import { plainFaces } from './plain-faces.ts';
import { RecordingDelivery } from './recording-delivery.ts';
import { silent } from './silent.ts';

export const workspaceId = 'T1';
export const encryptionKeys = `k1:${Buffer.alloc(32, 7).toString('base64')}`;

/** An engine with all that is around it: a database of its own, a till, a Slack, and a clock that stands still. */
export interface Bench {
  engine: Engine;
  clock: MovableClock;
  /** The first account. */
  world: World;
  lightspeed: Lightspeed;
  delivery: RecordingDelivery;
  /** The engine at work for the one workspace there is, as it is kept now. */
  context(workspace?: string): Promise<Context>;
  /** Moves the clock, then does what is due. */
  runAt(instant: string): Promise<void>;
  /** Another process on the same database: the same keys and clock, a connection of its own. */
  anotherEngine(): Promise<Engine>;
}

export interface BenchOptions {
  /** How Lightspeed's authorization server is set up. */
  oauth?: OAuthOptions;
  /** Further settings of the environment. */
  env?: Record<string, string>;
  /** One Lightspeed account, or several. */
  world: World | readonly World[];
  at: string;
  /** Another server than that of this run. */
  server?: string;
}

/** Starts a bench at an instant (ISO 8601 with an offset); it is taken down when the test is over. */
export async function startBench({ world, at, oauth, env, server }: BenchOptions): Promise<Bench> {
  const worlds = [world].flat();
  const [first] = worlds;
  if (!first) throw new Error('a bench needs an account');
  const clock = clockAt(at);
  const database = await preparedDatabase(server);
  const lightspeed = await startLightspeed({
    world: worlds,
    clock: clock.now,
    limits: { burst: 10_000, bucket: 100_000 },
    ...(oauth === undefined ? {} : { oauth }),
  });
  onTestFinished(async () => {
    await lightspeed.close();
    await database.drop();
  });
  const delivery = new RecordingDelivery(clock.now);
  const config = readConfig({
    LIGHTSPEED_R_URL: lightspeed.url,
    LIGHTSPEED_R_AUTH_URL: lightspeed.url,
    ENCRYPTION_KEYS: encryptionKeys,
    ...env,
  });
  const engineOn = async (connection: Engine['connection']): Promise<Engine> => ({
    ...(await createEngine({
      config,
      connection,
      logger: silent,
      metrics: createMetrics(),
      clock: clock.now,
      delivery,
      faces: plainFaces,
    })),
    // Retries are the connector's own business and tested there; here nobody waits for them.
    connect: createConnect({ ...config.lightspeed, sleep: async () => undefined }),
  });
  const engine = await engineOn(database.connection);

  return {
    engine,
    clock,
    world: first,
    lightspeed,
    delivery,
    context: (workspace = workspaceId) => enterWorkspace(engine, { workspaceId: workspace }),
    async runAt(instant) {
      clock.moveTo(instant);
      await runDue(engine);
    },
    async anotherEngine() {
      const connection = await connect({ uri: database.uri, logger: silent });
      onTestFinished(() => connection.close());
      return engineOn(connection);
    },
  };
}
