import { acrossWorkspaces } from '../../models/wall.ts';
import { act } from '../turnover/model/deeds.ts';
import { Member } from './crew.ts';
import { differences } from './differences.ts';
import { Expectation } from './expectation.ts';
import { type FarEnds, manager, openFarEnds } from './far-ends.ts';
import { type Phase, type Plan, planOf } from './plan.ts';

/** Longer than a lease, and than the wait after a first failure. */
const pause = 6 * 60_000;

/** So often it is looked whether all is done; then something never will be. */
const mostRounds = 15;

/** How long Home is kept fresh after somebody opened it. */
const homeLooks = 55 * 60_000;

export interface Outcome {
  /** What is not as it should be; empty when all is well. */
  wrong: string[];
  /** How often a process died. */
  deaths: number;
}

/** Plays the plan of a seed with real processes, and says what is not as it should be afterwards. */
export async function play(seed: number, uri: string): Promise<Outcome> {
  const plan = planOf(seed);
  const ends = await openFarEnds(plan, { uri, name: `chaos-${seed}-${Date.now().toString(36)}` });
  const crew = Array.from({ length: plan.processes }, (_, index) => {
    const isWorker = index > 0;
    // A worker listens as well, but not to Slack.
    const heard = (port: number) => isWorker || ends.slack.setAppUrl(`http://127.0.0.1:${port}`);
    return new Member(ends.surroundings, isWorker ? 'worker' : 'all', heard);
  });
  try {
    const wrong = await playThrough(plan, ends, crew);
    return { wrong, deaths: crew.reduce((sum, { deaths }) => sum + deaths, 0) };
  } finally {
    for (const member of crew) await member.leave();
    await ends.close();
  }
}

async function playThrough(plan: Plan, ends: FarEnds, crew: readonly Member[]): Promise<string[]> {
  const expectation = new Expectation(ends.shops, plan.linkedAt);
  let openedAt = 0;
  for (const phase of plan.phases) {
    if (phase.afterOutage) for (const member of crew) await member.stop();
    ends.clock.pass(Math.max(0, phase.at - ends.clock.now()));
    for (const member of crew) await member.takeUp(ends.clock.now());
    for (const deed of phase.deeds) act(ends.shops, deed, ends.clock.now());
    for (const [index, member] of crew.entries()) member.mayDieAt(phase.deaths[index] ?? []);

    if (phase.asks === 'home' && (await ends.slack.as(manager).openHome()).acked) openedAt = ends.clock.now();
    if (phase.asks === 'older-days') await askForOlderDays(plan, ends, crew);
    if (!(await settle(ends, crew))) return [`not all is done after ${mostRounds} rounds, ${at(phase)}`];
    if (phase.asks === 'older-days') expectation.backfill(plan.older);
    expectation.run(ends.clock.now());
  }
  const isHomeFresh = openedAt > 0 && ends.clock.now() - openedAt < homeLooks;
  return [...(await differences(ends, expectation)), ...(isHomeFresh ? await staleHome(ends, crew) : [])];
}

/** As a person does: asks again until older days are being read. */
async function askForOlderDays({ older }: Plan, ends: FarEnds, crew: readonly Member[]): Promise<void> {
  const { engine, workspaceId, slack, clock } = ends;
  for (let round = 0; round < mostRounds; round += 1) {
    await slack.as(manager).command(`/lightspeed import ${older.from} ${older.to}`, { channel: 'sales' });
    // What was acknowledged goes on for a while, or has died by then.
    await Promise.all(crew.map((member) => member.work(clock.now())));
    if (await engine.models.backfills.exists({ workspaceId })) return;
    for (const member of crew) await member.takeUp(clock.now());
  }
  throw new Error('older days cannot be asked for');
}

/** Everybody does what is due, and whoever died comes back, until nothing is left to do; false when that does not end. */
async function settle(ends: FarEnds, crew: readonly Member[]): Promise<boolean> {
  const { clock } = ends;
  for (let round = 0; round < mostRounds; round += 1) {
    const worked = await Promise.all(crew.map((member) => member.work(clock.now())));
    if (worked.every(Boolean) && (await isAllDone(ends))) {
      for (const member of crew) member.mayDieAt([]);
      return true;
    }
    clock.pass(pause);
    for (const member of crew) await member.takeUp(clock.now());
  }
  return false;
}

async function isAllDone({ engine }: FarEnds): Promise<boolean> {
  const { nights, digestPosts, backfills } = engine.models;
  const undone = await Promise.all([
    nights.exists({ state: 'waiting' }).setOptions(acrossWorkspaces),
    digestPosts
      .exists({ $or: [{ state: 'waiting' }, { toCheck: true }, { 'lease.until': { $ne: null } }] })
      .setOptions(acrossWorkspaces),
    backfills
      .exists({ $or: [{ state: 'running' }, { showUntil: { $ne: null } }] })
      .setOptions(acrossWorkspaces),
  ]);
  return undone.every((found) => found === null);
}

/** Whoever looked at Home all the time sees what they see who open it now. */
async function staleHome({ slack, clock }: FarEnds, crew: readonly Member[]): Promise<string[]> {
  const person = slack.as(manager);
  const seen = person.home()?.words;
  await person.openHome();
  for (const member of crew) await member.work(clock.now());
  const fresh = person.home()?.words;
  return seen === fresh ? [] : [`Home was left at\n${seen}\nand not brought to\n${fresh}`];
}

const at = (phase: Phase) => `from ${new Date(phase.at).toISOString()} on`;
