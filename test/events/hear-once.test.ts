import { expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world.ts';
import { hearOnce } from '../../src/events/hear-once.ts';
import { type Bench, startBench, workspaceId } from '../support/engine.ts';
import { amsterdam } from '../support/shop.ts';

const event = { workspaceId, eventId: 'Ev1' };
const atOnce = async () => undefined;

async function twoProcesses() {
  const bench = await startBench({ world: worldOf({ shops: [amsterdam] }), at: '2025-11-12T10:00:00Z' });
  return { bench, one: bench.engine, other: await bench.anotherEngine() };
}

const kept = ({ engine }: Bench) => engine.models.heardEvents.find({ workspaceId }).lean();

test('an event is heard once, told however often and to whichever process', async () => {
  const { bench, one, other } = await twoProcesses();
  const heard: string[] = [];
  const hear = (engine: typeof one, eventId: string) =>
    hearOnce(engine, { workspaceId, eventId }, async () => void heard.push(eventId), atOnce);

  await hear(one, 'Ev1');
  await hear(other, 'Ev1');
  await hear(one, 'Ev1');
  await hear(other, 'Ev2');

  expect(heard).toEqual(['Ev1', 'Ev2']);
  expect((await kept(bench)).map(({ isDone }) => isDone)).toEqual([true, true]);
});

test('told to two processes at the same moment it is heard by one', async () => {
  const { one, other } = await twoProcesses();
  let heard = 0;
  const work = async () => {
    heard += 1;
    await new Promise((resolve) => setTimeout(resolve, 300));
  };

  await Promise.all([one, other, one, other].map((engine) => hearOnce(engine, event, work)));

  expect(heard).toBe(1);
});

test('what a process began with and died of is done by the one that is told of it again', async () => {
  const { one, other } = await twoProcesses();
  const heard: string[] = [];
  void hearOnce(one, event, () => new Promise(() => heard.push('began')), atOnce);
  await expect.poll(() => heard).toEqual(['began']);

  await hearOnce(other, event, async () => void heard.push('done'), atOnce);
  await hearOnce(other, event, async () => void heard.push('again'), atOnce);

  expect(heard).toEqual(['began', 'done']);
});

test('what failed is tried when it is told again', async () => {
  const { one } = await twoProcesses();
  const failing = hearOnce(one, event, () => Promise.reject(new Error('no')), atOnce);
  await expect(failing).rejects.toThrow('no');
  let heard = 0;

  await hearOnce(
    one,
    event,
    async () => {
      heard += 1;
    },
    atOnce,
  );

  expect(heard).toBe(1);
});

test('the same event of another workspace is another one', async () => {
  const { one } = await twoProcesses();
  const heard: string[] = [];

  for (const each of ['T1', 'T2']) {
    await hearOnce(one, { workspaceId: each, eventId: 'Ev1' }, async () => void heard.push(each), atOnce);
  }

  expect(heard).toEqual(['T1', 'T2']);
});

test('without a database the work is done, which says so itself', async () => {
  const { one } = await twoProcesses();
  const { heardEvents } = one.models;
  const down = { ...one.models, heardEvents: new Proxy(heardEvents, { get: () => failing }) };
  let heard = 0;

  await hearOnce(
    { ...one, models: down },
    event,
    async () => {
      heard += 1;
    },
    atOnce,
  );

  expect(heard).toBe(1);
});

const failing = () => Promise.reject(new Error('the database is away'));
