import { expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world/hand.ts';
import { chooseChannel } from '../../src/digest/choose-channel.ts';
import { linkAccount } from '../../src/lightspeed/link-account.ts';
import { runDue } from '../../src/run-due.ts';
import { viewOf } from './support/forge.ts';
import { ask, modalOf, modalSaying } from './support/look.ts';
import { openScene } from './support/scene.ts';

/** Far more than any shop has; the stand-in refuses whatever is beyond Slack's limits. */
const stores = 10_000;
const userId = 'U1MANAGER';
const zone = 'Europe/Amsterdam';

const shops = Array.from({ length: stores }, (_, index) => ({
  shopID: String(index + 1),
  name: `Store ${String(index + 1).padStart(5, '0')}`,
  timeZone: zone,
}));

test('a list of ten thousand stores can be mapped, is read every night, and is told of everywhere', {
  timeout: 240_000,
}, async () => {
  const sales = shops
    .slice(0, 200)
    .map(({ shopID }) => ({ at: '2025-11-12T12:00:00+01:00', gross: 12_100, shopID }));
  const scene = await openScene({ world: worldOf({ shops, sales }), at: '2025-11-12T10:00:00+01:00' });
  const { manager, engine, slack } = scene;
  await linkAccount(await scene.context(), { key: 'key-1', userId, deadline: 120_000 });
  const saying = (words: string) =>
    slack.waitFor(
      () => (manager.modal()?.words.includes(words) ? modalOf(manager) : undefined),
      60_000,
      words,
    );

  await manager.command('/lightspeed map', { channel: 'general' });
  const form = await saying('Page 1 of 500');
  const formSize = JSON.stringify(viewOf(scene, form).content).length;
  await manager.type(form, 'Find a store', '00150', { enter: true });
  const found = await saying('1 of 10');
  await manager.select(found, 'Store 00150', 'New department…');
  await manager.type(
    await saying('New department for Store 00150'),
    'New department for Store 00150',
    'City',
  );
  await manager.submit(modalOf(manager));
  const saved = await modalSaying(scene, '*Saved.*');
  await manager.close(saved);
  await chooseChannel(await scene.context(), { channelId: 'C1SALES', hour: 8, userId });
  scene.clock.moveTo('2025-11-13T08:00:30+01:00');
  await runDue(engine);
  await runDue(engine);
  const status = await ask(scene, '/lightspeed status');
  const day = await ask(scene, '/turnover yesterday');
  await manager.openHome();
  const home = await slack.waitFor(() => manager.home(), 30_000, 'Home');
  await manager.click(home, 'Business days');
  const picked = await manager.typeAhead(await saying('Its day begins at'), 'Store', '0999');

  expect(formSize).toBeLessThan(30_000);
  expect(await engine.models.nights.countDocuments({ workspaceId: slack.state.team.id, state: 'done' })).toBe(
    1,
  );
  expect(
    await engine.models.figures.countDocuments({ workspaceId: slack.state.team.id, day: '2025-11-12' }),
  ).toBe(stores);
  const digest = scene.member.seen('sales').find(({ threadTs }) => threadTs === undefined);
  expect(digest?.text).toMatch(/^€100\.00 excl\. VAT/);
  expect(digest?.words).toMatch(/In no department yet.*Store 00001.*\+\d/s);
  expect(status.words).toMatch(/In no department yet: Store 00001.*\+9,?\d{3}/);
  expect(day.words).toContain('City');
  expect(home.words).toContain('€100.00');
  expect(picked).toHaveLength(11);
});
