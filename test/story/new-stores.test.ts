import { expect, test } from 'vitest';
import type { SeenMessage } from '../../demo/slack/driver/look.ts';
import type { PersonDriver } from '../../demo/slack/driver/person.ts';
import { addDepartment } from '../../src/departments/add-department.ts';
import { mapNewStore } from '../../src/new-stores/map-new-store.ts';
import { runDue } from '../../src/run-due.ts';
import { enterWorkspace } from '../../src/workspaces.ts';
import { answerTo, ask, modalOf, modalSaying } from './support/look.ts';
import { openScene, type Scene } from './support/scene.ts';
import { mapped } from './support/setup.ts';

const zone = 'Europe/Amsterdam';

/** A night after new stores were opened; the manager and the member, a named manager too, are told. */
async function afterNewStores(names: readonly string[]) {
  const scene = await openScene();
  await mapped(scene);
  await scene.engine.models.workspaces.updateOne(
    { _id: scene.slack.state.team.id },
    { $set: { managers: ['U1MANAGER', 'U2MEMBER'] } },
  );
  for (const [index, name] of names.entries()) {
    scene.world.addStore({ shopID: String(index + 3), name, timeZone: zone });
  }
  scene.clock.moveTo('2025-11-14T03:00:30+01:00');
  await runDue(scene.engine);
  return scene;
}

const noticeOf = (person: PersonDriver): SeenMessage => {
  const [notice] = person.seen('app');
  if (!notice) throw new Error('nothing was told');
  return notice;
};

const noticeSaying = (scene: Scene, person: PersonDriver, words: string) =>
  scene.slack.waitFor(
    () => (noticeOf(person).words.includes(words) ? noticeOf(person) : undefined),
    8_000,
    `a notice saying "${words}"`,
  );

const mappingsOf = async ({ engine, slack }: Scene, storeId: string) =>
  engine.models.mappings.find({ workspaceId: slack.state.team.id, storeId }).lean();

test('a new store is mapped in the notice itself, for all its days, and every copy of the notice says by whom', async () => {
  const scene = await afterNewStores(['Utrecht']);
  const notice = noticeOf(scene.manager);

  await scene.manager.select(notice, 'map_new_store', 'Amsterdam');

  const line = '*Utrecht*: mapped to Amsterdam by <@U1MANAGER>, from its first day on.';
  const mine = await noticeSaying(scene, scene.manager, line);
  const theirs = await noticeSaying(scene, scene.member, line);
  expect(notice.text).toBe(
    '*Blad &amp; Boon* has a new store: Utrecht. Until it is mapped, it is in no total.',
  );
  expect([mine.text, theirs.text]).toEqual([line, line]);
  expect(await mappingsOf(scene, '3')).toMatchObject([{ from: '0001-01-01', mappedBy: 'U1MANAGER' }]);
});

test('a new store can be ignored in the notice', async () => {
  const scene = await afterNewStores(['Test till']);

  await scene.manager.select(noticeOf(scene.manager), 'map_new_store', 'Ignore this store');

  await noticeSaying(scene, scene.manager, '*Test till*: ignored, said <@U1MANAGER>.');
  expect((await ask(scene, '/lightspeed status')).words).toContain('Ignored, in no total: Test till.');
});

test('a second manager who chooses otherwise at the same time is told what the first one did', async () => {
  const scene = await afterNewStores(['Utrecht']);
  const [mine, theirs] = [noticeOf(scene.manager), noticeOf(scene.member)];

  await Promise.all([
    scene.manager.select(mine, 'map_new_store', 'Amsterdam'),
    scene.member.select(theirs, 'map_new_store', 'Rotterdam'),
  ]);

  const told = await scene.slack.waitFor(
    () => [...scene.manager.seen('app'), ...scene.member.seen('app')].find(({ isEphemeral }) => isEphemeral),
    8_000,
    'the second one being told',
  );
  expect(told.text).toMatch(
    /^That was done already, so nothing was changed now\. \*Utrecht\*: mapped to (Amsterdam|Rotterdam) by /,
  );
  expect(await mappingsOf(scene, '3')).toHaveLength(1);
});

test('a store that was mapped in the form is shown so in the notice', async () => {
  const scene = await afterNewStores(['Utrecht']);
  await scene.manager.click(noticeOf(scene.manager), 'New department or split…');
  const form = await modalSaying(scene, 'Which department');
  await scene.manager.select(form, 'Utrecht', 'Amsterdam');

  await scene.manager.submit(modalOf(scene.manager));

  await noticeSaying(scene, scene.manager, '*Utrecht*: mapped to Amsterdam by <@U1MANAGER>');
});

test('somebody who is no manager any more maps nothing', async () => {
  const scene = await afterNewStores(['Utrecht']);
  const notice = noticeOf(scene.member);
  await scene.engine.models.workspaces.updateOne(
    { _id: scene.slack.state.team.id },
    { $set: { managers: [] } },
  );

  await scene.member.select(notice, 'map_new_store', 'Amsterdam');

  expect((await answerTo(scene, { person: scene.member, channel: 'app' })).text).toContain('Only managers');
  expect(await mappingsOf(scene, '3')).toEqual([]);
});

test('a notice of another workspace maps nothing', async () => {
  const scene = await afterNewStores(['Utrecht']);
  const [notice] = await scene.engine.models.storeNotices
    .find({ workspaceId: scene.slack.state.team.id })
    .lean();
  const other = await enterWorkspace(scene.engine, { workspaceId: 'T9OTHER' });

  const outcome = await mapNewStore(other, {
    noticeId: notice?._id ?? '',
    storeId: '3',
    choice: 'ignore',
    userId: 'U9STRANGER',
    place: { channelId: 'D9', ts: '1.1' },
  });

  expect(outcome).toEqual({ kind: 'gone' });
  expect(await mappingsOf(scene, '3')).toEqual([]);
});

test('of many new stores the first ones have a select, and the rest a button to the form', async () => {
  const names = Array.from({ length: 13 }, (_, index) => `Store ${String(index + 1).padStart(2, '0')}`);
  const scene = await afterNewStores(names);
  const notice = noticeOf(scene.manager);

  expect(notice.words).toContain('*Store 10* is not mapped yet.');
  expect(notice.words).not.toContain('*Store 11* is not');
  expect(notice.words).toContain('… and 3 more stores.');
  await scene.manager.click(notice, 'Map');
  expect((await modalSaying(scene, 'Which department')).words).toContain('Store 13');
});

test('of many departments the one wanted is found by typing', async () => {
  const scene = await afterNewStores([]);
  const context = await scene.context();
  for (let number = 1; number <= 110; number += 1) {
    await addDepartment(context, { name: `Department ${number}`, userId: 'U1MANAGER' });
  }
  scene.world.addStore({ shopID: '9', name: 'Utrecht', timeZone: zone });
  scene.clock.moveTo('2025-11-15T03:00:30+01:00');
  await runDue(scene.engine);

  const offered = await scene.manager.typeAhead(noticeOf(scene.manager), 'map_new_store', 'ment 107');

  expect(offered.map(({ text }) => JSON.stringify(text))).toEqual([
    expect.stringContaining('Department 107'),
    expect.stringContaining('Ignore this store'),
  ]);
});
