import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from 'mongoose';
import { afterEach } from 'vitest';
import { worldOf } from '../../../demo/lightspeed/world/hand.ts';
import type { World } from '../../../demo/lightspeed/world.ts';
import {
  createClock,
  type LocalOptions,
  type LocalWorkspace,
  type SimulatedClock,
  startLocalWorkspace,
} from '../../../demo/local-workspace.ts';
import type { PersonDriver } from '../../../demo/slack/driver/person.ts';
import type { Handle } from '../../../demo/slack/handle.ts';
import type { Context, Engine } from '../../../src/context.ts';
import type { Logger } from '../../../src/logger.ts';
import { enterWorkspace } from '../../../src/workspaces.ts';
import { preparedDatabase } from '../../support/database.ts';
import { silent } from '../../support/silent.ts';
import { expectGoodManners, type Tolerated } from './manners.ts';

/** Daybook between its stand-ins, with a manager, a member and a guest, and an account with one key, `key-1`. */
export interface Scene {
  workspace: LocalWorkspace;
  slack: Handle;
  engine: Engine;
  connection: Connection;
  clock: SimulatedClock;
  world: World;
  manager: PersonDriver;
  member: PersonDriver;
  guest: PersonDriver;
  /** The engine in the workspace, as it is now. */
  context(): Promise<Context>;
}

export interface SceneOptions {
  world?: World;
  /** The instant it begins, ISO 8601. */
  at?: string;
  transport?: 'http' | 'socket';
  logger?: Logger;
  env?: Record<string, string>;
  slack?: LocalOptions['slack'];
  /** Another connection to the scene's database than the usual one, and how it ends. */
  reach?: (uri: string) => Promise<{ connection: Connection; close(): Promise<void> }>;
  /** What may go wrong in Slack in this scene, because the test makes it. */
  tolerated?: Tolerated;
}

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  const failures: unknown[] = [];
  for (const close of closing.splice(0)) await close().catch((error) => failures.push(error));
  if (failures.length > 0) throw failures[0];
});

/** Two shops in the Netherlands that sold something on 11 and 12 November 2025. */
export function smallWorld(): World {
  const zone = 'Europe/Amsterdam';
  return worldOf({
    account: { name: 'Blad & Boon' },
    shops: [
      { shopID: '1', name: 'Amsterdam', timeZone: zone },
      { shopID: '2', name: 'Rotterdam', timeZone: zone },
    ],
    sales: [
      { at: '2025-11-11T12:00:00+01:00', gross: 12_100, shopID: '1' },
      { at: '2025-11-11T13:00:00+01:00', gross: 6_050, shopID: '2' },
      { at: '2025-11-12T12:00:00+01:00', gross: 121_000, shopID: '1' },
      { at: '2025-11-12T15:30:00+01:00', gross: 24_200, shopID: '2' },
    ],
  });
}

/** Starts a scene; after the test it is looked over for bad manners in Slack, and everything is closed. */
export async function openScene(options: SceneOptions = {}): Promise<Scene> {
  const { world = smallWorld(), at = '2025-11-13T10:00:00+01:00', transport = 'http' } = options;
  const database = await preparedDatabase();
  const reached = await options.reach?.(database.uri);
  const dataDir = await mkdtemp(join(tmpdir(), 'daybook-scene-'));
  const clock = createClock(at);
  const workspace = await startLocalWorkspace({
    connection: reached?.connection ?? database.connection,
    dataDir,
    clock,
    world,
    transport,
    logger: options.logger ?? silent,
    // Nothing happens by itself in a scene: the clock stands still, and a test says what is due.
    env: { DAYBOOK_ROLE: 'web', ...options.env },
    ...(options.slack === undefined ? {} : { slack: options.slack }),
  });
  const { slack, daybook } = workspace;
  closing.push(async () => {
    await workspace.close();
    await reached?.close();
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
    expectGoodManners(slack, options.tolerated ?? {});
  });
  return {
    workspace,
    slack,
    engine: daybook.engine,
    connection: database.connection,
    clock,
    world,
    manager: slack.as('U1MANAGER'),
    member: slack.as('U2MEMBER'),
    guest: slack.as('U3GUEST'),
    context: () => enterWorkspace(daybook.engine, { workspaceId: slack.state.team.id }),
  };
}
