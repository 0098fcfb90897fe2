import { createServer } from 'node:net';
import type { Connection } from 'mongoose';
import manifest from '../manifest.json' with { type: 'json' };
import { type Daybook, startDaybook } from '../src/app.ts';
import { type Config, readConfig } from '../src/config.ts';
import type { Logger } from '../src/logger.ts';
import { createMetrics } from '../src/metrics.ts';
import { slackCredentials } from '../src/slack-credentials.ts';
import type { Answered } from './lightspeed/host.ts';
import { type Lightspeed, startLightspeed } from './lightspeed/server.ts';
import type { World } from './lightspeed/world.ts';
import { startXSeries, type XSeries } from './lightspeed/x-series/server.ts';
import type { Handle } from './slack/handle.ts';
import { type SlackOptions, startSlack } from './slack/start.ts';
import type { State } from './slack/world/types.ts';

/** A clock that stands still until it is moved. */
export interface SimulatedClock {
  now: () => number;
  /** To an instant, ISO 8601. */
  moveTo(instant: string): void;
}

export function createClock(instant: string): SimulatedClock {
  let now = Date.parse(instant);
  return {
    now: () => now,
    moveTo(next) {
      now = Date.parse(next);
    },
  };
}

export interface LocalOptions {
  connection: Connection;
  dataDir: string;
  clock: SimulatedClock;
  world: World;
  transport: 'http' | 'socket';
  logger: Logger;
  /** What the stand-in for Slack held before, to go on from. */
  slackState?: State;
  /** An X-Series account beside the R-Series one. */
  xWorld?: World;
  /** Whether R-Series accounts may be linked by consent, too. */
  byConsent?: boolean;
  /** Further settings of the environment. */
  env?: Record<string, string>;
  /** Other rules of the stand-in for Slack, such as a wall clock that jumps. */
  slack?: Partial<SlackOptions>;
  /** Are told of each exchange with Lightspeed. */
  answered?: { r: Answered; x: Answered };
}

/** Daybook itself between two stand-ins. */
export interface LocalWorkspace {
  daybook: Daybook;
  slack: Handle;
  lightspeed: Lightspeed;
  /** The X-Series, where an account of it was given. */
  xSeries: XSeries | undefined;
  config: Config;
  close(): Promise<void>;
}

export const people = [
  { id: 'U1MANAGER', name: 'Marieke', is_admin: true, is_owner: true, tz: 'Europe/Amsterdam' },
  { id: 'U2MEMBER', name: 'Sam', tz: 'Europe/Amsterdam' },
  { id: 'U3GUEST', name: 'Guest', is_restricted: true, tz: 'Europe/Amsterdam' },
];

export const channels = [
  { id: 'C1SALES', name: 'sales', hasBot: true },
  { id: 'C2GENERAL', name: 'general' },
];

const secrets = {
  SLACK_BOT_TOKEN: 'xoxb-local-workspace',
  SLACK_SIGNING_SECRET: 'local-signing-secret',
};
const appToken = 'xapp-local-workspace';

/** Starts everything on loopback: the app is the real one, only the two far ends are not. */
export async function startLocalWorkspace(options: LocalOptions): Promise<LocalWorkspace> {
  const { connection, dataDir, clock, world, transport, logger } = options;
  const slack = await startSlack({
    manifest,
    people,
    channels,
    signingSecret: secrets.SLACK_SIGNING_SECRET,
    botToken: secrets.SLACK_BOT_TOKEN,
    appToken,
    now: clock.now,
    ...(options.slackState === undefined ? {} : { restore: options.slackState }),
    ...options.slack,
  });
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const client = {
    id: 'daybook-local',
    secret: 'local-client-secret',
    redirectUri: `${publicUrl}/lightspeed/oauth`,
  };
  const lightspeed = await startLightspeed({
    world,
    clock: clock.now,
    limits: { burst: 1_000, bucket: 10_000 },
    answered: options.answered?.r,
    ...(options.byConsent ? { oauth: { clients: [client] } } : {}),
  });
  const x =
    options.xWorld &&
    (await startXSeries({ world: options.xWorld, clock: clock.now, answered: options.answered?.x }));
  const config = readConfig({
    ...secrets,
    ...(transport === 'socket' ? { SLACK_APP_TOKEN: appToken } : {}),
    SLACK_API_URL: slack.apiUrl,
    LIGHTSPEED_R_URL: lightspeed.url,
    LIGHTSPEED_R_AUTH_URL: lightspeed.url,
    DAYBOOK_DATA_DIR: dataDir,
    PORT: String(port),
    ...(x ? { LIGHTSPEED_X_URL: `${x.url}/{prefix}` } : {}),
    ...(options.byConsent
      ? {
          LIGHTSPEED_R_CLIENT_ID: client.id,
          LIGHTSPEED_R_CLIENT_SECRET: client.secret,
          PUBLIC_URL: publicUrl,
        }
      : {}),
    ...options.env,
  });
  const daybook = await startDaybook({
    config,
    credentials: slackCredentials(config),
    connection,
    logger,
    metrics: createMetrics(),
    clock: clock.now,
  });
  if (transport === 'http') slack.setAppUrl(`http://127.0.0.1:${config.port}`);
  else await slack.waitFor(() => slack.connections() > 0 || undefined, 10_000, 'the socket');
  return {
    daybook,
    slack,
    lightspeed,
    xSeries: x,
    config,
    async close() {
      // What was just said is on its way to the app.
      await slack.eventsSettled();
      await daybook.stop();
      await slack.close();
      await lightspeed.close();
      await x?.close();
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
