import type { Access } from '../../models/access.ts';
import type { Context } from '../context.ts';
import type { Language } from '../language/format.ts';
import { accessOf } from '../security/access-rules.ts';
import { readingOf, type Standing, seesNothing } from '../security/permissions.ts';
import { todayOf } from '../turnover/ask-turnover.ts';
import { type DayLog, dayLog, narrowLog } from '../turnover/day-log.ts';
import { type Status, statusOf } from '../turnover/status.ts';
import { addDays } from '../turnover/trading-day.ts';

/** What a person's Home is made of. */
export interface HomeData {
  standing: Standing;
  status: Status;
  /** Yesterday, where the workspace is, as far as the person may see it; null for who sees no turnover. */
  yesterday: DayLog | null;
  /** Whether some departments are left out of it, which are kept to others. */
  isNarrowed: boolean;
  /** In which language channels are told. */
  spoken: Language;
  /** Who may see turnover here. */
  access: Access;
}

/** What is new in a workspace, whoever may see it. */
export interface HomeNews extends Pick<HomeData, 'status' | 'spoken' | 'access'> {
  yesterday: DayLog;
}

/** What is new in a workspace now. */
export async function homeNews(context: Context): Promise<HomeNews> {
  const day = addDays(todayOf(context), -1);
  const [status, yesterday] = await Promise.all([statusOf(context), dayLog(context, { day })]);
  const { workspace } = context;
  return { status, yesterday, spoken: workspace.language, access: accessOf(workspace) };
}

/** The Home of one person, by what they may see. Throws a DeliveryError as `readingOf` does. */
export async function homeOf(context: Context, news: HomeNews, userId: string): Promise<HomeData> {
  const reading = await readingOf(context, userId);
  const { standing, seen } = reading;
  const yesterday = seen === 'all' ? news.yesterday : narrowLog(news.yesterday, seen);
  return {
    ...news,
    standing,
    yesterday: seesNothing(reading) ? null : yesterday,
    isNarrowed: seen !== 'all',
  };
}
