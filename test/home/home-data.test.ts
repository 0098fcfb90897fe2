import { expect, test } from 'vitest';
import type { Access } from '../../models/access.ts';
import { saveMapping } from '../../src/departments/save-mapping.ts';
import { homeNews, homeOf } from '../../src/home/home-data.ts';
import { linkAccount } from '../../src/lightspeed/link-account.ts';
import { importNow } from '../../src/turnover/import-now.ts';
import { smallWorld } from '../story/support/scene.ts';
import { type Bench, startBench, workspaceId } from '../support/engine.ts';

const at = '2025-11-13T10:00:00+01:00';

/** Two departments with figures, City and Port, and rules on who may see them. */
async function shopWith(rules: (departmentId: (name: string) => string) => Partial<Access>): Promise<Bench> {
  const place = await startBench({ world: smallWorld(), at });
  const userId = 'U1';
  const { link } = await linkAccount(await place.context(), { key: 'key-1', userId, deadline: 5_000 });
  const choices = ['City', 'Port'].map((name, index) => ({
    storeId: String(index + 1),
    target: { kind: 'new' as const, name },
  }));
  await saveMapping(await place.context(), { linkId: link._id, choices, userId });
  await importNow(await place.context(), { link });
  const departments = await place.engine.models.departments.find({ workspaceId }).lean();
  const idOf = (name: string) => departments.find((each) => each.name === name)?._id ?? '';
  await place.engine.models.workspaces.updateOne(
    { _id: workspaceId },
    { $set: { access: { people: [], channels: [], departments: [], ...rules(idOf) } } },
  );
  return place;
}

async function homeFor({ context }: Bench, userId: string) {
  const now = await context();
  return homeOf(now, await homeNews(now), userId);
}

test('who may see only some departments has those in Home, and a total of those', async () => {
  const place = await shopWith((idOf) => ({
    departments: [{ departmentId: idOf('Port'), people: ['U2'], channels: [] }],
  }));

  const { yesterday, isNarrowed } = await homeFor(place, 'U3');

  expect(yesterday?.departments.map(({ name }) => name)).toEqual(['City']);
  expect(yesterday?.sums).toMatchObject([{ turnover: 100_000 }]);
  expect(isNarrowed).toBe(true);
});

test('who may see none has no figure at all in Home, and managers always have all', async () => {
  const place = await shopWith(() => ({ seenBy: 'managers' }));
  place.delivery.people.set('U1', { isAdmin: true });

  const member = await homeFor(place, 'U3');
  const manager = await homeFor(place, 'U1');

  expect(member.yesterday).toBeNull();
  expect(manager.yesterday?.departments.map(({ name }) => name)).toEqual(['City', 'Port']);
});

test('a guest has none unless they are named', async () => {
  const place = await shopWith(() => ({ people: ['U5'] }));
  for (const userId of ['U4', 'U5']) place.delivery.people.set(userId, { isGuest: true });

  expect((await homeFor(place, 'U4')).yesterday).toBeNull();
  expect((await homeFor(place, 'U5')).yesterday?.departments).toHaveLength(2);
});
