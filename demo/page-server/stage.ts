import type { Connection } from 'mongoose';
import type { Logger } from '../../src/logger.ts';
import type { World } from '../lightspeed/world.ts';
import {
  createClock,
  type LocalWorkspace,
  type SimulatedClock,
  startLocalWorkspace,
} from '../local-workspace.ts';
import { beginning, createWorld, createXWorld, setUpYear } from './chain.ts';
import { type Deed, perform } from './deeds.ts';
import { forgetSaved, readSaved, type Saved, writeSaved } from './saved.ts';
import { setLightspeedDown, setSlackSlow, troublesOf } from './troubles.ts';

/** So many exchanges with each far end are shown, and kept over a restart. */
export const mostExchanges = 200;

/** What a fresh start has: a year of figures of a small chain, or nothing at all. */
export type Start = 'year' | 'empty';

export interface StageOptions {
  connection: Connection;
  dataDir: string;
  logger: Logger;
  /** How it starts when nothing was saved. */
  start: Start;
}

/** One running play of the local workspace. */
export interface Stage {
  workspace: LocalWorkspace;
  clock: SimulatedClock;
  world: World;
  /** What was done at the till by hand, in order. */
  deeds: Deed[];
  /** Does it and remembers it for the next start. */
  act(deed: Deed): void;
  /** Writes down what a restart needs; the database keeps itself. */
  save(): Promise<void>;
  close(): Promise<void>;
}

/** Goes on where the last run ended, or starts afresh. */
export async function openStage(options: StageOptions): Promise<Stage> {
  const saved = await readSaved(options.dataDir);
  return saved ? createStage(options, saved) : startOver(options, options.start);
}

/** Throws everything away and starts afresh. The stage before must be closed. */
export async function startOver(options: StageOptions, start: Start): Promise<Stage> {
  const { connection, dataDir } = options;
  await forgetSaved(dataDir);
  await connection.dropDatabase();
  const stage = await createStage(options);
  if (start === 'year') {
    const { workspace, world, clock } = stage;
    await setUpYear(workspace, { workspaceId: workspace.slack.state.team.id, world, clock });
  }
  await stage.save();
  return stage;
}

async function createStage({ connection, dataDir, logger }: StageOptions, saved?: Saved): Promise<Stage> {
  const clock = createClock(saved?.now ?? beginning);
  const world = createWorld();
  const deeds = [...(saved?.deeds ?? [])];
  for (const deed of deeds) perform(world, deed);
  const workspace = await startLocalWorkspace({
    connection,
    dataDir,
    clock,
    world,
    transport: 'http',
    xWorld: createXWorld(),
    byConsent: true,
    logger,
    ...(saved ? { slackState: saved.slack } : {}),
    slack: { trafficBefore: saved?.traffic?.slack ?? [] },
  });
  resume(workspace, saved);
  return {
    workspace,
    clock,
    world,
    deeds,
    act(deed) {
      perform(world, deed);
      deeds.push(deed);
    },
    save: () =>
      writeSaved(dataDir, {
        version: 1,
        now: new Date(clock.now()).toISOString(),
        deeds,
        slack: workspace.slack.state,
        troubles: troublesOf(workspace),
        traffic: {
          slack: workspace.slack.traffic.log.slice(-mostExchanges),
          r: workspace.lightspeed.requests.slice(-mostExchanges),
          x: workspace.xSeries?.requests.slice(-mostExchanges) ?? [],
        },
      }),
    close: () => workspace.close(),
  };
}

/** What went wrong on purpose goes on, and the traffic of before is shown before that of now. */
function resume(workspace: LocalWorkspace, { troubles, traffic }: Partial<Saved> = {}): void {
  setLightspeedDown(workspace, troubles?.isLightspeedDown ?? false);
  setSlackSlow(workspace, troubles?.isSlackSlow ?? false);
  workspace.lightspeed.requests.unshift(...(traffic?.r ?? []));
  workspace.xSeries?.requests.unshift(...(traffic?.x ?? []));
}
