import { remakeMonths } from '../../../src/turnover/remake-months.ts';
import { addDays, daysFrom } from '../../../src/turnover/trading-day.ts';
import { openScene, type Scene } from './scene.ts';
import { mapped } from './setup.ts';

/** Two months of figures of two stores, as if they had been imported: 10.00 a day each in October, 11.00 in November. */
export async function booked(
  departmentOf: (store: string) => string | null = (store) => store,
  verdicts: string[] = [],
): Promise<Scene> {
  const scene = await openScene({ at: '2025-12-05T10:00:00+01:00', tolerated: { verdicts } });
  const link = await mapped(scene, departmentOf);
  const workspaceId = scene.slack.state.team.id;
  const { figures, stores } = scene.engine.models;
  await stores.updateMany({ workspaceId }, { since: '2025-10-01' });
  const records = ['1', '2'].flatMap((storeId) =>
    daysFrom('2025-10-01', '2025-12-04').map((day) => {
      const net = day < '2025-11-01' ? 1_000 : 1_100;
      const amounts = { gross: net + 210, tax: 210, net, sales: 2, state: 'final' as const };
      const revision = { ...amounts, at: new Date(`${addDays(day, 2)}T02:00:00Z`), source: 'night' as const };
      const revisions = [{ ...revision, movements: [] }];
      return { workspaceId, linkId: link._id, storeId, day, currency: 'EUR', ...amounts, revisions };
    }),
  );
  await figures.insertMany(records);
  await remakeMonths(scene.engine, { workspaceId });
  return scene;
}
