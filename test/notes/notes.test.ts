import { describe, expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world.ts';
import type { DigestLook } from '../../models/channel.ts';
import { fullLook } from '../../src/digest/look.ts';
import { followReply, keepReply, replyDeleted } from '../../src/notes/keep-reply.ts';
import { notesOf, notesOfDigests } from '../../src/notes/list-notes.ts';
import { addNote, editNote, findNote, removeNote } from '../../src/notes/write-note.ts';
import { startBench } from '../support/engine.ts';
import { amsterdam } from '../support/shop.ts';

const day = '2024-06-03';
const reply = {
  channelId: 'C1',
  threadTs: '1.1',
  ts: '2.1',
  version: '2.1',
  userId: 'U2',
  text: 'Rain',
};

async function desk() {
  const bench = await startBench({ world: worldOf({ shops: [amsterdam] }), at: '2024-06-04T10:00:00+02:00' });
  const context = await bench.context();
  const words = async () =>
    (await notesOf(context, { day, userId: 'U1', seen: 'all' })).map(({ text }) => text);
  return { bench, context, words };
}

describe('a reply', () => {
  test('of which two processes are told at once is one note', async () => {
    const { bench, context, words } = await desk();
    const other = { ...context, ...(await bench.anotherEngine()), workspace: context.workspace };

    const told = await Promise.all([
      keepReply(context, reply, day),
      keepReply(other, reply, day),
      keepReply(context, reply, day),
    ]);

    expect(await words()).toEqual(['Rain']);
    expect(told.filter(({ outcome }) => outcome === 'kept')).toHaveLength(1);
  });

  test('keeps its last words, in whatever order its edits are told', async () => {
    const { context, words } = await desk();
    await keepReply(context, { ...reply, version: '5.1', text: 'Third' }, day);

    await keepReply(context, { ...reply, version: '3.1', text: 'Second' }, day);
    await keepReply(context, reply, day);

    expect(await words()).toEqual(['Third']);
  });

  test('without words is no note, and one that loses them is none any more', async () => {
    const { context, words } = await desk();
    const empty = await keepReply(context, { ...reply, ts: '3.1', version: '3.1', text: '  ' }, day);
    await keepReply(context, reply, day);

    await keepReply(context, { ...reply, version: '4.1', text: '' }, day);

    expect(empty.outcome).toBe('empty');
    expect(await words()).toEqual([]);
  });

  test('that is a note already follows its edits whoever may see turnover now', async () => {
    const { context, words } = await desk();
    await keepReply(context, reply, day);

    const outcome = await followReply(context, { ...reply, version: '4.1', text: 'Rain, no names' });

    expect(outcome).toBe(true);
    expect(await words()).toEqual(['Rain, no names']);
    expect(await followReply(context, { ...reply, ts: '9.1', version: '9.2' })).toBe(false);
  });

  test('that is deleted leaves no words behind', async () => {
    const { bench, context, words } = await desk();
    await keepReply(context, reply, day);

    await replyDeleted(context, reply);

    expect(await words()).toEqual([]);
    expect(JSON.stringify(await bench.engine.connection.collection('notes').find().toArray())).not.toContain(
      'Rain',
    );
  });

  test('calls people by name, so that it calls nobody when it is said again', async () => {
    const { bench, context, words } = await desk();
    bench.delivery.people.set('U7', { name: 'Noor' });

    await keepReply(context, { ...reply, text: 'Ask <@U7> &amp; <!here>' }, day);

    expect(await words()).toEqual(['Ask @Noor & @here']);
  });
});

test('a reply that was taken back as a note keeps its later words to itself', async () => {
  const { bench, context } = await desk();
  const { noteId } = await keepReply(context, reply, day);
  await removeNote(context, { noteId, userId: 'U2', isManager: false });

  await keepReply(context, { ...reply, version: '4.1', text: 'Private' }, day);

  const kept = await bench.engine.connection.collection('notes').find().toArray();
  expect(JSON.stringify(kept)).not.toMatch(/Rain|Private/);
});

test('who may not see all turnover sees only what they wrote themselves', async () => {
  const { context } = await desk();
  await addNote(context, { day, text: 'The bakery made 5,000', userId: 'U1' });
  await addNote(context, { day, text: 'Mine', userId: 'U2' });

  const seen = await notesOf(context, { day, userId: 'U2', seen: new Set(['flowers']) });

  expect(seen.map(({ text }) => text)).toEqual(['Mine']);
});

test.each<[string, Partial<DigestLook>, string[]]>([
  ['everything', {}, ['Said here', 'Said there', 'Written']],
  ['changes only', { amounts: 'percent' }, ['Said here']],
  ['some departments', { departments: ['d1'] }, ['Said here']],
])('a channel that is told %s is told these words of a year before', async (_what, look, expected) => {
  const { context } = await desk();
  await keepReply(context, { ...reply, text: 'Said here' }, '2023-06-03');
  await keepReply(context, { ...reply, channelId: 'C2', text: 'Said there' }, '2023-06-03');
  await addNote(context, { day: '2023-06-03', text: 'Written', userId: 'U1' });

  const notesFor = await notesOfDigests(context, day);
  const { yearAgo } = notesFor({ look: { ...fullLook, ...look }, channelId: 'C1' });

  expect(yearAgo.flatMap(({ notes }) => notes.map(({ text }) => text)).sort()).toEqual(expected);
});

test('a leap day comes back on the 28th, and a note once however it is found', async () => {
  const { context } = await desk();
  await addNote(context, { day: '2023-02-28', text: 'Frost', userId: 'U1' });

  const notesFor = await notesOfDigests(context, '2024-02-29');
  const { yearAgo } = notesFor({ look: fullLook });

  expect(yearAgo.map(({ day: of }) => of)).toEqual(['2023-02-28']);
});

test('the note of a leap day comes back a year later, by weekday and on the last of February', async () => {
  const { context } = await desk();
  await addNote(context, { day: '2024-02-29', text: 'Leap', userId: 'U1' });
  await addNote(context, { day: '2024-02-28', text: 'Frost', userId: 'U1' });
  const saidOn = async (day: string) => {
    const notesFor = await notesOfDigests(context, day);
    const { yearAgo } = notesFor({ look: fullLook });
    return yearAgo.flatMap(({ notes }) => notes.map(({ text }) => text));
  };

  expect(await saidOn('2025-02-27')).toEqual(['Leap']);
  expect(await saidOn('2025-02-28')).toEqual(['Frost', 'Leap']);
  expect(await saidOn('2025-03-01')).toEqual([]);
});

test('the note of one workspace can be neither seen, changed nor taken away from another', async () => {
  const { bench, context, words } = await desk();
  const { noteId } = await keepReply(context, reply, day);
  const other = await bench.context('T2');
  const who = { userId: 'U2', isManager: true };

  expect(await findNote(other, noteId)).toBeUndefined();
  expect(await editNote(other, { noteId, text: 'Sun', ...who })).toBe('gone');
  expect(await removeNote(other, { noteId, ...who })).toBe('gone');
  await replyDeleted(other, reply);
  expect(await notesOf(other, { day, userId: 'U2', seen: 'all' })).toEqual([]);
  expect(await words()).toEqual(['Rain']);
});

test('a note of another person is changed by a manager alone', async () => {
  const { context, words } = await desk();
  const { noteId } = await keepReply(context, reply, day);

  const outcome = await removeNote(context, { noteId, userId: 'U3', isManager: false });

  expect(outcome).toBe('not-yours');
  expect(await words()).toEqual(['Rain']);
});
