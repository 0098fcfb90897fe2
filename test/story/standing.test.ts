import { expect, test } from 'vitest';
import { ask, modalSaying } from './support/look.ts';
import { openScene } from './support/scene.ts';
import { imported } from './support/setup.ts';

const onlyManagers = 'Only managers can do this';
const noGuests = 'Turnover is not shown to guests';

test.each(['link', 'map', 'departments', 'settings', 'unlink'])(
  'a member who types /lightspeed %s is told who may',
  async (word) => {
    const scene = await openScene();
    await imported(scene);

    await scene.member.command(`/lightspeed ${word}`, { channel: 'general' });

    const modal = await modalSaying(scene, onlyManagers, scene.member);
    expect(modal.words).toContain('Nothing was changed. Ask one of them.');
    expect(modal.submit).toBeUndefined();
  },
);

test('a member cannot import, and is told who may', async () => {
  const scene = await openScene();
  await imported(scene);

  expect((await ask(scene, '/lightspeed import', scene.member)).text).toContain(onlyManagers);
});

test('a member may ask for any day', async () => {
  const scene = await openScene();
  await imported(scene);

  expect((await ask(scene, '/turnover', scene.member)).text).toContain('Amsterdam: €1,000.00');
});

test.each(['/turnover', '/turnover 2025-11-11', '/lightspeed status'])(
  'a guest who types %s gets no figure, and the reason',
  async (line) => {
    const scene = await openScene();
    await imported(scene);

    const { text } = await ask(scene, line, scene.guest);

    expect(text).toContain(noGuests);
    expect(text).not.toContain('€');
  },
);

test('a guest cannot press the buttons of a shared message either', async () => {
  const scene = await openScene();
  await imported(scene);
  const log = await ask(scene, '/turnover');
  const kept = scene.slack.state.messages.find(({ ts }) => ts === log.ts);
  if (kept) kept.ephemeralTo = undefined;

  await scene.guest.click(log, 'show_day');

  const told = await scene.slack.waitFor(
    () => scene.guest.seen('general').find(({ isEphemeral }) => isEphemeral),
    3_000,
    'the reason',
  );
  expect(told.text).toContain(noGuests);
});

test('a manager who lost that right meanwhile cannot submit a form that was open', async () => {
  const scene = await openScene();
  await imported(scene);
  await scene.manager.command('/lightspeed unlink', { channel: 'general' });
  const form = await modalSaying(scene, 'Unlink *');
  const wasOpenedBy = scene.slack.state.views[form.id];
  if (wasOpenedBy) wasOpenedBy.person = 'U2MEMBER';
  scene.slack.state.stacks['U2MEMBER'] = [form.id];

  await scene.member.submit(form);

  await modalSaying(scene, onlyManagers, scene.member);
  const link = await scene.connection.collection('links').findOne();
  expect(link?.['state']).toBe('active');
});

test('the Home tab shows a manager the buttons, a member whom to ask, and a guest no figures', async () => {
  const scene = await openScene();
  await imported(scene);

  for (const person of [scene.manager, scene.member, scene.guest]) {
    await person.openHome();
    await scene.slack.waitFor(() => person.home(), 3_000, 'the Home tab');
  }

  expect(scene.manager.home()?.words).toContain('Import now');
  expect(scene.member.home()?.words).toContain('for managers');
  expect(scene.member.home()?.words).not.toContain('Import now');
  expect(scene.guest.home()?.words).toBe(
    'Turnover is not shown to guests of this workspace. A manager can let you see it.\nAsk a manager',
  );
});
