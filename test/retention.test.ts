import { expect, test } from 'vitest';
import { worldOf } from '../demo/lightspeed/world/hand.ts';
import { linkAccount } from '../src/lightspeed/link-account.ts';
import { dropOldRecords } from '../src/retention.ts';
import { startBench, workspaceId } from './support/engine.ts';

const zone = 'Europe/Amsterdam';

test('nights are kept for 400 days, and for as long as they wait', async () => {
  const bench = await startBench({
    world: worldOf({ shops: [{ shopID: '1', name: 'Amsterdam', timeZone: zone }] }),
    at: '2025-11-13T12:00:00+01:00',
  });
  const { nights } = bench.engine.models;
  const { link } = await linkAccount(await bench.context(), { key: 'key-1', userId: 'U1', deadline: 5_000 });
  const place = { workspaceId, linkId: link._id, zone, dueAt: new Date('2024-01-01T02:00:00Z') };
  await nights.create([
    { ...place, date: '2024-10-07', state: 'done' },
    { ...place, date: '2024-10-08', state: 'superseded' },
    { ...place, date: '2024-10-06', state: 'waiting' },
    { ...place, date: '2024-10-09', state: 'done' },
    { ...place, date: '2025-11-13', state: 'done' },
  ]);

  await dropOldRecords(bench.engine);

  const kept = await nights.find({ workspaceId }).sort({ date: 1 }).lean();
  expect(kept.map(({ date, state }) => `${date} ${state}`)).toEqual([
    '2024-10-06 waiting',
    '2024-10-09 done',
    '2025-11-13 done',
  ]);
});
