import type { DigestLook } from '../../models/channel.ts';
import type { Note } from '../../models/note.ts';
import type { Context } from '../context.ts';
import type { Seen } from '../security/access-rules.ts';
import { oneDay, type Span } from '../turnover/span.ts';
import type { Day } from '../turnover/trading-day.ts';
import { datesYearBefore, weekdayYearBefore } from './look-over.ts';

/** The notes of one day, oldest first. */
export interface NotesOfDay {
  day: Day;
  notes: Note[];
}

/** What people said of a day, as `notesIn` gives it. */
export function notesOf(
  context: Context,
  { day, ...who }: { day: Day; userId: string; seen: Seen },
): Promise<Note[]> {
  return notesIn(context, { span: oneDay(day), ...who });
}

/**
 * What people said of some days, by day, oldest first. Words are of no department, so whoever may not see the turnover of all
 * of them is shown only their own.
 */
export async function notesIn(
  { models, workspace }: Context,
  { span: { from, to }, userId, seen }: { span: Span; userId: string; seen: Seen },
): Promise<Note[]> {
  const own = seen === 'all' ? {} : { by: userId };
  return models.notes
    .find({ workspaceId: workspace._id, day: { $gte: from, $lte: to }, removedAt: null, ...own })
    .sort({ day: 1, at: 1 })
    .lean();
}

/** What a digest says of notes. */
export interface DigestNotes {
  /** Those of the day that were written in a form: replies stand in the thread already. */
  ofDay: Note[];
  /** Those of a year before, by date and by weekday; days without any are left out. */
  yearAgo: NotesOfDay[];
  /** The zone in which it is told when they were written. */
  zone: string;
}

/** Reads the notes that the digests of a day say; the function it returns picks those of one channel's. */
export async function notesOfDigests(
  { models, workspace }: Context,
  day: Day,
): Promise<(channel: { look: DigestLook; channelId?: string }) => DigestNotes> {
  const earlier = [...datesYearBefore(day), weekdayYearBefore(day)].sort();
  const found = await models.notes
    .find({ workspaceId: workspace._id, day: { $in: [day, ...earlier] }, removedAt: null })
    .sort({ at: 1 })
    .lean();
  return ({ look, channelId }) => {
    const shown = found.filter((note) => isForChannel(note, look, channelId));
    const of = (wanted: Day) => shown.filter((note) => note.day === wanted);
    return {
      ofDay: of(day).filter(({ reply }) => reply === null),
      yearAgo: earlier
        .map((each) => ({ day: each, notes: of(each) }))
        .filter(({ notes }) => notes.length > 0),
      zone: workspace.zone,
    };
  };
}

/** A channel that is not told everything is told no more by people's own words: only what was said in that very channel. */
function isForChannel({ reply }: Note, { departments, amounts }: DigestLook, channelId?: string): boolean {
  if (departments === null && amounts === 'money') return true;
  return reply !== null && reply.channelId === channelId;
}
