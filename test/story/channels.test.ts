import { describe, expect, test } from 'vitest';
import { mergeDepartments } from '../../src/departments/merge-departments.ts';
import { chooseChannel } from '../../src/digest/choose-channel.ts';
import { runDue } from '../../src/run-due.ts';
import { ask, modalOf, modalSaying } from './support/look.ts';
import { openScene, type Scene } from './support/scene.ts';
import { imported } from './support/setup.ts';

const userId = 'U1MANAGER';

/** Two departments with yesterday's figures, and a digest that goes to #sales at eight. */
async function sceneWithChannel() {
  const scene = await openScene();
  await imported(scene, (store) => (store === 'Amsterdam' ? 'City' : 'Harbour'));
  await chooseChannel(await scene.context(), { channelId: 'C1SALES', hour: 8, userId });
  return scene;
}

async function openSettings(scene: Scene) {
  await scene.manager.command('/lightspeed settings', { channel: 'general' });
  return modalSaying(scene, 'Morning digest');
}

const channelsOf = async (scene: Scene) => {
  const context = await scene.context();
  return context.models.channels.find({ workspaceId: context.workspace._id }).sort({ _id: 1 }).lean();
};

const amounts = /\d[.,]\d\d/;

describe('a second channel', () => {
  test('is added on top of the settings, with an hour, days, departments and a view of its own', async () => {
    const scene = await sceneWithChannel();
    await scene.manager.click(await openSettings(scene), 'Add a channel');
    const form = await modalSaying(scene, 'Days on which it comes');
    await scene.manager.select(form, 'Channel of the morning digest', 'general');
    await scene.manager.select(form, 'Hour of the digest', '07:00');
    await scene.manager.select(form, 'Days on which it comes', ['Monday', 'Tuesday']);
    await scene.manager.select(form, 'Departments', ['Harbour']);
    await scene.manager.select(form, 'What is shown', 'Changes only');

    await scene.manager.submit(form);

    const settings = await modalSaying(scene, 'Saved.');
    expect(settings.title).toBe('Settings');
    expect(settings.words).toContain('<#C2GENERAL> at 07:00 (Europe/Amsterdam)');
    expect(settings.words).toContain('Mon Tue · Harbour · changes only, no amounts');
    expect(await channelsOf(scene)).toMatchObject([
      { channelId: 'C1SALES', hour: 8, amounts: 'money' },
      { channelId: 'C2GENERAL', hour: 7, weekdays: [1, 2], amounts: 'percent' },
    ]);
  });

  test('that gets the digest already is refused at the field', async () => {
    const scene = await sceneWithChannel();
    await scene.manager.click(await openSettings(scene), 'Add a channel');
    const form = await modalSaying(scene, 'Days on which it comes');
    await scene.manager.select(form, 'Channel of the morning digest', 'sales');

    await scene.manager.submit(form);

    expect(Object.values(modalOf(scene.manager).errors)).toEqual([
      'This channel gets the digest already. Edit it in the list instead.',
    ]);
  });
});

describe('a channel in the list', () => {
  test('is edited: the form shows what is set, and another channel takes its place', async () => {
    const scene = await sceneWithChannel();
    await scene.manager.click(await openSettings(scene), 'Edit');
    const form = await modalSaying(scene, 'Days on which it comes');
    expect(JSON.stringify(form.values)).toContain('C1SALES');
    await scene.manager.select(form, 'Channel of the morning digest', 'general');
    await scene.manager.select(form, 'Picture', 'Without a picture');

    await scene.manager.submit(form);

    const settings = await modalSaying(scene, 'Saved.');
    expect(settings.words).toContain('<#C2GENERAL> at 08:00');
    expect(settings.words).toContain('no picture');
    expect(settings.words).not.toContain('C1SALES');
  });

  test('of an archived department alone goes on to show no other one when its picture is changed', async () => {
    const scene = await sceneWithChannel();
    const { models, workspace } = await scene.context();
    const city = { workspaceId: workspace._id, name: 'City' };
    const { _id } = (await models.departments.findOne(city).lean()) ?? { _id: '' };
    await models.channels.updateMany({ workspaceId: workspace._id }, { $set: { departments: [_id] } });
    await models.departments.updateOne(city, { $set: { archivedAt: new Date(0) } });
    await scene.manager.click(await openSettings(scene), 'Edit');
    const form = await modalSaying(scene, 'Days on which it comes');
    await scene.manager.select(form, 'Picture', 'Without a picture');

    await scene.manager.submit(form);

    await modalSaying(scene, 'Saved.');
    expect(await channelsOf(scene)).toMatchObject([{ departments: [_id], picture: false }]);
  });

  test('is removed after a question, and gets no more digests', async () => {
    const scene = await sceneWithChannel();

    await scene.manager.click(await openSettings(scene), 'Remove', { confirm: true });

    const settings = await modalSaying(scene, '<#C1SALES> gets no more digests');
    expect(settings.words).toContain('Hour of the digest');
    expect(await channelsOf(scene)).toEqual([]);
    scene.clock.moveTo('2025-11-14T08:00:10+01:00');
    await runDue(scene.engine);
    expect(scene.manager.seen('sales')).toEqual([]);
  });

  test('can be looked at beforehand, and one comes back to the settings', async () => {
    const scene = await sceneWithChannel();
    await scene.manager.click(await openSettings(scene), 'Preview');

    const preview = await modalSaying(scene, 'So would the digest look');

    expect(preview.words).toContain('€1,000.00');
    expect(preview.words).toContain('In its thread');
    await scene.manager.close(preview);
    expect(modalOf(scene.manager).title).toBe('Settings');
  });

  test('is sent to oneself as a test, which is not the digest of the day', async () => {
    const scene = await sceneWithChannel();

    await scene.manager.click(await openSettings(scene), 'Send me a test');
    await modalSaying(scene, 'Look at your messages');

    const [sent, details] = scene.manager.seen('app');
    expect(sent?.text).toMatch(/^Test: €1,200\.00 excl\. VAT on Wed 12 Nov/);
    expect(sent?.words).toContain('This is a test');
    expect(details?.threadTs).toBe(sent?.ts);
    scene.clock.moveTo('2025-11-14T08:00:10+01:00');
    await runDue(scene.engine);
    expect(scene.manager.seen('sales').filter(({ threadTs }) => threadTs === undefined)).toHaveLength(1);
  });
});

test('a channel that sees changes only gets no amount: not in text, blocks or thread', async () => {
  const scene = await sceneWithChannel();
  const context = await scene.context();
  await context.models.channels.updateMany(
    { workspaceId: context.workspace._id },
    { $set: { amounts: 'percent', chosenAt: new Date(0) } },
  );

  await runDue(scene.engine);

  const posts = scene.manager.seen('sales');
  expect(posts.length).toBeGreaterThan(1);
  for (const { text, blocks } of posts) {
    expect(text).not.toMatch(amounts);
    expect(JSON.stringify(blocks)).not.toMatch(amounts);
    expect(JSON.stringify(blocks)).not.toContain('€');
  }
  expect(posts[0]?.text).toContain('City');
});

test('a form whose departments were merged away meanwhile is sent back, and changes nothing', async () => {
  const scene = await sceneWithChannel();
  const { models, workspace } = await scene.context();
  const called = async (name: string) =>
    String((await models.departments.findOne({ workspaceId: workspace._id, name }).lean())?._id);
  const [from, into] = [await called('City'), await called('Harbour')];
  await models.channels.updateMany({ workspaceId: workspace._id }, { $set: { departments: [from] } });
  await scene.manager.click(await openSettings(scene), 'Edit');
  const form = await modalSaying(scene, 'Days on which it comes');
  await mergeDepartments(await scene.context(), { from, into, userId });

  await scene.manager.submit(form);

  expect(Object.values(modalOf(scene.manager).errors)).toEqual([
    'A department chosen here is not there any more. Close this form, open it again and choose anew; nothing was changed.',
  ]);
  expect(await channelsOf(scene)).toMatchObject([{ departments: [into] }]);
});

test('a member cannot touch the channels', async () => {
  const scene = await sceneWithChannel();

  const answer = await ask(scene, '/lightspeed status', scene.member);

  expect(answer.words).not.toContain('Settings');
});

test('who is no manager any more can press no button of settings that are still open', async () => {
  const scene = await sceneWithChannel();
  const { models, workspace } = await scene.context();
  const name = (managers: string[]) =>
    models.workspaces.updateOne({ _id: workspace._id }, { $set: { managers } });
  await name([scene.member.id]);
  await scene.member.command('/lightspeed settings', { channel: 'general' });
  const settings = await modalSaying(scene, 'Morning digest', scene.member);
  await name([]);

  await scene.member.click(settings, 'Remove', { confirm: true });

  await modalSaying(scene, 'Only managers can do this', scene.member);
  expect(await channelsOf(scene)).toHaveLength(1);
});
