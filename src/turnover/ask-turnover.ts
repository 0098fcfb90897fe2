import type { Context } from '../context.ts';
import { allDepartments } from '../departments/in-order.ts';
import type { Seen } from '../security/access-rules.ts';
import { requireSeen } from '../security/permissions.ts';
import type { BucketUnit } from './bucket.ts';
import { type DayLog, dayLog, narrowLog } from './day-log.ts';
import { type RangeLog, rangeLog } from './range-log.ts';
import { type Named, type Question, type QuestionReading, readQuestion } from './read-question.ts';
import { lengthOf, type Span } from './span.ts';
import { addDays, type Day, dayOf } from './trading-day.ts';

/** The answer to a question that was understood. */
export type QuestionAnswer =
  | { kind: 'day'; log: DayLog; lastDay: Day; department?: Named }
  | { kind: 'range'; log: RangeLog; lastDay: Day; department?: Named }
  /** None of the days is over. */
  | { kind: 'not-over'; span: Span }
  /** More days than are told at once. */
  | { kind: 'too-long' }
  /** Nothing is known of it; `first` is the first day of which something is, or null. */
  | { kind: 'unknown'; span: Span; first: Day | null; isLinked: boolean }
  /** Something is known of these days, but no store belonged to the department then, or to any that may be seen. */
  | { kind: 'no-stores'; span: Span; department?: Named };

/** The answer to whatever a person typed. */
export type TurnoverAnswer =
  | { kind: 'answer'; answer: QuestionAnswer; question: Question; namesake?: Named }
  | { kind: 'file'; question: Question }
  | { kind: 'which-department'; question: Question; typed: string; near: Named[]; all: Named[] }
  | { kind: 'no-days'; bad: string; isImpossible: boolean; all: Named[] };

/** Three years, with a leap day. */
export const mostDays = 1_096;

/** Today in the workspace's zone, in which people's words for days are meant. */
export function todayOf({ workspace, clock }: Context): Day {
  return dayOf(clock(), { zone: workspace.zone, cutOff: 0 });
}

/**
 * Answers what a person typed after `/turnover`, as far as they may see; yesterday when they typed nothing. Throws a
 * NotPermittedError for a department that they may not see.
 */
export async function askTurnover(
  context: Context,
  { typed, seen }: { typed: string; seen: Seen },
): Promise<TurnoverAnswer> {
  const all = await allDepartments(context);
  const departments = all.filter(({ _id }) => seen === 'all' || seen.has(_id));
  const reading = readFor(typed, { seen, today: todayOf(context), departments, all });
  if (reading.kind === 'no-days') return { ...reading, all: departments };
  if (reading.kind === 'which-department') return { ...reading, all: departments };
  const { question, namesake } = reading;
  if (question.format) return { kind: 'file', question };
  const answer = await answerQuestion(context, { question, seen });
  return { kind: 'answer', answer, question, ...(namesake ? { namesake } : {}) };
}

/**
 * Reads a question with the names of the departments that may be seen; only where these do not make sense of it, it may be
 * about another one. Throws a NotPermittedError then.
 */
function readFor(
  typed: string,
  about: { seen: Seen; today: Day; departments: readonly Named[]; all: readonly Named[] },
): QuestionReading {
  const { seen, today, departments, all } = about;
  const reading = readQuestion(typed, { today, departments });
  if (reading.kind === 'question' || departments.length === all.length) return reading;
  const other = readQuestion(typed, { today, departments: all });
  if (other.kind === 'question' && other.question.department) requireSeen(seen, other.question.department);
  return reading;
}

/**
 * The log of a day or a range, of one department or all that may be seen. Throws a NotPermittedError for a department that
 * may not.
 */
export async function answerQuestion(
  context: Context,
  { question: { span, department }, unit, seen }: { question: Question; unit?: BucketUnit; seen: Seen },
): Promise<QuestionAnswer> {
  if (department) requireSeen(seen, department);
  const only = onlyOf(seen, department);
  const today = todayOf(context);
  if (span.from >= today) return { kind: 'not-over', span };
  if (lengthOf(span) > mostDays) return { kind: 'too-long' };
  const lastDay = addDays(today, -1);
  const of = department ? { department } : {};
  if (span.from === span.to) {
    const log = await dayLog(context, { day: span.from });
    if (isUnknown(log)) return { kind: 'unknown', span, ...(await whatIsKnown(context)) };
    const narrowed = only ? narrowLog(log, only) : log;
    if (only && narrowed.departments.length === 0) return { kind: 'no-stores', span, ...of };
    return { kind: 'day', log: narrowed, lastDay, ...of };
  }
  const log = await rangeLog(context, {
    asked: span,
    today,
    ...(only ? { only } : {}),
    ...(unit ? { unit } : {}),
  });
  if (log.isUnknown) return { kind: 'unknown', span: log.span, ...(await whatIsKnown(context)) };
  if (only && log.departments.length === 0) return { kind: 'no-stores', span: log.span, ...of };
  return { kind: 'range', log, lastDay, ...of };
}

/** The departments that are told of; undefined for all there is. */
function onlyOf(seen: Seen, department: Named | undefined): ReadonlySet<string> | undefined {
  if (department) return new Set([department._id]);
  return seen === 'all' ? undefined : seen;
}

/** The department with this id; undefined for one that is not, or no longer, in the workspace. */
export async function departmentById(context: Context, id: string): Promise<Named | undefined> {
  const { models, workspace } = context;
  const found = await models.departments.findOne({ workspaceId: workspace._id, _id: id }).lean();
  return found ?? undefined;
}

function isUnknown({ state, unmapped, ignored }: DayLog): boolean {
  return state === 'unknown' && unmapped.length === 0 && ignored.length === 0;
}

/** Since when something is known, and whether there is an account to know it from. */
async function whatIsKnown({
  models,
  workspace,
}: Context): Promise<{ first: Day | null; isLinked: boolean }> {
  const workspaceId = workspace._id;
  const [figure, link] = await Promise.all([
    models.figures.findOne({ workspaceId }, { day: 1 }).sort({ day: 1 }).lean(),
    models.links.findOne({ workspaceId, state: { $ne: 'unlinked' } }, { _id: 1 }).lean(),
  ]);
  return { first: figure?.day ?? null, isLinked: link !== null };
}
