import { expect, test } from 'vitest';
import { auditOf, chooseOfDay, keptOf } from './support/days.ts';
import { ask, modalOf, modalSaying } from './support/look.ts';
import { openScene, type Scene } from './support/scene.ts';
import { imported } from './support/setup.ts';

const day = '2025-11-11';
const entry = 'Import this day again…';

/** Amsterdam's only sale of a final day is voided after its import. */
async function changedSince(scene: Scene): Promise<void> {
  await imported(scene);
  scene.clock.moveTo('2025-11-13T11:00:00+01:00');
  scene.world.voidSale(1, scene.clock.now());
}

test('a member has no menu beside a day', async () => {
  const scene = await openScene();
  await imported(scene);

  const log = await ask(scene, `/turnover ${day}`, scene.member);

  await expect(scene.member.click(log, entry)).rejects.toThrow('There is no button');
});

test('a log shared in the channel has no menu', async () => {
  const scene = await openScene();
  await imported(scene);

  await scene.manager.click(await ask(scene, `/turnover ${day}`), 'share_day');

  const shared = await scene.slack.waitFor(
    () => scene.manager.seen('general').find(({ isEphemeral, fromApp }) => fromApp && !isEphemeral),
    3_000,
    'the shared log',
  );
  expect(JSON.stringify(shared.blocks)).not.toContain('day_more');
});

test('someone who is no manager any more is refused by every entry of a menu that is still there', async () => {
  const scene = await openScene();
  await imported(scene);
  const log = await ask(scene, `/turnover ${day}`);
  const { workspaces } = scene.engine.models;
  await workspaces.updateOne({ _id: scene.slack.state.team.id }, { $set: { managers: ['U2MEMBER'] } });
  const asMember = await ask(scene, `/turnover ${day}`, scene.member);
  await workspaces.updateOne({ _id: scene.slack.state.team.id }, { $set: { managers: [] } });

  for (const each of [entry, 'Check against Lightspeed', 'Enter a figure by hand…', 'Reconcile…']) {
    await scene.member.click(asMember, each);
    const refused = await modalSaying(scene, 'Only managers can do this', scene.member);
    await scene.member.close(refused);
  }

  expect(log.words).toContain('Turnover of');
});

test('what would change is shown before it is saved, and then what was saved', async () => {
  const scene = await openScene();
  await changedSince(scene);
  const before = await keptOf(scene, day);

  await chooseOfDay(scene, { day, entry });

  const preview = await modalSaying(scene, 'as Lightspeed has it now');
  expect(preview.words).toContain('*Amsterdam*: €100.00 → €0.00 (-€100.00)');
  expect(preview.words).toContain('1 store as before.');
  expect(preview.words).toContain('All amounts excl. VAT.');
  expect(await keptOf(scene, day)).toEqual(before);
  await scene.manager.submit(preview);
  const saved = await modalSaying(scene, '*Saved.*');
  expect(saved.words).toContain('*Amsterdam*: €100.00 → €0.00 (-€100.00)');
  expect(saved.words).not.toContain('Rotterdam');
  expect(await keptOf(scene, day)).toMatchObject({
    1: { gross: 0, state: 'reimported' },
    2: { gross: 6_050 },
  });
  expect(await auditOf(scene, 'day.reimported')).toMatchObject([
    { who: 'U1MANAGER', details: { from: day, to: day } },
  ]);
});

test('a form that is closed changes nothing', async () => {
  const scene = await openScene();
  await changedSince(scene);
  await chooseOfDay(scene, { day, entry });

  await scene.manager.close(await modalSaying(scene, 'as Lightspeed has it now'));

  expect(await keptOf(scene, day)).toMatchObject({ 1: { gross: 12_100, state: 'final' } });
  expect(await auditOf(scene, 'day.reimported')).toEqual([]);
});

test('where nothing has changed there is nothing to save', async () => {
  const scene = await openScene();
  await imported(scene);

  await chooseOfDay(scene, { day, entry });

  const told = await modalSaying(scene, 'Nothing has changed');
  expect(told.submit).toBeUndefined();
});

test('a key that is refused is told with the way out, and nothing is changed', async () => {
  const scene = await openScene();
  await changedSince(scene);
  scene.workspace.lightspeed.faults.add({ kind: 'unauthorized', times: 'always' });

  await chooseOfDay(scene, { day, entry });

  const told = await modalSaying(scene, 'could not be read');
  expect(told.words).toContain('*Blad &amp; Boon* could not be read. Lightspeed refuses its key');
  expect(told.words).toContain('Nothing was changed.');
  expect(told.submit).toBeUndefined();
});

test('Lightspeed failing between look and save is told, and nothing is changed', async () => {
  const scene = await openScene();
  await changedSince(scene);
  await chooseOfDay(scene, { day, entry });
  const preview = await modalSaying(scene, 'as Lightspeed has it now');
  scene.workspace.lightspeed.faults.add({ kind: 'forbidden', times: 'always' });

  await scene.manager.submit(preview);

  const told = await modalSaying(scene, 'could not be read');
  expect(told.words).toContain('Nothing was changed.');
  expect(await keptOf(scene, day)).toMatchObject({ 1: { gross: 12_100, state: 'final' } });
});

test('a day before the first one that is known can be imported from its answer', async () => {
  const scene = await openScene();
  await imported(scene);

  await chooseOfDay(scene, { day: '2025-11-05', entry });
  const preview = await modalSaying(scene, 'as Lightspeed has it now');
  await scene.manager.submit(preview);

  expect(preview.words).toContain('*Amsterdam*: not in → €0.00');
  await modalSaying(scene, '*Saved.*');
  expect(await keptOf(scene, '2025-11-05')).toMatchObject({ 1: { gross: 0, state: 'final' } });
  expect(modalOf(scene.manager).submit).toBeUndefined();
});
