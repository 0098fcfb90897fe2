import { people } from '../../demo/local-workspace.ts';
import type { Handle } from '../../demo/slack/handle.ts';
import { startSlack } from '../../demo/slack/start.ts';
import manifest from '../../manifest.json' with { type: 'json' };
import { readConfig } from '../../src/config.ts';
import type { Engine } from '../../src/context.ts';
import { connect } from '../../src/database/connect.ts';
import { ensureIndexes } from '../../src/database/indexes.ts';
import { withDatabase } from '../../src/database/uri.ts';
import { saveMapping } from '../../src/departments/save-mapping.ts';
import { saveChannel } from '../../src/digest/save-channel.ts';
import { createEngine } from '../../src/engine.ts';
import { linkAccount } from '../../src/lightspeed/link-account.ts';
import { createMetrics } from '../../src/metrics.ts';
import { enterWorkspace } from '../../src/workspaces.ts';
import { clockAt, type MovableClock } from '../support/clock.ts';
import { plainFaces } from '../support/plain-faces.ts';
import { RecordingDelivery } from '../support/recording-delivery.ts';
import { silent } from '../support/silent.ts';
import { act, addStore } from '../turnover/model/deeds.ts';
import { startPlainTill } from '../turnover/model/plain-till.ts';
import type { Shops } from '../turnover/model/shops.ts';
import type { Surroundings } from './app-process.ts';
import type { Place } from './gate.ts';
import { digestHour, type Plan } from './plan.ts';

export const manager = 'U1MANAGER';
export const salesChannel = 'C1SALES';

const secrets = {
  SLACK_BOT_TOKEN: 'xoxb-chaos',
  SLACK_SIGNING_SECRET: 'chaos-signing-secret',
  ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
};

/** All that is around the processes of a run, in this process, which nobody kills. */
export interface FarEnds {
  slack: Handle;
  shops: Shops;
  /** Tells Slack and the processes what time it is. */
  clock: MovableClock;
  /** Looks into the database, and did what a manager sets up once. */
  engine: Engine;
  workspaceId: string;
  surroundings: Surroundings;
  close(): Promise<void>;
}

/** Starts them on a database of their own, with an account linked and mapped and a digest ordered. */
export async function openFarEnds(
  plan: Plan,
  { uri, name }: { uri: string; name: string },
): Promise<FarEnds> {
  const clock = clockAt(new Date(plan.linkedAt).toISOString());
  const shops: Shops = { series: 'r', currency: 'EUR', stores: [], sales: [], isDown: false };
  for (const zone of plan.zones) addStore(shops, { zone, cutOff: 0 });
  for (const deed of plan.before) act(shops, deed, clock.now());
  const till = await startPlainTill();
  till.show(shops);
  const slack = await startSlack({
    manifest,
    people,
    channels: [{ id: salesChannel, name: 'sales', hasBot: true }],
    signingSecret: secrets.SLACK_SIGNING_SECRET,
    botToken: secrets.SLACK_BOT_TOKEN,
    now: clock.now,
  });
  const database = withDatabase(uri, name);
  const connection = await connect({ uri: database, logger: silent });
  const engine = await createEngine({
    config: readConfig({ ...secrets, LIGHTSPEED_R_URL: till.url }),
    connection,
    logger: silent,
    metrics: createMetrics(),
    clock: clock.now,
    delivery: new RecordingDelivery(clock.now),
    faces: plainFaces,
  });
  await ensureIndexes(connection);
  const workspaceId = slack.state.team.id;
  await setUp(engine, workspaceId, { shops, plan });
  return {
    slack,
    shops,
    workspaceId,
    engine,
    clock,
    surroundings: {
      mongod: placeOf(uri),
      database: name,
      slack: placeOf(slack.url),
      till: placeOf(till.url),
      env: { ...secrets, PATH: process.env['PATH'] ?? '', TZ: 'UTC', PORT: '0', LOG_LEVEL: 'warn' },
    },
    async close() {
      await slack.close();
      till.close();
      await connection.dropDatabase();
      await connection.close();
    },
  };
}

async function setUp(
  engine: Engine,
  workspaceId: string,
  { shops: { stores }, plan: { hasPictures } }: { shops: Shops; plan: Plan },
): Promise<void> {
  const context = () => enterWorkspace(engine, { workspaceId });
  const { link } = await linkAccount(await context(), {
    key: 'a-key-of-some-length',
    userId: manager,
    deadline: 20_000,
  });
  await saveMapping(await context(), {
    linkId: link._id,
    choices: stores.map(({ id, name }) => ({ storeId: id, target: { kind: 'new', name } })),
    userId: manager,
  });
  await saveChannel(await context(), {
    channelId: salesChannel,
    hour: digestHour,
    picture: hasPictures,
    userId: manager,
  });
}

/** Where the server of an address listens: on a port, or, its name being a path, at a socket file. */
function placeOf(address: string): Place {
  const { hostname, port } = new URL(address);
  const host = decodeURIComponent(hostname);
  return host.startsWith('/') ? { path: host } : { port: Number(port) };
}
