import { acrossWorkspaces } from '../../models/wall.ts';
import { monthsAmiss, remakeMonths } from '../../src/turnover/remake-months.ts';
import type { Opened } from '../open.ts';
import { isOfThisVersion } from './database.ts';
import { type Found, fault, ok } from './finding.ts';

/** Whether the sums of the months say what their figures add up to. */
export async function monthFindings({ engine }: Opened): Promise<Found[]> {
  if (!(await isOfThisVersion(engine))) return [];
  const what = 'the sums of months are those of their figures';
  const workspaceIds: string[] = await engine.models.monthSums.distinct('workspaceId', {}, acrossWorkspaces);
  const withFigures: string[] = await engine.models.figures.distinct('workspaceId', {}, acrossWorkspaces);
  const amiss: { workspaceId: string; months: string[] }[] = [];
  for (const workspaceId of new Set([...workspaceIds, ...withFigures])) {
    const months = await monthsAmiss(engine, { workspaceId });
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
