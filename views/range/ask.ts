import type { RespondFn } from '@slack/bolt';
import type { Context, Engine } from '../../src/context.ts';
import { allDepartments } from '../../src/departments/in-order.ts';
import type { Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { notesIn, notesOf } from '../../src/notes/list-notes.ts';
import type { Seen } from '../../src/security/access-rules.ts';
import { type Reading, requireReader } from '../../src/security/permissions.ts';
import type { Message } from '../../src/slack/message.ts';
import { attainedIn, attainedOn } from '../../src/targets/attained.ts';
import { readTargets } from '../../src/targets/target.ts';
import {
  answerQuestion,
  askTurnover,
  departmentById,
  type QuestionAnswer,
  type TurnoverAnswer,
} from '../../src/turnover/ask-turnover.ts';
import { isLeftAlone } from '../../src/turnover/left-alone.ts';
import { oneDay } from '../../src/turnover/span.ts';
import { type Asker, answering, type Request } from '../answering.ts';
import { dayLogMessage } from '../day-log/blocks.ts';
import { respondSafely } from '../respond-safely.ts';
import { respondTell } from '../respond-tell.ts';
import { misreadMessage, namesakeNote, nothingMessage } from './answer.ts';
import { rangeMessage } from './blocks.ts';
import { drawn } from './draw.ts';
import { sendFileAndTell } from './file.ts';
import type { RangeLook } from './look.ts';
import { rangePicture } from './picture.ts';

/** What is asked: as a person typed it, or as a button says it. */
export type Ask = { typed: string } | { look: RangeLook };

/** How the answer appears: in place of the one that was clicked, beside it for the person alone, or for all to see. */
export type Way = 'instead' | 'beside' | 'shared';

/** Answers a question for a day or a range, to the person who asked unless it is to be shared. */
export async function answerTurnover(
  engine: Engine,
  { asker, ask, respond, way }: { asker: Asker; ask: Ask; respond: RespondFn; way: Way },
): Promise<void> {
  const tell = respondTell(respond);
  await answering(engine, asker, tell, async (request) => {
    const { context, userId, language } = request;
    const reading = await requireReader(context, userId);
    const { seen } = reading;
    const answer =
      'typed' in ask ? await askTurnover(context, { ...ask, seen }) : await answerOf(context, ask.look, seen);
    if (answer === undefined) {
      await tell(texts(language).range.departmentGone, language);
      return;
    }
    if (answer.kind === 'file') {
      await sendFileAndTell(request, { ...answer.question, seen, respond });
      return;
    }
    const isShared = way === 'shared' && isLog(answer);
    const message = await messageOf(request, answer, {
      ...('look' in ask ? { look: ask.look } : {}),
      isShared,
      reading,
    });
    await respondSafely(respond, message, {
      appearance: {
        response_type: isShared ? 'in_channel' : 'ephemeral',
        replace_original: way === 'instead',
      },
      logger: context.logger,
    });
  });
}

type Told = Exclude<TurnoverAnswer, { kind: 'file' }>;

/** What a button asks for; undefined where its department is gone. */
async function answerOf(context: Context, look: RangeLook, seen: Seen): Promise<Told | undefined> {
  const { span, view, departmentId } = look;
  const department = departmentId === undefined ? undefined : await departmentById(context, departmentId);
  if (departmentId !== undefined && !department) return undefined;
  const question = { span, ...(department ? { department } : {}) };
  const unit = view === undefined || view === 'parts' ? {} : { unit: view };
  return { kind: 'answer', question, answer: await answerQuestion(context, { question, seen, ...unit }) };
}

/** Only figures are worth a channel's time: that there are none concerns the person who asked. */
function isLog(answer: Told): boolean {
  return answer.kind === 'answer' && (answer.answer.kind === 'day' || answer.answer.kind === 'range');
}

async function messageOf(
  request: Request,
  answer: Told,
  { look, isShared, reading }: { look?: RangeLook; isShared: boolean; reading: Reading },
): Promise<Message> {
  const { context, userId } = request;
  // What stands in a channel is read by all of it.
  const language = isShared ? context.workspace.language : request.language;
  if (answer.kind !== 'answer') return misreadMessage(answer, language);
  const { standing, seen } = reading;
  const shown = {
    language,
    isManager: standing === 'manager',
    seen,
    userId,
    ...(isShared ? { sharedBy: userId } : {}),
  };
  const message = await answerMessage(context, answer.answer, { ...shown, ...(look ? { look } : {}) });
  if (!answer.namesake) return message;
  return { ...message, blocks: [...message.blocks, namesakeNote(answer.namesake.name, language)] };
}

interface Shown {
  language: Language;
  isManager: boolean;
  seen: Seen;
  /** Who asks. */
  userId: string;
  sharedBy?: string;
  look?: RangeLook;
}

async function answerMessage(
  context: Context,
  answer: QuestionAnswer,
  { look, isManager, seen, userId, ...shown }: Shown,
): Promise<Message> {
  const { language } = shown;
  const narrowed = { isNarrowed: seen !== 'all' };
  if (answer.kind === 'day') {
    const { log, lastDay, department } = answer;
    const { zone } = context.workspace;
    const of = department ? { department } : narrowed;
    const [notes, targets] = await Promise.all([
      notesOf(context, { day: log.day, userId, seen }),
      readTargets(context, oneDay(log.day)),
    ]);
    const look = {
      isManager,
      notes,
      targets: attainedOn(log, targets),
      isLeftAlone: log.storesIn < log.storesExpected && (await isLeftAlone(context, log.day)),
    };
    return dayLogMessage(log, { ...shown, zone, lastDay, ...look, ...of });
  }
  if (answer.kind !== 'range') return nothingMessage(answer, { language, isManager });
  const { log, lastDay, department } = answer;
  const of = department ? { department } : narrowed;
  const chart = rangePicture(log, { language, ...(department ? { department } : {}) });
  const [picture, choice, notes, targets] = await Promise.all([
    chart && drawn(context, chart),
    department
      ? allDepartments(context).then((all) => all.filter(({ _id }) => seen === 'all' || seen.has(_id)))
      : log.departments.map(({ departmentId, name }) => ({ _id: departmentId, name })),
    notesIn(context, { span: log.span, userId, seen }),
    readTargets(context, log.span),
  ]);
  return rangeMessage(log, {
    ...shown,
    lastDay,
    choice,
    notes,
    targets: attainedIn(log, targets),
    ...of,
    ...(picture ? { picture } : {}),
    ...(look?.view ? { view: look.view } : {}),
    ...(look?.page ? { page: look.page } : {}),
  });
}
