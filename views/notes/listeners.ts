import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Context, Engine } from '../../src/context.ts';
import { dayText, type Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { notesOf } from '../../src/notes/list-notes.ts';
import {
  addNote,
  editNote,
  findNote,
  type NoteOutcome,
  type NoteWriter,
  removeNote,
} from '../../src/notes/write-note.ts';
import type { Seen } from '../../src/security/access-rules.ts';
import { requireReader } from '../../src/security/permissions.ts';
import type { Day } from '../../src/turnover/trading-day.ts';
import { answering, type Request } from '../answering.ts';
import { askerOf, openingOf, pressedValue } from '../bolt-args.ts';
import { actions, callbacks, fields } from '../ids.ts';
import type { Listeners } from '../listeners-by-name.ts';
import { noticeModal, noticeThrough, type Words } from '../modal.ts';
import { type Opening, showModal } from '../surface.ts';
import { type Submit, timelyAck } from '../timely-ack.ts';
import { editNoteModal, notesModal } from './blocks.ts';

const form = z.object({
  [fields.note]: z.object({ [actions.input]: z.object({ value: z.string().nullish() }) }),
});
const dayValue = z.iso.date();
const title: Words = (say) => say.note.title;

export function registerNotes(on: Listeners, engine: Engine): void {
  on.action(actions.addNote, async ({ ack, ...args }) => {
    await ack();
    const value = pressedValue(args.body);
    await openNotes(engine, openingOf(args, { action: actions.addNote, value }), value);
  });
  on.action(actions.editNote, async ({ ack, ...args }) => {
    await ack();
    const value = pressedValue(args.body);
    const opening = { ...openingOf(args, { action: actions.editNote, value }), isOnTop: true };
    await showModal(engine, opening, title, (request) => editView(request, value));
  });
  on.action(actions.removeNote, async ({ ack, body, client }) => {
    await ack();
    const { view } = body;
    if (!view) return;
    const show = (next: ModalView) => client.views.update({ view_id: view.id, view: next });
    await answering(engine, askerOf(body), noticeThrough(show, title), async (request) => {
      const who = await writerOf(request);
      const day = dayValue.parse(view.private_metadata);
      const outcome = await removeNote(request.context, { ...who, noteId: pressedValue(body) });
      const { note } = texts(request.language);
      await show(await notesView(request, day, noteProblem(outcome, request.language) ?? note.removed));
    });
  });
  on.submit(callbacks.notes, (args) => submitNote(engine, args));
  on.submit(callbacks.editNote, (args) => submitEdit(engine, args));
}

/** Opens the notes of a day, for whoever may see its turnover. */
async function openNotes(engine: Engine, opening: Opening, day: string): Promise<void> {
  await showModal(engine, opening, title, (request) => notesView(request, dayValue.parse(day)));
}

async function notesView(request: Request, day: Day, done?: string): Promise<ModalView> {
  const { context, language } = request;
  const reader = await writerOf(request);
  const notes = await notesOf(context, { day, ...reader });
  const look = { language, zone: context.workspace.zone };
  return notesModal({ day, notes, reader, ...(done === undefined ? {} : { done }) }, look);
}

async function editView(request: Request, noteId: string): Promise<ModalView> {
  const { context, language } = request;
  const { userId, isManager } = await writerOf(request);
  const note = await findNote(context, noteId);
  const problem = !note ? 'gone' : note.by === userId || isManager ? 'done' : 'not-yours';
  const text = noteProblem(problem, language);
  if (!note || text !== undefined) {
    const say = texts(language).note;
    return noticeModal({ title: say.editTitle, text: text ?? say.gone }, language);
  }
  return editNoteModal(note, language);
}

async function submitNote(engine: Engine, args: Submit): Promise<void> {
  const { body, view } = args;
  const ack = timelyAck(args, { ...engine, title });
  const tell = noticeThrough((next) => ack({ response_action: 'update', view: next }), title);
  await answering(engine, askerOf(body), tell, async ({ context, userId, language }) => {
    await requireReader(context, userId);
    const { note } = texts(language);
    const day = dayValue.parse(view.private_metadata);
    const text = form.parse(view.state.values)[fields.note][actions.input].value ?? '';
    if (!(await addNote(context, { day, text, userId }))) {
      return ack({ response_action: 'errors', errors: { [fields.note]: note.missing } });
    }
    await tell(note.saved(dayText(day, language)), language);
  });
}

async function submitEdit(engine: Engine, args: Submit): Promise<void> {
  const { body, view, client } = args;
  const ack = timelyAck(args, { ...engine, title });
  const tell = noticeThrough((next) => ack({ response_action: 'update', view: next }), title);
  await answering(engine, askerOf(body), tell, async (request) => {
    const { context, language } = request;
    const who = await writerOf(request);
    const { note: say } = texts(language);
    const noteId = view.private_metadata;
    const text = form.parse(view.state.values)[fields.note][actions.input].value ?? '';
    if (text.trim() === '') {
      return ack({ response_action: 'errors', errors: { [fields.note]: say.missing } });
    }
    const day = (await findNote(context, noteId))?.day;
    const said = noteProblem(await editNote(context, { ...who, noteId, text }), language) ?? say.changed;
    const below = view.previous_view_id;
    if (!below || day === undefined) return void (await tell(said, language));
    await ack();
    await client.views.update({ view_id: below, view: await notesView(request, day, said) });
  });
}

/** Who asks, as somebody who may see turnover. Throws a NotPermittedError for who may not. */
async function writerOf({
  context,
  userId,
}: {
  context: Context;
  userId: string;
}): Promise<NoteWriter & { seen: Seen }> {
  const { standing, seen } = await requireReader(context, userId);
  return { userId, seen, isManager: standing === 'manager' };
}

/** Why nothing was done with a note; undefined when something was. */
export function noteProblem(outcome: NoteOutcome, language: Language): string | undefined {
  const { note } = texts(language);
  if (outcome === 'done') return undefined;
  return outcome === 'gone' ? note.gone : note.notYours;
}
