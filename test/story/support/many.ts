import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { startLightspeed } from '../../../demo/lightspeed/server.ts';
import type { World } from '../../../demo/lightspeed/world.ts';
import { createClock, type SimulatedClock } from '../../../demo/local-workspace.ts';
import type { Handle, WorkspaceHandle } from '../../../demo/slack/handle.ts';
import { startSlack } from '../../../demo/slack/start.ts';
import manifest from '../../../manifest.json' with { type: 'json' };
import { type Daybook, startDaybook } from '../../../src/app.ts';
import { readConfig } from '../../../src/config.ts';
import type { Engine } from '../../../src/context.ts';
import type { Logger } from '../../../src/logger.ts';
import { createMetrics } from '../../../src/metrics.ts';
import { slackCredentials } from '../../../src/slack-credentials.ts';
import { preparedDatabase } from '../../support/database.ts';
import { silent } from '../../support/silent.ts';

/** Daybook that any number of workspaces install, and two of them in Slack that have not done so yet. */
export interface ManyScene {
  engine: Engine;
  daybook: Daybook;
  /** T1, with U1MANAGER, who runs it, and U2MEMBER; its app is in #sales. */
  slack: Handle;
  /** T2, with U9MANAGER and U8MEMBER; its app is in #sales, too, which is another one. */
  other: WorkspaceHandle;
  clock: SimulatedClock;
  /** Where Daybook listens, which for a browser is `publicUrl`. */
  url: string;
}

export interface ManyOptions {
  worlds: readonly World[];
  at?: string;
  logger?: Logger;
  enterprise?: { id: string; name: string };
}

/** As an operator is asked to set the app up for many workspaces. */
const forMany = {
  ...manifest,
  settings: { ...manifest.settings, token_rotation_enabled: true, org_deploy_enabled: true },
};

/** What Slack and browsers know Daybook by; nothing listens there. */
const publicUrl = 'https://daybook.example.com';

export const signingSecret = 'many-signing-secret';

const first = {
  team: { id: 'T1', name: 'Corner Shops', domain: 'corner-shops' },
  people: [
    { id: 'U1MANAGER', name: 'Marieke', is_admin: true, locale: 'nl-NL' },
    { id: 'U2MEMBER', name: 'Sam' },
  ],
  channels: [
    { id: 'C1SALES', name: 'sales', hasBot: true },
    { id: 'C1GENERAL', name: 'general' },
  ],
  botToken: 'xoxb-unused-1',
};

const second = {
  team: { id: 'T2', name: 'Other Shops', domain: 'other-shops' },
  people: [
    { id: 'U9MANAGER', name: 'Eva', is_admin: true },
    { id: 'U8MEMBER', name: 'Max' },
  ],
  channels: [
    { id: 'C2SALES', name: 'sales', hasBot: true },
    { id: 'C2GENERAL', name: 'general' },
  ],
  botToken: 'xoxb-unused-2',
};

/** Starts it; everything is taken down when the test is over. */
export async function openMany(options: ManyOptions): Promise<ManyScene> {
  const { worlds, at = '2025-11-13T10:00:00+01:00', logger = silent, enterprise } = options;
  const clock = createClock(at);
  const database = await preparedDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'daybook-many-'));
  const slack = await startSlack({
    ...first,
    manifest: forMany,
    signingSecret,
    clientId: 'many-client',
    clientSecret: 'many-client-secret',
    isInstalled: false,
    now: clock.now,
    ...(enterprise === undefined ? {} : { enterprise }),
  });
  const other = slack.addWorkspace(second);
  const lightspeed = await startLightspeed({
    world: worlds,
    clock: clock.now,
    limits: { burst: 1_000, bucket: 10_000 },
  });
  const config = readConfig({
    SLACK_CLIENT_ID: 'many-client',
    SLACK_CLIENT_SECRET: 'many-client-secret',
    SLACK_STATE_SECRET: 'many-state-secret',
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: slack.apiUrl,
    LIGHTSPEED_R_URL: lightspeed.url,
    LIGHTSPEED_R_AUTH_URL: lightspeed.url,
    DAYBOOK_DATA_DIR: dataDir,
    DAYBOOK_ROLE: 'web',
    PORT: '0',
    PUBLIC_URL: publicUrl,
  });
  const daybook = await startDaybook({
    config,
    credentials: slackCredentials(config),
    connection: database.connection,
    logger,
    metrics: createMetrics(),
    clock: clock.now,
  });
  const url = `http://127.0.0.1:${daybook.port}`;
  slack.setAppUrl(url);
  other.setAppUrl(url);
  onTestFinished(async () => {
    await daybook.stop();
    await slack.close();
    await lightspeed.close();
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  });
  return { engine: daybook.engine, daybook, slack, other, clock, url };
}

export interface InstallChoice {
  /** Slack's team id. */
  team: string;
  person: string;
  where?: 'org';
  answer?: 'no';
  /** What the browser reads. */
  languages?: string;
}

/** What the installer's browser was given to go to Slack with. */
export interface Departure {
  location: string;
  cookie: string;
}

/** A browser opens the page to install Daybook. */
export async function depart({ url }: Pick<ManyScene, 'url'>): Promise<Departure> {
  const response = await fetch(`${url}/slack/install`, { redirect: 'manual' });
  const [cookie = ''] = (response.headers.get('set-cookie') ?? '').split(';');
  return { location: response.headers.get('location') ?? '', cookie };
}

/** The person agrees, or not, on Slack's page: the address that their browser is sent back to. */
export async function agree({ location }: Departure, choice: InstallChoice): Promise<string> {
  const page = new URL(location);
  const { team, person, where, answer } = choice;
  for (const [name, value] of Object.entries({ team, person, where, answer })) {
    if (value !== undefined) page.searchParams.set(name, value);
  }
  const response = await fetch(page, { redirect: 'manual' });
  return response.headers.get('location') ?? '';
}

/** The browser comes back, by way of whatever stands between the world and Daybook. */
export async function comeBack(
  { url }: Pick<ManyScene, 'url'>,
  address: string,
  { cookie, languages = 'en' }: { cookie: string; languages?: string },
) {
  const response = await fetch(address.replace(publicUrl, url), {
    headers: { cookie, 'accept-language': languages },
  });
  return { status: response.status, page: await response.text(), headers: response.headers };
}

/** All of it, and until the person was welcomed. */
export async function installIn(scene: ManyScene, choice: InstallChoice) {
  const departure = await depart(scene);
  const back = await comeBack(scene, await agree(departure, choice), {
    cookie: departure.cookie,
    ...(choice.languages === undefined ? {} : { languages: choice.languages }),
  });
  await scene.engine.inFlight.settled(5_000);
  return back;
}
