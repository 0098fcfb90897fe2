import type { Connection } from 'mongoose';
import type { Logger } from '../../src/logger.ts';
import type { Answered } from '../lightspeed/host.ts';
import type { World } from '../lightspeed/world.ts';
import {
  createClock,
  type LocalWorkspace,
  type SimulatedClock,
  startLocalWorkspace,
} from '../local-workspace.ts';
import type { Traffic } from '../slack/traffic.ts';
import { beginning, createWorld, createXWorld, setUpYear } from './chain.ts';
import { type Deed, perform } from './deeds.ts';
import { type FarExchange, shownAnswer } from './far-traffic.ts';
import { forgetSaved, readSaved, type Saved, type SavedTraffic, writeSaved } from './saved.ts';
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
  /** The newest exchanges with Lightspeed, oldest first. */
  farTraffic: FarExchange[];
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
  const farTraffic: FarExchange[] = [...(saved?.traffic?.lightspeed ?? [])];
  const trafficBefore = saved?.traffic?.slack ?? [];
  // Daybook may ask Lightspeed for what it missed while everything is still being started.
  let started: LocalWorkspace | undefined;
  const hear =
    (series: FarExchange['series']): Answered =>
    (request, text) => {
      const after = started?.slack.traffic.total() ?? trafficBefore.length;
      farTraffic.push({ ...request, at: clock.now(), series, answer: shownAnswer(text), after });
      if (farTraffic.length > mostExchanges) farTraffic.shift();
    };
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
    slack: { trafficBefore },
    answered: { r: hear('R-Series'), x: hear('X-Series') },
  });
  started = workspace;
  resume(workspace, saved?.troubles);
  return {
    workspace,
    clock,
    world,
    deeds,
    farTraffic,
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
        traffic: trafficOf(workspace.slack.traffic, farTraffic),
      }),
    close: () => workspace.close(),
  };
}

/** What went wrong on purpose goes on. */
function resume(workspace: LocalWorkspace, troubles: Saved['troubles']): void {
  setLightspeedDown(workspace, troubles?.isLightspeedDown ?? false);
  setSlackSlow(workspace, troubles?.isSlackSlow ?? false);
}

/** The next run counts from the first exchange that is kept. */
function trafficOf(slack: Traffic, farTraffic: readonly FarExchange[]): SavedTraffic {
  const kept = slack.log.slice(-mostExchanges);
  const gone = slack.total() - kept.length;
  const lightspeed = farTraffic.map((each) => ({ ...each, after: Math.max(0, each.after - gone) }));
  return { slack: kept, lightspeed };
}
