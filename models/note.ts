import { type Connection, Schema } from 'mongoose';
import { wall } from './wall.ts';

/** What somebody said of a day, for whoever looks at its turnover later. */
export interface Note {
  _id: string;
  workspaceId: string;
  day: string;
  /** In plain words; empty once it was taken away. */
  text: string;
  by: string;
  /** What the person was called when they wrote it: said without calling them. */
  byName: string;
  at: Date;
  /** The reply in a digest's thread that it is; null: it was written in a form. */
  reply: NoteReply | null;
  /** Kept without its words, so that a reply is not taken for a note again. */
  removedAt: Date | null;
}

export interface NoteReply {
  channelId: string;
  /** Slack's id of the message. */
  ts: string;
  /** Slack's stamp of the edit that the note says; that of the message where it was never edited. */
  version: string;
}

/** The longest note, characters. */
export const longestNote = 500;

const schema = new Schema<Note>(
  {
    _id: { type: String, required: true },
    workspaceId: { type: String, required: true },
    day: { type: String, required: true, match: /^\d{4}-\d{2}-\d{2}$/ },
    text: { type: String, default: '', maxlength: longestNote },
    by: { type: String, required: true },
    byName: { type: String, required: true },
    at: { type: Date, required: true },
    reply: {
      type: new Schema<NoteReply>(
        {
          channelId: { type: String, required: true },
          ts: { type: String, required: true },
          version: { type: String, required: true },
        },
        { _id: false },
      ),
      default: null,
    },
    removedAt: { type: Date, default: null },
  },
  { collection: 'notes', versionKey: false },
);
schema.index(
  { workspaceId: 1, 'reply.channelId': 1, 'reply.ts': 1 },
  { name: 'one_note_per_reply', unique: true, partialFilterExpression: { 'reply.ts': { $type: 'string' } } },
);
schema.index({ workspaceId: 1, day: 1, at: 1 }, { name: 'notes_of_a_day' });
schema.plugin(wall);

export const noteModel = (connection: Connection) => connection.model('Note', schema);
