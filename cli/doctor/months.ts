import { acrossWorkspaces } from '../../models/wall.ts';
import { monthOf } from '../../src/turnover/month-sums.ts';
import { monthsAmiss, remakeMonths } from '../../src/turnover/remake-months.ts';
import { addDays, dayOf } from '../../src/turnover/trading-day.ts';
import type { Opened } from '../open.ts';
import { isOfThisVersion } from './database.ts';
import { type Found, fault, ok } from './finding.ts';

/** As far back as a year is held against the year before. */
const daysBack = 800;

/** Whether the sums of the months say what their figures add up to, of as far back as ranges look. */
export async function monthFindings({ engine }: Opened): Promise<Found[]> {
  if (!(await isOfThisVersion(engine))) return [];
  const what = 'the sums of months are those of their figures';
  const from = monthOf(addDays(dayOf(engine.clock(), { zone: 'UTC', cutOff: 0 }), -daysBack));
  const workspaceIds: string[] = await engine.models.monthSums.distinct('workspaceId', {}, acrossWorkspaces);
  const withFigures: string[] = await engine.models.figures.distinct('workspaceId', {}, acrossWorkspaces);
  const amiss: { workspaceId: string; months: string[] }[] = [];
  for (const workspaceId of new Set([...workspaceIds, ...withFigures])) {
    const months = await monthsAmiss(engine, { workspaceId, from });
    if (months.length > 0) amiss.push({ workspaceId, months });
  }
  if (amiss.length === 0) return [ok(what)];
  const said = amiss.map(({ workspaceId, months }) => `${workspaceId}: ${months.join(', ')}`);
  return [
    fault(what, {
      wrong: `not so in ${said.join('; ')}`,
      next: 'Make them anew: until then the totals of these months are wrong, days are right.',
      mend: async () => {
        for (const { workspaceId, months } of amiss) await remakeMonths(engine, { workspaceId, months });
        return 'they were added up anew from the figures, which were not touched';
      },
    }),
  ];
}
