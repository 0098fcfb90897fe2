import { z } from 'zod';
import { showProgress } from '../../src/backfill/run-next-slice.ts';
import { startBackfill } from '../../src/backfill/start-backfill.ts';
import type { Context } from '../../src/context.ts';
import { dayText, type Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { finishedPart } from '../../src/turnover/range-log.ts';
import { readSpan } from '../../src/turnover/read-span.ts';
import type { Span } from '../../src/turnover/span.ts';
import { type Day, dayOf } from '../../src/turnover/trading-day.ts';
import { asText, cut } from '../blocks.ts';

/**
 * Starts reading the days a person typed, as `/turnover` reads them (`2024-05-01`, `may 2024`), or two days beside each other
 * (`2024-05-01 2024-05-31`), of every account, and says so or why not.
 */
export async function backfillAndTell(
  context: Context,
  { userId, language, typed }: { userId: string; language: Language; typed: string },
): Promise<string> {
  const { models, workspace, clock } = context;
  const say = texts(language);
  const today = dayOf(clock(), { zone: workspace.zone, cutOff: 0 });
  const span = spanIn(typed, today);
  if (!span) return say.backfill.unreadable(asText(cut(typed, 60)));
  const { from, to } = span;
  const links = await models.links
    .find({ workspaceId: workspace._id, state: { $ne: 'unlinked' } })
    .sort({ linkedAt: 1 })
    .lean();
  if (links.length === 0) return say.importNow.noLink;
  const told: string[] = [];
  for (const link of links) {
    const started = await startBackfill(context, { link, from, to, userId });
    if ('backfill' in started) await showProgress(context, { backfillId: started.backfill._id });
    const text =
      'refused' in started
        ? say.backfill.refused[started.refused]
        : say.backfill.started(dayText(from, language), dayText(to, language));
    told.push(links.length > 1 ? `*${asText(link.name)}*: ${text}` : text);
  }
  return told.join('\n');
}

/** The days that are meant, as far as they are over: of `this month` those up to yesterday. */
function spanIn(typed: string, today: Day): Span | undefined {
  const [first, last, ...others] = typed.trim().split(/\s+/);
  const isTwoDays = last !== undefined && others.length === 0 && isDate(first) && isDate(last);
  const reading = readSpan(isTwoDays ? `${first}..${last}` : typed, today);
  if (reading.kind !== 'span') return undefined;
  return reading.span.from < today ? finishedPart(reading.span, today) : reading.span;
}

const isDate = (text: string | undefined) => z.iso.date().safeParse(text).success;
