import { showProgress } from '../../src/backfill/run-next-slice.ts';
import { startBackfill } from '../../src/backfill/start-backfill.ts';
import type { Context } from '../../src/context.ts';
import { dayText, type Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { readDay } from '../../src/turnover/read-day.ts';
import { dayOf } from '../../src/turnover/trading-day.ts';
import { asText, cut } from '../blocks.ts';

/**
 * Starts reading the day or range a person typed (`2024-05-01`, `2024-05-01 2024-05-31`, `2024-05-01..2024-05-31`), of every
 * account, and says so or why not.
 */
export async function backfillAndTell(
  context: Context,
  { userId, language, typed }: { userId: string; language: Language; typed: string },
): Promise<string> {
  const { models, workspace, clock } = context;
  const say = texts(language);
  const today = dayOf(clock(), { zone: workspace.zone, cutOff: 0 });
  const days = typed.split(/\s*(?:\.\.|\s)\s*/).map((part) => readDay(part, today));
  const [from, to = from] = days;
  if (from === undefined || to === undefined || days.length > 2 || days.includes(undefined)) {
    return say.backfill.unreadable(asText(cut(typed, 60)));
  }
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
