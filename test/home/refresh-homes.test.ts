import { expect, test } from 'vitest';
import { refreshHomes } from '../../src/home/refresh-homes.ts';
import { showHome } from '../../src/home/show-home.ts';
import { linkAccount } from '../../src/lightspeed/link-account.ts';
import { smallWorld } from '../story/support/scene.ts';
import { type Bench, startBench, workspaceId } from '../support/engine.ts';

const at = '2025-11-13T10:00:00+01:00';
const bench = () => startBench({ world: smallWorld(), at });

const link = async (place: Bench, workspace = workspaceId) =>
  linkAccount(await place.context(workspace), { key: 'key-1', userId: 'U1', deadline: 5_000 });
const shownTo = ({ delivery }: Bench) => delivery.homes.map(({ userId }) => userId);

test('after a change everybody who looks at Home is shown it, and nobody else', async () => {
  const place = await bench();
  await showHome(await place.context(), { userId: 'U1' });
  await showHome(await place.context(), { userId: 'U2' });
  await link(place);

  await refreshHomes(place.engine, { workspaceId });

  expect(shownTo(place).slice(2).toSorted()).toEqual(['U1', 'U2']);
  expect(JSON.stringify(place.delivery.homes[2]?.view)).toContain('Blad & Boon');
});

test('what stands there already is not published again', async () => {
  const place = await bench();
  await showHome(await place.context(), { userId: 'U1' });

  await refreshHomes(place.engine, { workspaceId });
  await refreshHomes(place.engine, { workspaceId });

  expect(shownTo(place)).toEqual(['U1']);
});

test('who opened Home over an hour ago no longer counts as looking', async () => {
  const place = await bench();
  await showHome(await place.context(), { userId: 'U1' });
  await link(place);
  place.clock.moveTo('2025-11-13T11:00:01+01:00');

  await refreshHomes(place.engine, { workspaceId });

  expect(shownTo(place)).toEqual(['U1']);
});

test('a change in one workspace is none in another', async () => {
  const place = await bench();
  await showHome(await place.context('T2'), { userId: 'U9' });
  await link(place);

  await refreshHomes(place.engine, { workspaceId });
  await refreshHomes(place.engine, { workspaceId: 'T2' });

  expect(shownTo(place)).toEqual(['U9']);
});

test('one person whom Slack does not take keeps nobody else from the news', async () => {
  const place = await bench();
  for (const userId of ['U1', 'U2']) await showHome(await place.context(), { userId });
  await link(place);
  place.delivery.failNext('publishHome', 'not-done', { code: 'ratelimited' });

  await refreshHomes(place.engine, { workspaceId });
  await refreshHomes(place.engine, { workspaceId });

  expect(shownTo(place).slice(2).toSorted()).toEqual(['U1', 'U2']);
});

test('what happens by itself is shown too', async () => {
  const place = await bench();
  await link(place);
  place.clock.moveTo('2025-11-14T02:50:00+01:00');
  await showHome(await place.context(), { userId: 'U1' });

  await place.runAt('2025-11-14T03:00:30+01:00');

  expect(shownTo(place)).toEqual(['U1', 'U1']);
});
