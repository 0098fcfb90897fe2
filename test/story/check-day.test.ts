import { expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world/hand.ts';
import { importNow } from '../../src/turnover/import-now.ts';
import { auditOf, chooseOfDay, keptOf } from './support/days.ts';
import { modalSaying } from './support/look.ts';
import { openScene, type Scene } from './support/scene.ts';
import { imported, mapped } from './support/setup.ts';

const day = '2025-11-11';
const entry = 'Check against Lightspeed';

/** A sale is voided and another one edited after the day was imported as final. */
function shopWithLateChanges() {
  const later = (patch: object) => [{ at: '2025-11-13T10:30:00+01:00', patch }];
  return worldOf({
    shops: [
      { shopID: '1', name: 'Amsterdam', timeZone: 'Europe/Amsterdam' },
      { shopID: '2', name: 'Rotterdam', timeZone: 'Europe/Amsterdam' },
    ],
    sales: [
      { at: '2025-11-11T12:00:00+01:00', gross: 12_100, later: later({ voided: true }) },
      {
        at: '2025-11-11T13:00:00+01:00',
        gross: 24_200,
        later: later({ completeTime: null, completed: false }),
      },
      { at: '2025-11-11T14:00:00+01:00', gross: 2_420, shopID: '2' },
    ],
  });
}

async function check(scene: Scene) {
  await chooseOfDay(scene, { day, entry });
  return modalSaying(scene, 'Nothing was changed.');
}

test('a day that Lightspeed has not changed is said to be the same', async () => {
  const scene = await openScene();
  await imported(scene);

  const { words } = await check(scene);

  expect(words).toContain('Lightspeed says of Tue 11 Nov 2025 what Daybook has.');
});

test('a difference is told by store, with what was voided and what is left, adding up to it', async () => {
  const scene = await openScene({ world: shopWithLateChanges() });
  await imported(scene);
  scene.clock.moveTo('2025-11-13T11:00:00+01:00');
  const before = await keptOf(scene, day);

  const { words } = await check(scene);

  expect(words).toContain('*Amsterdam*: €300.00 → €0.00 (-€300.00)');
  expect(words).toContain('one sale voided since: -€100.00');
  expect(words).toContain('changed, added or moved since: -€200.00');
  expect(words).toContain('1 store as before.');
  expect(words).not.toContain('Rotterdam');
  expect(await keptOf(scene, day)).toEqual(before);
  expect(await auditOf(scene, 'day.reimported')).toEqual([]);
});

test('the report that should match is named for the way turnover is told', async () => {
  const scene = await openScene();
  await imported(scene);
  const workspace = { _id: scene.slack.state.team.id };

  const excl = await check(scene);
  await scene.manager.close(excl);
  await scene.engine.models.workspaces.updateOne(workspace, { $set: { vat: 'incl' } });
  const incl = await check(scene);

  expect(excl.words).toContain('“Total” in *Analytics*: after discounts, without tax');
  expect(incl.words).toContain('“Total” of the POS report *Sales totals*: after discounts, with tax');
  expect(incl.words).toContain('All amounts incl. VAT.');
});

test('a provisional day says that the next night reads it by itself', async () => {
  const scene = await openScene();
  await imported(scene);
  scene.clock.moveTo('2025-11-13T11:00:00+01:00');
  scene.world.voidSale(3, scene.clock.now());

  await chooseOfDay(scene, { day: '2025-11-12', entry });

  const { words } = await modalSaying(scene, 'Nothing was changed.');
  expect(words).toContain('one sale voided since: -€1,000.00');
  expect(words).toContain('read once more by the next night');
});

test('a link that cannot be read does not pass for one without differences', async () => {
  const scene = await openScene();
  const link = await mapped(scene);
  await importNow(await scene.context(), { link });
  scene.workspace.lightspeed.faults.add({ kind: 'forbidden', times: 'always' });

  const { words } = await check(scene);

  expect(words).toContain('could not be read. Its key may not read sales');
  expect(words).not.toContain('what Daybook has');
});
