import { expect, test } from 'vitest';
import { people } from '../../demo/local-workspace.ts';
import { audit } from '../../src/security/audit.ts';
import { ask, modalOf, modalSaying } from './support/look.ts';
import { openScene } from './support/scene.ts';
import { linked } from './support/setup.ts';

test('managers read who did what, in their own zone, page by page and narrowed; what they did is among it', async () => {
  const zoned = people.map((person) => ({ ...person, tz: 'America/New_York' }));
  const scene = await openScene({ slack: { people: zoned } });
  await linked(scene);
  for (let number = 1; number <= 13; number += 1) {
    await audit(await scene.context(), {
      who: 'U2MEMBER',
      action: 'department.added',
      details: { name: `Department ${number}` },
    });
  }

  await scene.manager.command('/lightspeed audit', { channel: 'general' });
  const first = await modalSaying(scene, 'added the department *Department 13*');
  await scene.manager.click(first, 'Older');
  const second = await modalSaying(scene, 'linked *Blad &amp; Boon*');
  await scene.manager.select(second, 'About', 'Accounts and stores');
  const narrowed = await scene.slack.waitFor(
    () => [scene.manager.modal()].find((modal) => modal && !modal.words.includes('Department 1*')),
    5_000,
    'accounts alone',
  );
  await scene.manager.select(narrowed, 'By anybody', 'Sam');
  const nothing = await modalSaying(scene, 'Nothing of this kind');
  await scene.manager.click(nothing, 'Show everybody');
  const again = await modalSaying(scene, 'linked *Blad &amp; Boon*');

  expect(first.words).toContain('*Thu 13 Nov 2025, 04:00*');
  expect(first.words).not.toContain('linked *Blad');
  expect(second.words).toContain('<@U1MANAGER> linked');
  expect(second.words).toContain('Newer');
  expect(again.words).not.toContain('Department 1*');
});

test('who is no manager is refused, and reads nothing of it', async () => {
  const scene = await openScene();
  await linked(scene);

  await scene.member.command('/lightspeed logboek', { channel: 'general' });
  const refused = await modalSaying(scene, 'Only managers can do this', scene.member);

  expect(refused.words).not.toContain('linked');
});

test('a turnover that was refused is written down, once for pressing again; so is a file that was sent', async () => {
  const scene = await openScene();
  await linked(scene);
  const workspaceId = scene.slack.state.team.id;
  await ask(scene, '/turnover yesterday', scene.guest);
  await ask(scene, '/turnover yesterday', scene.guest);
  await scene.manager.command('/lightspeed import', { channel: 'general' });
  await scene.slack.waitFor(
    () => scene.manager.seen('general').some(({ text }) => text.includes('The last two days are in')),
    8_000,
    'the end of the import',
  );

  await ask(scene, '/turnover yesterday csv');

  const entries = await scene.engine.models.auditEntries.find({ workspaceId }).sort({ _id: 1 }).lean();
  const told = entries.map(({ who, action }) => `${who} ${action}`);
  expect(told.filter((line) => line.endsWith('turnover.refused'))).toEqual(['U3GUEST turnover.refused']);
  expect(told.at(-1)).toBe('U1MANAGER file.sent');
});

test('it is found from the settings, laid on top of them', async () => {
  const scene = await openScene();
  await linked(scene);
  await scene.manager.command('/lightspeed settings', { channel: 'general' });
  const settings = await modalSaying(scene, 'Who sees turnover');

  await scene.manager.click(settings, 'Who did what');

  expect((await modalSaying(scene, 'nothing in it can be changed')).title).toBe('Who did what');
  await scene.manager.close(modalOf(scene.manager));
});
