import { describe, expect, test } from 'vitest';
import type { SeenMessage } from '../../demo/slack/driver/look.ts';
import { changeAccess, changeDepartmentAccess } from '../../src/access/change-access.ts';
import { allDepartments } from '../../src/departments/in-order.ts';
import { chooseChannel } from '../../src/digest/choose-channel.ts';
import { addNote } from '../../src/notes/write-note.ts';
import { runDue } from '../../src/run-due.ts';
import { auditOf } from './support/days.ts';
import { ask, modalOf, modalSaying } from './support/look.ts';
import { openScene, type Scene, type SceneOptions } from './support/scene.ts';
import { imported } from './support/setup.ts';

const day = '2025-11-12';

/** A digest of 12 November in #sales. */
async function sceneWithDigest(options: SceneOptions = {}) {
  const scene = await openScene({ ...options, at: '2025-11-13T07:30:00+01:00' });
  await imported(scene, (store) => (store === 'Amsterdam' ? 'City' : 'Harbour'));
  await chooseChannel(await scene.context(), { channelId: 'C1SALES', hour: 8, userId: 'U1MANAGER' });
  scene.clock.moveTo('2025-11-13T08:00:10+01:00');
  await runDue(scene.engine);
  const digest = scene.member.seen('sales').find(({ threadTs }) => threadTs === undefined);
  if (!digest) throw new Error('no digest');
  return { scene, digest, threadTs: digest.ts };
}

async function notesIn(scene: Scene) {
  const { models } = scene.engine;
  const notes = await models.notes
    .find({ workspaceId: scene.slack.state.team.id, removedAt: null })
    .sort({ at: 1 })
    .lean();
  return notes.map(({ text, by, byName, day: of }) => ({ text, by, byName, day: of }));
}

/** What only this person is told in #sales. */
const whispers = (scene: Scene, person = scene.member) =>
  person.seen('sales').filter(({ isEphemeral }) => isEphemeral);

function told(scene: Scene, words: string, person = scene.member): Promise<SeenMessage> {
  return scene.slack.waitFor(
    () => whispers(scene, person).find((each) => each.words.includes(words)),
    8_000,
    `a line saying "${words}"`,
  );
}

describe.each(['http', 'socket'] as const)('a reply under a digest, over %s', (transport) => {
  test('is kept as a note of its day, and its writer alone is told so, with a way back', async () => {
    const { scene, threadTs } = await sceneWithDigest({ transport });

    await scene.member.say('sales', 'Market in the street & <rain>, says <@nobody>', { threadTs });

    const line = await told(scene, 'Kept as a note of Wed 12 Nov 2025');
    expect(line.threadTs).toBe(threadTs);
    expect(whispers(scene, scene.manager)).toEqual([]);
    expect(await notesIn(scene)).toEqual([
      { text: 'Market in the street & <rain>, says <@nobody>', by: 'U2MEMBER', byName: 'Sam', day },
    ]);
    const log = await ask(scene, `/turnover ${day}`);
    expect(log.words).toContain('> Market in the street &amp; &lt;rain&gt;');
    expect(log.words).toContain('Sam, Thu 13 Nov, 08:00');
  });
});

describe('a reply under a digest', () => {
  test('of which Slack tells twice is one note, told of once', async () => {
    const { scene, threadTs } = await sceneWithDigest();
    scene.slack.faults.add({ kind: 'duplicate_event' });

    await scene.member.say('sales', 'Roadworks', { threadTs });
    await told(scene, 'Kept');
    await scene.slack.eventsSettled();
    await scene.engine.inFlight.settled(5_000);

    expect(await notesIn(scene)).toHaveLength(1);
    expect(whispers(scene)).toHaveLength(1);
  });

  test('that is edited has its note say the same, and one that is deleted takes it along', async () => {
    const { scene, threadTs } = await sceneWithDigest();
    const first = await scene.member.say('sales', 'Roadwroks', { threadTs });
    const second = await scene.member.say('sales', 'Rain', { threadTs });
    await scene.slack.waitFor(() => whispers(scene)[1], 8_000, 'both lines');

    await scene.member.rewrite(first, 'Roadworks');
    await scene.member.unsay(second);

    await expect
      .poll(() => notesIn(scene), { timeout: 8_000 })
      .toEqual([{ text: 'Roadworks', by: 'U2MEMBER', byName: 'Sam', day }]);
    expect(whispers(scene)).toHaveLength(2);
  });

  test('of who may not see turnover any more follows their edits all the same', async () => {
    const { scene, threadTs } = await sceneWithDigest();
    const reply = await scene.member.say('sales', 'Noor was ill', { threadTs });
    await told(scene, 'Kept');
    const nobody = { people: [], channels: [], shown: [] };
    await changeAccess(await scene.context(), { seenBy: 'managers', ...nobody, userId: 'U1MANAGER' });

    await scene.member.rewrite(reply, 'Short of people');

    await expect
      .poll(async () => (await notesIn(scene)).map(({ text }) => text), { timeout: 8_000 })
      .toEqual(['Short of people']);
  });

  test('is no note any more after Undo, not even when it is edited', async () => {
    const { scene, threadTs } = await sceneWithDigest();
    const reply = await scene.member.say('sales', 'Nice!', { threadTs });
    const line = await told(scene, 'Kept');

    await scene.member.click(line, 'Undo');
    await told(scene, 'It is no note of Wed 12 Nov 2025 any more');
    await scene.member.rewrite(reply, 'Very nice!');
    await scene.engine.inFlight.settled(5_000);

    expect(await notesIn(scene)).toEqual([]);
    expect(scene.manager.seen('sales').some(({ text }) => text === 'Very nice!')).toBe(true);
  });

  test('longer than a note may be is shortened, and its writer told so', async () => {
    const { scene, threadTs } = await sceneWithDigest();

    await scene.member.say('sales', 'rain '.repeat(200), { threadTs });

    await told(scene, 'Only its first 500 characters');
    const [note] = await notesIn(scene);
    expect(note?.text.length).toBeLessThanOrEqual(500);
    expect(note?.text).toMatch(/rain…$/);
  });

  test('of a guest stays what it is: a reply', async () => {
    const { scene, threadTs } = await sceneWithDigest();

    await scene.guest.say('sales', 'How did we do?', { threadTs });
    await scene.engine.inFlight.settled(5_000);

    expect(await notesIn(scene)).toEqual([]);
    expect(whispers(scene, scene.guest)).toEqual([]);
  });

  test('nothing else that is said in a channel becomes a note', async () => {
    const { scene } = await sceneWithDigest();
    const question = await scene.member.say('sales', 'Who opens tomorrow?');

    await scene.member.say('sales', 'I do', { threadTs: question.ts });
    await scene.engine.inFlight.settled(5_000);

    expect(await notesIn(scene)).toEqual([]);
    expect(whispers(scene)).toEqual([]);
  });

  test('is answered in the language of who wrote it', async () => {
    const { scene, threadTs } = await sceneWithDigest();
    scene.slack.setLocale('U2MEMBER', 'nl-NL');

    await scene.member.say('sales', 'Markt', { threadTs });

    await told(scene, 'Bewaard als notitie van wo 12 nov 2025');
  });
});

describe('the button in a day', () => {
  test('opens the notes; what is written there shows in the log and in the digest’s thread', async () => {
    const { scene } = await sceneWithDigest();
    const log = await ask(scene, `/turnover ${day}`, scene.member);
    await scene.member.click(log, 'Add note');
    const form = await modalSaying(scene, 'There are no notes yet.', scene.member);
    await scene.member.type(form, 'New note', 'Tram strike\nall day');

    await scene.member.submit(form);

    await modalSaying(scene, '*Kept* as a note of Wed 12 Nov 2025.', scene.member);
    expect((await ask(scene, `/turnover ${day}`)).words).toContain('> Tram strike\n> all day');
    scene.clock.moveTo('2025-11-13T08:10:00+01:00');
    await runDue(scene.engine);
    const details = scene.manager.seen('sales').find(({ threadTs }) => threadTs !== undefined);
    expect(details?.words).toContain('> Tram strike');
  });

  test('stands in the digest too', async () => {
    const { scene, digest } = await sceneWithDigest();

    await scene.member.click(digest, 'Add note');

    await modalSaying(scene, 'What is there to know of *Wed 12 Nov 2025*?', scene.member);
  });

  test('a note is changed by who wrote it, on top of the list', async () => {
    const { scene, digest } = await sceneWithDigest();
    await addNote(await scene.context(), { day, text: 'Rian', userId: 'U2MEMBER' });
    await scene.member.click(digest, 'Add note');
    await scene.member.click(await modalSaying(scene, '> Rian', scene.member), 'Edit');
    const form = await modalSaying(scene, 'Edit note', scene.member);
    await scene.member.type(form, 'Note', 'Rain');

    await scene.member.submit(form);

    const list = await modalSaying(scene, 'The note is changed.', scene.member);
    expect(list.words).toContain('> Rain');
    expect(await auditOf(scene, 'note.changed')).toEqual([]);
  });

  test('of others only a manager changes a note, which is written down', async () => {
    const { scene, digest } = await sceneWithDigest();
    await addNote(await scene.context(), { day, text: 'Rain', userId: 'U1MANAGER' });
    await scene.member.click(digest, 'Add note');
    const list = await modalSaying(scene, '> Rain', scene.member);
    await expect(scene.member.click(list, 'Delete', { confirm: true })).rejects.toThrow('There is no button');
    await addNote(await scene.context(), { day, text: 'Hail', userId: 'U2MEMBER' });
    await scene.manager.click(digest, 'Add note');
    const all = await modalSaying(scene, '> Hail');
    const { models } = scene.engine;
    const hail = await models.notes.findOne({ workspaceId: scene.slack.state.team.id, text: 'Hail' }).lean();

    await scene.manager.click(
      all,
      { blockId: `note:${hail?._id}`, actionId: 'remove_note' },
      { confirm: true },
    );

    await modalSaying(scene, 'The note is deleted.');
    expect((await notesIn(scene)).map(({ text }) => text)).toEqual(['Rain']);
    expect(await auditOf(scene, 'note.removed')).toMatchObject([
      { who: 'U1MANAGER', details: { day, by: 'U2MEMBER' } },
    ]);
  });

  test('nothing but spaces is refused at the field', async () => {
    const { scene, digest } = await sceneWithDigest();
    await scene.member.click(digest, 'Add note');
    const form = await modalSaying(scene, 'There are no notes yet.', scene.member);
    await scene.member.type(form, 'New note', '   ');

    await scene.member.submit(form);

    expect(Object.values(modalOf(scene.member).errors)).toEqual(['Write something first.']);
  });

  test('a guest who presses it is told why not', async () => {
    const { scene, digest } = await sceneWithDigest();

    await scene.guest.click(digest, 'Add note');

    await modalSaying(scene, 'guests', scene.guest);
  });
});

test('notes show in a range that has their day, and who sees some departments only is shown their own', async () => {
  const scene = await openScene();
  await imported(scene);
  const context = await scene.context();
  await addNote(context, { day: '2025-11-10', text: 'Elsewhere', userId: 'U1MANAGER' });
  await addNote(context, { day: '2025-11-12', text: 'Market\nall day', userId: 'U1MANAGER' });
  await addNote(context, { day: '2025-11-11', text: 'Till <broken>', userId: 'U2MEMBER' });
  const line = '/turnover 2025-11-11..2025-11-12';

  const all = await ask(scene, line);
  const [first] = await allDepartments(context);
  const list = { people: [], channels: [], shown: [] };
  await changeDepartmentAccess(context, { departmentId: first?._id ?? '', list, userId: 'U1MANAGER' });
  const own = await ask(scene, line, scene.member);

  expect(all.words).toContain(
    '*Notes of these days*\nTue 11 Nov, Sam: Till &lt;broken&gt;\nWed 12 Nov, Marieke: Market all day',
  );
  expect(all.text).toContain('Notes of these days: Tue 11 Nov, Sam: Till &lt;broken&gt;; Wed 12 Nov');
  expect(all.words).not.toContain('Elsewhere');
  expect(own.words).toContain('Tue 11 Nov, Sam: Till &lt;broken&gt;');
  expect(own.words).not.toContain('Market');
});

test('what was said a year before comes back in the digest’s thread, by date and by weekday', async () => {
  const scene = await openScene({ at: '2025-11-13T07:30:00+01:00' });
  await imported(scene);
  const context = await scene.context();
  await addNote(context, { day: '2024-11-12', text: 'Fair on the square', userId: 'U2MEMBER' });
  await addNote(context, { day: '2024-11-13', text: 'Black ice', userId: 'U2MEMBER' });
  await addNote(context, { day: '2024-11-14', text: 'Another day', userId: 'U2MEMBER' });
  await chooseChannel(context, { channelId: 'C1SALES', hour: 8, userId: 'U1MANAGER' });
  scene.clock.moveTo('2025-11-13T08:00:10+01:00');

  await runDue(scene.engine);

  const details = scene.manager.seen('sales').find(({ threadTs }) => threadTs !== undefined);
  expect(details?.words).toContain('*A year ago: notes*');
  expect(details?.words).toContain('_Tue 12 Nov 2024_\n> Fair on the square');
  expect(details?.words).toContain('_Wed 13 Nov 2024_\n> Black ice');
  expect(details?.words).not.toContain('Another day');
});

test('a channel that is told changes only is told nobody’s words from elsewhere', async () => {
  const scene = await openScene({ at: '2025-11-13T07:30:00+01:00' });
  await imported(scene);
  const context = await scene.context();
  await addNote(context, { day: '2024-11-12', text: 'We made 5,000.00', userId: 'U2MEMBER' });
  await chooseChannel(context, { channelId: 'C1SALES', hour: 8, userId: 'U1MANAGER' });
  await context.models.channels.updateMany(
    { workspaceId: context.workspace._id },
    { $set: { amounts: 'percent' } },
  );
  scene.clock.moveTo('2025-11-13T08:00:10+01:00');

  await runDue(scene.engine);

  const said = scene.manager.seen('sales').map(({ words, text }) => `${words} ${text}`);
  expect(said.length).toBeGreaterThan(1);
  expect(said.join(' ')).not.toContain('5,000.00');
});
