import { expect, test } from 'vitest';
import { ask, modalOf, modalSaying } from './support/look.ts';
import { openScene, type Scene } from './support/scene.ts';
import { imported, linked } from './support/setup.ts';

async function openForm(scene: Scene, words = 'Hour of the digest') {
  await scene.manager.command('/lightspeed settings', { channel: 'general' });
  return modalSaying(scene, words);
}

test('channel, hour and VAT are saved, said, and shown the next time', async () => {
  const scene = await openScene();
  await linked(scene);
  const form = await openForm(scene);
  await scene.manager.select(form, 'Channel of the morning digest', 'sales');
  await scene.manager.select(form, 'Hour of the digest', '07:00');
  await scene.manager.select(form, 'Turnover is told', 'including VAT');

  await scene.manager.submit(form);

  const saved = modalOf(scene.manager);
  expect(saved.words).toContain('The morning digest goes to <#C1SALES> at 07:00.');
  await scene.manager.close(saved);
  const again = await openForm(scene, 'Morning digest');
  expect(again.words).toContain('<#C1SALES> at 07:00 (Europe/Amsterdam)');
  expect(JSON.stringify(again.values)).toContain('including VAT');
});

test('the zone of the hour is said: that of the first store', async () => {
  const scene = await openScene();
  await linked(scene);

  expect((await openForm(scene)).words).toContain('Local time in Europe/Amsterdam');
});

test('turnover is told with VAT at once after that is chosen', async () => {
  const scene = await openScene();
  await imported(scene, () => 'City');
  const form = await openForm(scene);
  await scene.manager.select(form, 'Turnover is told', 'including VAT');
  await scene.manager.submit(form);

  const { text } = await ask(scene, '/turnover 2025-11-12');

  expect(text).toContain('€1,452.00 incl. VAT');
});

test('settings without a channel can be saved', async () => {
  const scene = await openScene();
  const form = await openForm(scene);

  const outcome = await scene.manager.submit(form);

  expect(outcome.answer).toBe('update');
  expect(modalOf(scene.manager).words).toContain('Saved.');
});
