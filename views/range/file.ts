import type { RespondFn } from '@slack/bolt';
import type { Engine } from '../../src/context.ts';
import { sendFile } from '../../src/export/send-file.ts';
import { spanText } from '../../src/language/span-text.ts';
import { texts } from '../../src/language/texts.ts';
import type { Seen } from '../../src/security/access-rules.ts';
import { requireReader, requireSeen } from '../../src/security/permissions.ts';
import { DeliveryError } from '../../src/slack/delivery.ts';
import { departmentById, mostDays, todayOf } from '../../src/turnover/ask-turnover.ts';
import type { FileFormat, Question } from '../../src/turnover/read-question.ts';
import { lengthOf } from '../../src/turnover/span.ts';
import { type Asker, answering, type Request } from '../answering.ts';
import { respondTell } from '../respond-tell.ts';
import { notOverText } from './answer.ts';
import type { RangeLook } from './look.ts';

/** Sends a person the figures that a button shows as a file. */
export async function sendShown(
  engine: Engine,
  { asker, look, format, respond }: { asker: Asker; look: RangeLook; format: FileFormat; respond: RespondFn },
): Promise<void> {
  const tell = respondTell(respond);
  await answering(engine, asker, tell, async (request) => {
    const { context, userId, language } = request;
    const { seen } = await requireReader(context, userId);
    const { span, departmentId } = look;
    const department = departmentId === undefined ? undefined : await departmentById(context, departmentId);
    if (departmentId !== undefined && !department) {
      await tell(texts(language).range.departmentGone, language);
      return;
    }
    await sendFileAndTell(request, {
      span,
      format,
      seen,
      respond,
      ...(department ? { department } : {}),
    });
  });
}

/** Sends a file with what the person may see into their conversation with Daybook, and says so where they asked. */
export async function sendFileAndTell(
  { context, userId, language }: Request,
  { span, department, format = 'csv', seen, respond }: Question & { seen: Seen; respond: RespondFn },
): Promise<void> {
  const { file, range } = texts(language);
  if (department) requireSeen(seen, department);
  const tell = (text: string) => respond({ text, response_type: 'ephemeral', replace_original: false });
  const today = todayOf(context);
  if (span.from >= today) {
    await tell(notOverText(span, language));
    return;
  }
  if (lengthOf(span) > mostDays) {
    await tell(range.tooLong);
    return;
  }
  const of = department ? { departmentId: department._id } : {};
  try {
    const sent = await sendFile(context, { span, today, format, seen, userId, language, ...of });
    const days = spanText(sent.span, language);
    await tell(sent.kind === 'sent' ? file.sent(days) : file.nothing(days));
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    context.logger.error({ err: error }, 'a file could not be sent to a person');
    await tell(file.failed);
  }
}
