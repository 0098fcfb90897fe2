import type { Outcome } from '../../../demo/slack/driver/outcome.ts';
import type { PersonDriver } from '../../../demo/slack/driver/person.ts';
import type { AuditAction } from '../../../models/audit-entry.ts';
import { ask } from './look.ts';
import type { Scene } from './scene.ts';

/** Asks for a day's log and chooses from the menu beside it. */
export async function chooseOfDay(
  scene: Scene,
  { day, entry, person = scene.manager }: { day: string; entry: string; person?: PersonDriver },
): Promise<Outcome> {
  const log = await ask(scene, `/turnover ${day}`, person);
  return person.click(log, entry);
}

/** What is kept of a day, by store. */
export async function keptOf(scene: Scene, day: string) {
  const figures = await scene.engine.models.figures
    .find({ workspaceId: scene.slack.state.team.id, day })
    .sort({ storeId: 1 })
    .lean();
  return Object.fromEntries(
    figures.map(({ storeId, gross, tax, state }) => [storeId, { gross, tax, state }]),
  );
}

/** What was written down, oldest first. */
export async function auditOf(scene: Scene, action: AuditAction) {
  const { auditEntries } = scene.engine.models;
  return auditEntries.find({ workspaceId: scene.slack.state.team.id, action }).sort({ at: 1 }).lean();
}
