import { expect, test } from 'vitest';
import { drainFiles } from '../../src/monthly/drain-files.ts';
import { openDueFiles } from '../../src/monthly/due-files.ts';
import { booked } from './support/booked.ts';
import { modalOf, modalSaying } from './support/look.ts';

test('a manager orders the file of every month from the settings, and guests are refused', async () => {
  const scene = await booked();
  await scene.manager.command('/lightspeed settings', { channel: 'general' });
  await scene.manager.click(await modalSaying(scene, 'Turnover is told'), 'Monthly file…');
  const form = await modalSaying(scene, 'on the second day of each month');
  await scene.manager.select(form, 'Send it to', ['U2MEMBER', 'U3GUEST']);
  await scene.manager.submit(form);
  expect(Object.values(modalOf(scene.manager).errors).join()).toContain('not shown to');

  await scene.manager.select(modalOf(scene.manager), 'Send it to', ['U2MEMBER']);
  await scene.manager.select(modalOf(scene.manager), 'As', 'CSV');
  await scene.manager.submit(modalOf(scene.manager));
  expect(modalOf(scene.manager).words).toContain('The CSV file goes to <@U2MEMBER> every month.');
  scene.clock.moveTo('2026-01-05T09:00:00+01:00');
  await openDueFiles(scene.engine);
  await drainFiles(scene.engine);

  const [file] = scene.member.seen('app').flatMap(({ files }) => files);
  expect(file?.name).toBe('turnover-2025-12-01-2025-12-31.csv');
});

test('a member cannot order a file', async () => {
  const scene = await booked();
  const home = await scene.member.command('/lightspeed settings', { channel: 'general' });

  expect(home.acked).toBe(true);
  expect((await modalSaying(scene, 'Only managers', scene.member)).words).toContain('Only managers');
});
