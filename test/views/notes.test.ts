import { describe, expect, test } from 'vitest';
import type { Note } from '../../models/note.ts';
import { dayLogMessage } from '../../views/day-log/blocks.ts';
import { digestDetailsMessage } from '../../views/digest/details.ts';
import { editNoteModal, keptMessage, notesModal } from '../../views/notes/blocks.ts';
import { readReply } from '../../views/notes/read-event.ts';
import { digestData, hardName, hardNames, hugeLog, id, normalLog } from './support/records.ts';
import { expectGoodMessage, expectGoodView } from './support/words.ts';

const look = { language: 'en', zone: 'Europe/Amsterdam' } as const;
const reader = { userId: 'U1', isManager: true };

function note(number: number, text: string): Note {
  return {
    _id: id(number),
    workspaceId: 'T1',
    day: '2025-11-12',
    text,
    by: 'U2',
    byName: hardName(number),
    at: new Date('2025-11-13T08:00:00Z'),
    reply: null,
    removedAt: null,
  };
}

const hardNotes = Array.from({ length: 60 }, (_, number) =>
  note(number, `${hardNames[number % hardNames.length]}\n${'<&>'.repeat(150)}`.slice(0, 500)),
);

describe('notes that break things', () => {
  test('are taken by Slack in the form, the newest of many', () => {
    const view = notesModal({ day: '2025-11-12', notes: hardNotes, reader }, look);

    expectGoodView(view);
    expect(view.blocks.length).toBeLessThan(100);
  });

  test('leave the figures their room in a day’s log', () => {
    const message = dayLogMessage(hugeLog(), { ...look, lastDay: '2025-11-12', notes: hardNotes });

    expectGoodMessage(message);
    expect(JSON.stringify(message.blocks).length).toBeLessThan(40_000);
  });

  test('fit into the thread of a digest', () => {
    const notes = {
      ofDay: hardNotes,
      yearAgo: [{ day: '2024-11-12', notes: hardNotes }],
      zone: 'Europe/Amsterdam',
    };

    expectGoodMessage(digestDetailsMessage(digestData(hugeLog(), hugeLog(), { details: { notes } }), 'en'));
    expectGoodMessage(digestDetailsMessage(digestData(normalLog, undefined, { details: { notes } }), 'nl'));
  });

  test('can be edited', () => {
    for (const each of hardNotes.slice(0, 10)) expectGoodView(editNoteModal(each, 'nl'));
  });
});

test('buttons stand beside the notes one may change, and beside no others', () => {
  const notes = [{ ...note(1, 'Mine'), by: 'U1' }, note(2, 'Yours')];
  const buttonsFor = (isManager: boolean) =>
    notesModal({ day: '2025-11-12', notes, reader: { userId: 'U1', isManager } }, look).blocks.filter(
      ({ type }) => type === 'actions',
    ).length;

  expect(buttonsFor(false)).toBe(1);
  expect(buttonsFor(true)).toBe(2);
});

test('what the writer of a reply is told is readable, in both languages', () => {
  for (const language of ['en', 'nl'] as const) {
    expectGoodMessage(keptMessage({ noteId: id(1), day: '2025-11-12', isShortened: true }, language));
  }
});

describe('a message event of Slack', () => {
  const reply = {
    channel: 'C1',
    ts: '2.1',
    thread_ts: '1.1',
    user: 'U2',
    text: 'Rain',
    parent_user_id: 'UBOT',
  };

  test('of a reply is read, and is surely under ours only where Slack says so', () => {
    expect(readReply(reply, 'UBOT')).toEqual({
      kind: 'said',
      isUnderOurs: true,
      reply: { channelId: 'C1', threadTs: '1.1', ts: '2.1', version: '2.1', userId: 'U2', text: 'Rain' },
    });
    const { parent_user_id: _, ...unknown } = reply;
    expect(readReply(unknown, 'UBOT')).toMatchObject({ kind: 'said', isUnderOurs: false });
  });

  test('of an edit carries the stamp of the edit', () => {
    const { channel, ...message } = reply;
    const event = {
      subtype: 'message_changed',
      channel,
      ts: '9.9',
      message: { ...message, edited: { user: 'U2', ts: '3.1' } },
    };

    expect(readReply(event, 'UBOT')).toMatchObject({ kind: 'said', reply: { ts: '2.1', version: '3.1' } });
  });

  test('of a deletion names the reply that is gone', () => {
    const event = {
      subtype: 'message_deleted',
      channel: 'C1',
      deleted_ts: '2.1',
      previous_message: { thread_ts: '1.1', user: 'U2' },
    };

    expect(readReply(event, 'UBOT')).toEqual({ kind: 'deleted', channelId: 'C1', ts: '2.1' });
  });

  test.each([
    ['of a message in the channel itself', { ...reply, thread_ts: undefined }],
    ['of the message above a thread', { ...reply, thread_ts: reply.ts }],
    ['of another app', { ...reply, bot_id: 'B2' }],
    ['of Daybook itself', { ...reply, user: 'UBOT' }],
    ['under somebody else’s message', { ...reply, parent_user_id: 'U3' }],
    ['of Slack’s own lines', { ...reply, subtype: 'channel_join' }],
    ['without a person', { ...reply, user: undefined }],
    ['that is none', null],
  ])('%s is no reply', (_what, event) => {
    expect(readReply(event, 'UBOT')).toBeUndefined();
  });
});
