import type { Context } from '../context.ts';
import { count, type Language } from '../language/format.ts';
import { spanText } from '../language/span-text.ts';
import { texts } from '../language/texts.ts';
import type { Seen } from '../security/access-rules.ts';
import { audit } from '../security/audit.ts';
import { finishedPart } from '../turnover/range-log.ts';
import type { FileFormat } from '../turnover/read-question.ts';
import type { Span } from '../turnover/span.ts';
import type { Day } from '../turnover/trading-day.ts';
import { makeFile } from './make-file.ts';

/** Which figures a person wants, and how. */
export interface FileRequest {
  span: Span;
  today: Day;
  departmentId?: string;
  /** What they may see. */
  seen: Seen;
  format: FileFormat;
  userId: string;
  language: Language;
}

/**
 * Sends a person the figures of some days as a file, as far as those are over; what was done, and of which days. Throws a
 * DeliveryError.
 */
export async function sendFile(
  context: Context,
  { span: asked, today, departmentId, seen, format, userId, language }: FileRequest,
): Promise<{ kind: 'sent' | 'nothing'; span: Span }> {
  const { delivery, workspace } = context;
  const span = finishedPart(asked, today);
  const of = departmentId === undefined ? {} : { departmentId };
  const file =
    span.from > span.to ? undefined : await makeFile(context, { ...span, ...of, seen, format, language });
  if (!file) return { kind: 'nothing', span: asked };
  const { rows, ...parts } = file;
  const { file: say, access } = texts(language);
  const comment = [
    say.comment(spanText(span, language), count(rows, language)),
    ...(seen !== 'all' && departmentId === undefined ? [access.onlyYours] : []),
  ].join('\n');
  await delivery.sendFile(workspace._id, { ...parts, userId, comment });
  await audit(context, { who: userId, action: 'file.sent', details: { ...span, ...of } });
  return { kind: 'sent', span };
}
