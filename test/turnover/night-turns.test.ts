import { expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world.ts';
import { acrossWorkspaces } from '../../models/wall.ts';
import { linkAccount } from '../../src/lightspeed/link-account.ts';
import { claimNight } from '../../src/turnover/night-lease.ts';
import { openDueNights } from '../../src/turnover/nights.ts';
import { startBench } from '../support/engine.ts';
import { amsterdam, manager } from '../support/shop.ts';

const accountOf = (key: string) =>
  worldOf({ account: { accountID: key.slice(4), name: key }, keys: [key], shops: [amsterdam] });

async function linkedIn(many: readonly string[], single: string) {
  const keys = [...many, single];
  const bench = await startBench({ at: '2024-05-01T10:00:00Z', world: keys.map(accountOf) });
  const link = async (workspace: string, key: string) =>
    linkAccount(await bench.context(workspace), { key, userId: manager, deadline: 10_000 });
  for (const key of many) await link('T1', key);
  await link('T2', single);
  bench.clock.moveTo('2024-05-02T06:00:00Z');
  return bench;
}

test('the nights of workspaces take turns, however many accounts one of them has', async () => {
  const { engine } = await linkedIn(['key-1', 'key-2', 'key-3', 'key-4'], 'key-5');
  await openDueNights(engine);

  const first = await claimNight(engine);
  const second = await claimNight(engine);

  expect(new Set([first?.workspaceId, second?.workspaceId])).toEqual(new Set(['T1', 'T2']));
});

test('nights that are open already are opened no second time, and none is left out', async () => {
  const { engine } = await linkedIn(['key-1', 'key-2'], 'key-3');
  await openDueNights(engine);
  await engine.models.nights.deleteOne({ workspaceId: 'T2' });

  await openDueNights(engine);

  const nights = await engine.models.nights.find({}, null, acrossWorkspaces).lean();
  expect(nights.map(({ workspaceId }) => workspaceId).toSorted()).toEqual(['T1', 'T1', 'T2']);
});
