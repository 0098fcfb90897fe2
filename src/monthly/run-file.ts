import type { Context } from '../context.ts';
import { makeFile } from '../export/make-file.ts';
import { count, type Language } from '../language/format.ts';
import { spanText } from '../language/span-text.ts';
import { texts } from '../language/texts.ts';
import type { Seen } from '../security/access-rules.ts';
import { readingOf, seesNothing } from '../security/permissions.ts';
import { readerOf } from '../slack/readers.ts';
import { todayOf } from '../turnover/ask-turnover.ts';
import { type DayCounts, rangeLog } from '../turnover/range-log.ts';
import type { Span } from '../turnover/span.ts';
import { type MonthlyFileDocument, settleFile } from './file-lease.ts';

const hour = 3_600_000;

/** How long a file waits for days that are not in, or not final: then it goes and says so. */
const patience = 72 * hour;

/**
 * Sends a claimed file, once whatever crashes: that its bytes are in Slack is written down before anyone sees it, and a
 * later try asks Slack whether it was sent. Throws a DeliveryError or a LeaseLostError.
 */
export async function runFile(context: Context, file: MonthlyFileDocument): Promise<void> {
  const { models, workspace, delivery, clock } = context;
  const { userId, fileId } = file;
  const order = await models.monthlyOrders.findOne({ workspaceId: workspace._id, userId }).lean();
  if (fileId !== null && (await delivery.wasSent(workspace._id, fileId))) return sent(context, file);
  if (!order) return drop(context, file, 'not_wanted');
  const seen = await seenNow(context, userId);
  if (!seen) return drop(context, file, 'not_permitted');

  const asked = monthOf(file.month);
  const only = seen === 'all' ? {} : { only: seen };
  const { days } = await rangeLog(context, { asked, today: todayOf(context), ...only });
  const isWhole = days.complete + days.unknown === days.all && days.provisional === 0;
  if (!isWhole && clock() - file.dueAt.getTime() < patience) {
    return settleFile(context, file, { nextAt: new Date(clock() + hour), 'lease.until': null });
  }
  const { language } = await readerOf(context, userId);
  const made = await makeFile(context, { ...asked, seen, format: order.format, language });
  if (!made) return drop(context, file, 'nothing_to_tell');
  const { rows, ...parts } = made;
  await delivery.sendFile(workspace._id, {
    ...parts,
    userId,
    comment: commentOf({ asked, days, rows, seen }, language),
    onUploaded: (id) => settleFile(context, file, { fileId: id }),
  });
  await sent(context, file);
}

/** A month (`YYYY-MM`) from its first to its last day. */
export function monthOf(month: string): Span {
  const first = Temporal.PlainYearMonth.from(month);
  const day = (number: number) => first.toPlainDate({ day: number }).toString();
  return { from: day(1), to: day(first.daysInMonth) };
}

/** What the person may see on the day, not when it was ordered; undefined for nothing, as for who left. */
async function seenNow(context: Context, userId: string): Promise<Seen | undefined> {
  const { isDeleted } = await context.delivery.person(context.workspace._id, userId);
  if (isDeleted) return undefined;
  const reading = await readingOf(context, userId);
  return seesNothing(reading) ? undefined : reading.seen;
}

function commentOf(
  { asked, days, rows, seen }: { asked: Span; days: DayCounts; rows: number; seen: Seen },
  language: Language,
): string {
  const { file, access } = texts(language);
  const lines = [
    file.monthly(spanText(asked, language)),
    file.comment(spanText(asked, language), count(rows, language)),
  ];
  if (seen !== 'all') lines.push(access.onlyYours);
  if (days.complete < days.all) lines.push(file.commentIncomplete(days.complete, days.all));
  return lines.join('\n');
}

function sent(context: Context, file: MonthlyFileDocument): Promise<void> {
  const sentAt = new Date(context.clock());
  return settleFile(context, file, { state: 'sent', sentAt, failure: null, 'lease.until': null });
}

function drop(context: Context, file: MonthlyFileDocument, failure: string): Promise<void> {
  return settleFile(context, file, { state: 'dropped', failure, 'lease.until': null });
}
