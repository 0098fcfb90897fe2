import { expect, test } from 'vitest';
import { openScene } from './support/scene.ts';
import { imported } from './support/setup.ts';

test.each([
  ['Map', 'Which department'],
  ['Link Lightspeed', 'API key'],
  ['Import now', 'were in already'],
  ['Import older days…', 'First day'],
  ['Business days', 'Its day begins at'],
  ['Departments', 'New department'],
  ['Settings', 'Hour of the digest'],
])('the button %s of Home opens its form', async (name, words) => {
  const scene = await openScene();
  await imported(scene, () => 'City');
  const { manager, slack } = scene;
  await manager.openHome();
  const home = await slack.waitFor(() => manager.home(), 3_000, 'Home');

  await manager.click(home, name);

  const modal = await slack.waitFor(
    () => (manager.modal()?.words.includes(words) ? manager.modal() : undefined),
    3_000,
    words,
  );
  expect(modal.words).toContain(words);
});

test('the only button that members and guests have in Home asks a manager', async () => {
  const scene = await openScene();
  await imported(scene, () => 'City');
  const { member, guest, slack } = scene;

  await member.openHome();
  await guest.openHome();

  const ofMember = await slack.waitFor(() => member.home(), 3_000, 'Home of a member');
  const ofGuest = await slack.waitFor(() => guest.home(), 3_000, 'Home of a guest');
  const actionsOf = ({ blocks }: typeof ofMember) => JSON.stringify(blocks).match(/"action_id":"\w+"/g);
  expect(actionsOf(ofMember)).toEqual(['"action_id":"ask_to_manage"']);
  expect(actionsOf(ofGuest)).toEqual(['"action_id":"ask_access"']);
  expect(ofMember.words).toContain('All is well');
  expect(ofGuest.words).toContain('not shown to guests');
});
