import { expect, test } from 'vitest';
import { pictureIn } from '../../demo/check/digest-picture.ts';
import type { Fault } from '../../demo/slack/faults.ts';
import { chooseChannel } from '../../src/digest/choose-channel.ts';
import { runDue } from '../../src/run-due.ts';
import { readPng } from '../charts/support/png.ts';
import { openScene, type Scene, type SceneOptions } from './support/scene.ts';
import { mapped } from './support/setup.ts';

const digestHour = 8;

/** Two shops, a department each, and a digest at eight; it is the morning of 13 November. */
async function morning(options: SceneOptions = {}): Promise<Scene> {
  const scene = await openScene({ at: '2025-11-12T10:00:00+01:00', ...options });
  await mapped(scene);
  await chooseChannel(await scene.context(), { channelId: 'C1SALES', hour: digestHour, userId: 'U1MANAGER' });
  scene.clock.moveTo('2025-11-13T03:00:30+01:00');
  await runDue(scene.engine);
  return scene;
}

async function digestAt(scene: Scene, instant: string) {
  scene.clock.moveTo(instant);
  await runDue(scene.engine);
  const digest = scene.member.seen('sales').find(({ threadTs }) => threadTs === undefined);
  if (!digest) throw new Error('no digest');
  return digest;
}

const bytesOf = ({ slack }: Scene, id: string) =>
  new Uint8Array(Buffer.from(slack.state.files[id]?.content ?? '', 'base64'));

for (const transport of ['http', 'socket'] as const) {
  test(`over ${transport}: a digest shows its picture, which says in words what it shows`, async () => {
    const scene = await morning({ transport });

    const digest = await digestAt(scene, '2025-11-13T08:00:00+01:00');

    const picture = pictureIn(scene.slack.state, digest.ts);
    expect(picture.altText).toContain('Amsterdam: €1,000.00.');
    expect(picture.altText).toContain('Rotterdam: €200.00.');
    expect(readPng(bytesOf(scene, picture.id)).width).toBe(1120);
    expect(scene.slack.state.files[picture.id]).toMatchObject({ shared: false, isPending: false });
  });
}

test('a corrected digest shows a picture made anew', async () => {
  const scene = await morning();
  const before = pictureIn(scene.slack.state, (await digestAt(scene, '2025-11-13T08:00:00+01:00')).ts);
  scene.world.voidSale(4, Date.parse('2025-11-13T11:00:00+01:00'));

  const corrected = await digestAt(scene, '2025-11-14T03:00:30+01:00');

  const after = pictureIn(scene.slack.state, corrected.ts);
  expect(corrected.isEdited).toBe(true);
  expect(after.id).not.toBe(before.id);
  expect(after.altText).toContain('Rotterdam: €0.00.');
});

test('a digest whose picture Slack does not know at once shows it all the same', async () => {
  const scene = await morning({ tolerated: { verdicts: ['invalid_blocks'] } });
  scene.slack.faults.add({ kind: 'file_not_ready', times: 1 });

  const digest = await digestAt(scene, '2025-11-13T08:00:00+01:00');

  expect(pictureIn(scene.slack.state, digest.ts).altText).toContain('Amsterdam: €1,000.00.');
});

test('a digest whose picture is too much for Slack at the moment waits for it', async () => {
  const scene = await morning({ tolerated: { verdicts: ['rate_limited', 'ratelimited'] } });
  scene.slack.faults.add({ kind: 'rate_limited', method: 'files.completeUploadExternal', times: 1 });

  const digest = await digestAt(scene, '2025-11-13T08:00:00+01:00');

  expect(pictureIn(scene.slack.state, digest.ts).altText).toContain('Amsterdam: €1,000.00.');
});

test.each<[string, Fault, string]>([
  ['does not get ready', { kind: 'file_not_ready', times: 9 }, 'invalid_blocks'],
  ['gets no place', { kind: 'unavailable', method: 'files.getUploadURLExternal' }, 'unavailable'],
  ['is lost at the end', { kind: 'unavailable', method: 'files.completeUploadExternal' }, 'unavailable'],
])('a digest comes without its picture when that %s', async (_name, fault, verdict) => {
  const scene = await morning({ tolerated: { verdicts: [verdict, 'ratelimited', 'service_unavailable'] } });
  scene.slack.faults.add(fault);

  const digest = await digestAt(scene, '2025-11-13T08:00:00+01:00');

  expect(digest.text).toContain('€1,200.00');
  expect(digest.words).toContain('Amsterdam');
  expect(digest.blocks.some(({ type }) => type === 'image')).toBe(false);
  expect(scene.member.seen('sales').filter(({ threadTs }) => threadTs === undefined)).toHaveLength(1);
});
