import { expect } from 'vitest';
import { playStory } from '../../../../demo/check/story.ts';
import { generatedWorld, netherlands } from '../../../../demo/lightspeed/generator.ts';
import { scheduleDigests } from '../../../../jobs/digests.ts';
import { createAgenda } from '../../../../jobs/jobs.ts';
import { scheduleNights } from '../../../../jobs/nights.ts';
import type { Engine } from '../../../../src/context.ts';
import { grace } from '../../../../src/installations/delete-workspace.ts';
import { dropOldRecords } from '../../../../src/retention.ts';
import { runDue } from '../../../../src/run-due.ts';
import { readAudit } from '../../../../src/security/audit-log.ts';
import { rotateKeys } from '../../../../src/security/rotate-keys.ts';
import { enterWorkspace } from '../../../../src/workspaces.ts';
import { openScene } from '../../../story/support/scene.ts';
import { command, owner } from '../../../walls/support/attack.ts';
import { kinds } from '../../../walls/support/attacks.ts';
import { twoAtWork } from '../../../walls/support/theirs.ts';
import { bringBack, keptOf } from '../../../walls/support/watch.ts';
import { explain, type Plan } from './explain.ts';
import { fill } from './fill.ts';
import type { Asked } from './shape.ts';
import { type QueryWatch, watchQueries } from './watch.ts';

/** A question of the app, and how the server answers it among a year of others. */
export interface Explained extends Plan {
  shape: string;
  asked: Asked;
}

/** The main job from the link to the corrected digest, the note in its thread, a target, and `/turnover`. */
export async function mainJob(): Promise<Explained[]> {
  const world = generatedWorld(netherlands({ from: '2025-10-20', to: '2025-11-20' }));
  const scene = await openScene({ world, at: '2025-11-12T10:00:00+01:00' });
  const watch = watchQueries(scene.engine.connection);

  await playStory({ ...scene, tell: () => undefined });

  return explainAll(scene.engine, watch, scene.slack.state.team.id);
}

/** Every button, menu, form, command and event there is; then what happens by itself, and what an operator does. */
export async function everyEntrance(): Promise<Explained[]> {
  const { scene, theirs } = await twoAtWork();
  const { engine, clock } = scene;
  const watch = watchQueries(engine.connection);
  const before = await watch.aside(() => keptOf(scene));
  for (const [, sendable] of kinds) {
    for (const { send } of sendable(theirs)) {
      const mark = watch.changes();
      await send(scene, owner(scene));
      if (watch.changes() > mark) await watch.aside(() => bringBack(scene, before));
    }
  }

  await command(scene, owner(scene), '/turnover 2025');
  await watch.aside(() =>
    engine.models.workspaces.updateOne({ _id: 'T2' }, { access: { seenBy: 'managers' } }),
  );
  await command(scene, { ...owner(scene), userId: 'U8MEMBER' }, '/turnover');
  for (const instant of [
    '2025-11-14T03:00:30+01:00',
    '2025-11-14T08:00:30+01:00',
    '2025-12-01T08:00:30+01:00',
  ]) {
    clock.moveTo(instant);
    await runDue(engine);
  }
  const context = await enterWorkspace(engine, { workspaceId: 'T2' });
  await readAudit(context, { kind: null, who: 'U9MANAGER', page: 0 });
  const agenda = await createAgenda(engine);
  await scheduleNights(agenda, engine);
  await scheduleDigests(agenda, engine);
  await agenda.stop();
  await dropOldRecords(engine);
  // The paused account of that workspace was made up, with the key of another one.
  await expect(rotateKeys(engine)).rejects.toThrow('1 of 5 stored keys');
  expect(await engine.metrics.registry.metrics()).toContain('daybook_nights_overdue 0');
  scene.slack.uninstall();
  await scene.slack.eventsSettled();
  await engine.inFlight.settled(5_000);
  clock.moveTo(new Date(clock.now() + grace + 1).toISOString());
  await runDue(engine);
  return explainAll(engine, watch, 'T2');
}

async function explainAll(engine: Engine, watch: QueryWatch, workspaceId: string): Promise<Explained[]> {
  await watch.aside(() => fill(engine.models, { workspaceId, today: '2025-11-13' }));
  const explained: Explained[] = [];
  for (const [shape, asked] of watch.asked) {
    // What Agenda asks in its own collection is Agenda's business.
    if (asked.collection === 'agenda_jobs') continue;
    explained.push({ shape, asked, ...(await explain(engine.connection, asked)) });
  }
  return explained;
}
