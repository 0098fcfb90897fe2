import { expect, test } from 'vitest';
import { contextOf } from '../../src/context.ts';
import { welcome, welcomeManager } from '../../src/first-minute/welcome.ts';
import { linkAccount } from '../../src/lightspeed/link-account.ts';
import { smallWorld } from '../story/support/scene.ts';
import { type Bench, startBench, workspaceId } from '../support/engine.ts';

const at = '2025-11-13T10:00:00+01:00';
const userId = 'U1';
const bench = () => startBench({ world: smallWorld(), at });

const welcomes = ({ delivery }: Bench) => delivery.messages.filter(({ text }) => text.startsWith('welcome'));
const manages = ({ delivery }: Bench, who: string) => delivery.people.set(who, { isAdmin: true });

test('the installer is welcomed once, however often and from however many processes at once', async () => {
  const place = await bench();
  const context = await place.context();
  const other = contextOf(await place.anotherEngine(), context.workspace);

  await Promise.all([context, other, context].map((each) => welcome(each, { userId })));
  await welcome(await place.context(), { userId: 'U2' });

  expect(welcomes(place).map(({ channelId }) => channelId)).toEqual([userId]);
});

test('a welcome that Slack surely did not take is told to the next who comes', async () => {
  const place = await bench();
  place.delivery.failNext('post', 'refused', { code: 'messages_tab_disabled' });

  await welcome(await place.context(), { userId });
  await welcome(await place.context(), { userId: 'U2' });

  expect(welcomes(place).map(({ channelId }) => channelId)).toEqual(['U2']);
});

test('a welcome that is in doubt is not told again', async () => {
  const place = await bench();
  place.delivery.failNext('post', 'unsure', { isDone: true });

  await welcome(await place.context(), { userId });
  await welcome(await place.context(), { userId });

  expect(welcomes(place)).toHaveLength(1);
});

test('the first manager who comes by is welcomed, and no member before or after', async () => {
  const place = await bench();
  manages(place, 'U2');

  for (const who of ['U1', 'U2', 'U3', 'U2']) await welcomeManager(await place.context(), { userId: who });

  expect(welcomes(place).map(({ channelId }) => channelId)).toEqual(['U2']);
});

test('nobody is welcomed where an account is linked already', async () => {
  const place = await bench();
  manages(place, userId);
  await linkAccount(await place.context(), { key: 'key-1', userId, deadline: 5_000 });

  await welcomeManager(await place.context(), { userId });

  expect(welcomes(place)).toEqual([]);
});

test('each workspace has a welcome of its own', async () => {
  const place = await bench();

  await welcome(await place.context(workspaceId), { userId });
  await welcome(await place.context('T2'), { userId: 'U9' });

  expect(welcomes(place).map(({ channelId }) => channelId)).toEqual([userId, 'U9']);
});
