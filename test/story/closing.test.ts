import { describe, expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world/hand.ts';
import { chooseChannel } from '../../src/digest/choose-channel.ts';
import { runDue } from '../../src/run-due.ts';
import { daysFrom } from '../../src/turnover/trading-day.ts';
import { ask, modalSaying } from './support/look.ts';
import { openScene, type Scene } from './support/scene.ts';
import { imported, linked } from './support/setup.ts';

const zone = 'Europe/Amsterdam';

/** Amsterdam sells on each day around Easter 2025 but Sundays and Easter Monday (21 April); Rotterdam on every day. */
function easterWorld() {
  const closed = new Set(['2025-04-13', '2025-04-20', '2025-04-21']);
  return worldOf({
    account: { name: 'Blad & Boon' },
    shops: [
      { shopID: '1', name: 'Amsterdam', timeZone: zone },
      { shopID: '2', name: 'Rotterdam', timeZone: zone },
    ],
    sales: daysFrom('2025-04-10', '2025-04-24').flatMap((day) =>
      ['1', '2']
        .filter((shopID) => shopID === '2' || !closed.has(day))
        .map((shopID) => ({ at: `${day}T12:00:00+02:00`, gross: 12_100, shopID })),
    ),
  });
}

async function openClosing(scene: Scene) {
  await scene.manager.command('/lightspeed settings', { channel: 'general' });
  await scene.manager.click(await modalSaying(scene, 'Turnover is told'), 'Closed days');
  return modalSaying(scene, 'Public holidays of');
}

async function sceneAtEaster() {
  const scene = await openScene({ world: easterWorld(), at: '2025-04-22T09:00:00+02:00' });
  await imported(scene);
  return scene;
}

describe('a store that is meant to be closed', () => {
  test('on a weekday that a manager names is closed then in the log, on others it is not', async () => {
    const scene = await sceneAtEaster();
    await scene.manager.click(await openClosing(scene), 'Weekdays of a store');
    const form = await modalSaying(scene, 'Tick nothing');
    await scene.manager.select(form, 'Store', 'Amsterdam');
    const chosen = await modalSaying(scene, 'Now: Amsterdam is open all week.');
    await scene.manager.select(chosen, 'Closed every', ['Sunday']);

    await scene.manager.submit(chosen);

    const list = await modalSaying(scene, 'Saved.');
    expect(list.words).toContain('Saved. Amsterdam is closed every Sunday.');
    expect(list.words).toContain('Amsterdam: Sunday');
    const sunday = await ask(scene, '/turnover 2025-04-20');
    expect(sunday.words).toContain('Amsterdam: closed');
    expect(sunday.words).toContain('Rotterdam: €100.00');
  });

  test('is shown with what is set for it as soon as it is chosen', async () => {
    const scene = await sceneAtEaster();
    const { models, workspace } = await scene.context();
    await models.stores.updateOne(
      { workspaceId: workspace._id, name: 'Rotterdam' },
      { $set: { closedWeekdays: [1, 7] } },
    );
    await scene.manager.click(await openClosing(scene), 'Weekdays of a store');

    await scene.manager.select(await modalSaying(scene, 'Tick nothing'), 'Store', 'Rotterdam');

    const form = await modalSaying(scene, 'Now: Rotterdam is closed every Monday and Sunday.');
    await scene.manager.submit(form);
    const list = await modalSaying(scene, 'Saved.');
    expect(list.words).toContain('Rotterdam: Monday and Sunday');
  });

  test('on a public holiday of the country its zone is in is closed, unless nobody keeps holidays', async () => {
    const scene = await sceneAtEaster();
    expect((await ask(scene, '/turnover 2025-04-21')).words).toContain('Amsterdam: closed');

    const list = await openClosing(scene);
    expect(JSON.stringify(list.values)).toContain('Netherlands');
    await scene.manager.select(
      list,
      'Public holidays of',
      'No country: public holidays are days like others',
    );
    await scene.manager.submit(list);
    await modalSaying(scene, 'Saved.');

    expect((await ask(scene, '/turnover 2025-04-21')).words).toContain('Amsterdam: €0.00, 0 sales');
  });

  test('on a single day is closed until that is taken back', async () => {
    const scene = await openScene({ world: easterWorld(), at: '2025-04-22T09:00:00+02:00' });
    await imported(scene);
    await scene.manager.click(await openClosing(scene), 'Add a day');
    const form = await modalSaying(scene, 'Only this store');
    await scene.manager.select(form, 'Day', '2025-04-25');
    await scene.manager.select(form, 'Only this store', 'Amsterdam');
    await scene.manager.submit(form);
    const list = await modalSaying(scene, 'Saved.');
    expect(list.words).toContain('Fri 25 Apr: Amsterdam');
    const closed = await closedDays(scene);
    expect(closed).toMatchObject([{ day: '2025-04-25', storeId: '1' }]);

    await scene.manager.click(list, 'Take back');

    const after = await modalSaying(scene, 'Taken back');
    expect(after.words).toContain('No single day is set.');
    expect(await closedDays(scene)).toEqual([]);
  });
});

test('a day long past, of the second store that is closed then, is told by that store', async () => {
  const scene = await sceneAtEaster();
  for (const store of ['Amsterdam', 'Rotterdam']) {
    await scene.manager.click(await openClosing(scene), 'Add a day');
    const form = await modalSaying(scene, 'Only this store');
    await scene.manager.select(form, 'Day', '2025-01-10');
    await scene.manager.select(form, 'Only this store', store);
    await scene.manager.submit(form);

    const list = await modalSaying(scene, 'Saved.');

    expect(list.words).toContain(`Saved. Closed on Fri 10 Jan 2025: ${store}.`);
  }
});

async function closedDays(scene: Scene) {
  const { models, workspace } = await scene.context();
  return models.closedDays.find({ workspaceId: workspace._id }).lean();
}

test('a closed store is told once in the digest and left out of its comparison', async () => {
  const scene = await openScene({ world: easterWorld(), at: '2025-04-14T09:00:00+02:00' });
  await imported(scene);
  await chooseChannel(await scene.context(), { channelId: 'C1SALES', hour: 8, userId: 'U1MANAGER' });
  for (const day of daysFrom('2025-04-15', '2025-04-22')) {
    scene.clock.moveTo(`${day}T03:00:30+02:00`);
    await runDue(scene.engine);
    scene.clock.moveTo(`${day}T08:00:10+02:00`);
    await runDue(scene.engine);
  }

  const digest = scene.manager.seen('sales').find(({ text }) => text.includes('on Mon 21 Apr,'));

  // A week before, Amsterdam sold: only Rotterdam can be held against itself.
  expect(digest?.text).toBe(
    '€100.00 excl. VAT on Mon 21 Apr, 0% on Mon 14 Apr; Amsterdam closed, Rotterdam €100.00 (0%)',
  );
  expect(digest?.words).toContain('Closed: Amsterdam.');
});

test('people who manage nothing are offered no country and change nothing', async () => {
  const scene = await openScene({ world: easterWorld(), at: '2025-04-22T09:00:00+02:00' });
  await linked(scene);

  const answer = await ask(scene, '/lightspeed status', scene.member);

  expect(answer.words).not.toContain('Closed days');
});
