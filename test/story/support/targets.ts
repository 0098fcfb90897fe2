import type { SeenView } from '../../../demo/slack/driver/look.ts';
import { allDepartments } from '../../../src/departments/in-order.ts';
import { saveTargets } from '../../../src/targets/save-targets.ts';
import { modalSaying } from './look.ts';
import { openScene, type Scene } from './scene.ts';
import { imported } from './setup.ts';

export const userId = 'U1MANAGER';

export async function sceneWithFigures(options: Parameters<typeof openScene>[0] = {}) {
  const scene = await openScene(options);
  await imported(scene, (store) => (store === 'Amsterdam' ? 'City' : 'Harbour'));
  return scene;
}

export async function openTargets(scene: Scene): Promise<SeenView> {
  await scene.manager.command('/lightspeed targets', { channel: 'general' });
  return modalSaying(scene, 'What each department is to turn over');
}

/** Opens the week of a department on top of the targets. */
export async function openWeek(scene: Scene, department: string): Promise<SeenView> {
  await scene.manager.select(await openTargets(scene), 'Choose a department', department);
  return modalSaying(scene, `Targets of *${department}*`);
}

/** Sets the same target for each weekday, from long ago on. */
export async function withTargets(scene: Scene, amounts: Record<string, number>) {
  const context = await scene.context();
  const departments = await allDepartments(context);
  const targets = departments.flatMap(({ _id, name }) => {
    const amount = amounts[name];
    return amount === undefined
      ? []
      : [
          {
            departmentId: _id,
            currency: 'EUR',
            week: { from: '2025-01-01', amounts: Array.from({ length: 7 }, () => amount) },
          },
        ];
  });
  await saveTargets(context, { targets, source: 'form', userId });
}

export async function targetsIn(scene: Scene) {
  const { models } = scene.engine;
  const place = { workspaceId: scene.slack.state.team.id };
  const names = new Map((await allDepartments(await scene.context())).map(({ _id, name }) => [_id, name]));
  const weeks = await models.targets.find(place).sort({ from: 1, _id: 1 }).lean();
  const days = await models.dayTargets.find(place).sort({ day: 1 }).lean();
  return {
    weeks: weeks.map(({ departmentId, from, week, currency, vat }) => ({
      name: names.get(departmentId),
      from,
      week,
      currency,
      vat,
    })),
    days: days.map(({ departmentId, day, amount }) => ({ name: names.get(departmentId), day, amount })),
  };
}
