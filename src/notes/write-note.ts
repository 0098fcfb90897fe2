import type { ClientSession } from 'mongoose';
import type { Note } from '../../models/note.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../database/transaction.ts';
import { audit } from '../security/audit.ts';
import type { Day } from '../turnover/trading-day.ts';
import { nameOf } from './keep-reply.ts';
import { lookOverDigests } from './look-over.ts';
import { kept } from './words.ts';

/** Who does something with a note. */
export interface NoteWriter {
  userId: string;
  /** Managers may change everybody's notes. */
  isManager: boolean;
}

/** `gone`: it was taken away before; `not-yours`: somebody else wrote it. Nothing was changed then. */
export type NoteOutcome = 'done' | 'gone' | 'not-yours';

/** Keeps what a person says of a day; false when they say nothing. Longer ones than a note may be are shortened. */
export async function addNote(
  context: Context,
  { day, text, userId }: { day: Day; text: string; userId: string },
): Promise<boolean> {
  const { models, workspace, connection, clock, newId } = context;
  const words = kept(text).text;
  if (words === '') return false;
  const note = {
    _id: newId(),
    workspaceId: workspace._id,
    day,
    text: words,
    by: userId,
    byName: await nameOf(context, userId),
    at: new Date(clock()),
  };
  await inTransaction(connection, async (session) => {
    await models.notes.create([note], { session });
    await lookOverDigests(context, session, day);
  });
  return true;
}

/** Has a note say something else; the text must say something. What managers change of others is audited. */
export function editNote(
  context: Context,
  { noteId, text, ...who }: NoteWriter & { noteId: string; text: string },
): Promise<NoteOutcome> {
  return changing(context, { noteId, action: 'note.changed', ...who }, { text: kept(text).text });
}

/** Takes a note away for good; its reply, where it is one, is not taken for a note again. What managers take away is audited. */
export function removeNote(
  context: Context,
  { noteId, ...who }: NoteWriter & { noteId: string },
): Promise<NoteOutcome> {
  const removedAt = new Date(context.clock());
  return changing(context, { noteId, action: 'note.removed', ...who }, { text: '', removedAt });
}

/** One note that was not taken away; undefined for any other. */
export async function findNote(
  { models, workspace }: Context,
  noteId: string,
  session?: ClientSession,
): Promise<Note | undefined> {
  const found = await models.notes
    .findOne({ workspaceId: workspace._id, _id: noteId, removedAt: null }, null, session ? { session } : {})
    .lean();
  return found ?? undefined;
}

function changing(
  context: Context,
  about: NoteWriter & { noteId: string; action: 'note.changed' | 'note.removed' },
  change: { text: string; removedAt?: Date },
): Promise<NoteOutcome> {
  const { models, workspace, connection } = context;
  const { noteId, action, userId, isManager } = about;
  return inTransaction(connection, async (session): Promise<NoteOutcome> => {
    const note = await findNote(context, noteId, session);
    if (!note) return 'gone';
    if (note.by !== userId && !isManager) return 'not-yours';
    await models.notes.updateOne({ workspaceId: workspace._id, _id: noteId }, { $set: change }, { session });
    await lookOverDigests(context, session, note.day);
    const details = { day: note.day, by: note.by };
    if (note.by !== userId) await audit(context, { who: userId, action, details }, session);
    return 'done';
  });
}
