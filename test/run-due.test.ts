import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { worldOf } from '../demo/lightspeed/world.ts';
import type { Aside } from '../src/digest/aside.ts';
import type { Connector } from '../src/lightspeed/connector.ts';
import { linkAccount } from '../src/lightspeed/link-account.ts';
import { runDue } from '../src/run-due.ts';
import { startBench } from './support/engine.ts';
import { amsterdam, manager, rotterdam, salesChannel, setUpShop } from './support/shop.ts';

/** A mapped account, and another one; night and digest are due at the same hour of the third of June. */
async function twoAccounts() {
  const sales = [{ at: '2024-06-03T12:00:00+02:00', gross: 1_000, tax: 0 }];
  const bench = await startBench({
    world: [
      worldOf({ shops: [amsterdam], sales: sales.map((sale) => ({ ...sale, shopID: '1' })) }),
      worldOf({ account: { accountID: '2', name: 'Slow' }, keys: ['key-2'], shops: [rotterdam] }),
    ],
    at: '2024-06-03T10:00:00+02:00',
  });
  await setUpShop(bench, { departments: { City: ['1'] }, digestHour: 3 });
  await linkAccount(await bench.context(), { key: 'key-2', userId: manager, deadline: 10_000 });
  bench.clock.moveTo('2024-06-04T03:00:30+02:00');
  return bench;
}

type Bench = Awaited<ReturnType<typeof startBench>>;

/** The second account answers nothing any more, until it is let go. */
function hangSecond({ engine }: Bench) {
  const { connect } = engine;
  const asked = Promise.withResolvers<void>();
  const held = Promise.withResolvers<never>();
  held.promise.catch(() => undefined);
  const hang = () => {
    asked.resolve();
    return held.promise;
  };
  Object.assign(engine, {
    connect: (input: Parameters<typeof connect>[0]): Connector => {
      const isSecond = input.series === 'r' && input.accountId === '2';
      return isSecond ? { ...connect(input), account: hang, stores: hang } : connect(input);
    },
  });
  return { asked: asked.promise, letGo: () => held.reject(new Error('the line is dead')) };
}

const told = ({ delivery }: Bench) => delivery.inChannel(salesChannel).map(({ text }) => text);

describe('a night that hangs', () => {
  test('holds up the digests of the same moment for a minute, not longer', async () => {
    const bench = await twoAccounts();
    const { asked, letGo } = hangSecond(bench);
    // Those of the database are others: only what waits in this project stands still.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const { figures, digestPosts } = bench.engine.models;

    const due = runDue(bench.engine);
    await asked;
    while ((await figures.countDocuments({ workspaceId: 'T1', day: '2024-06-03' })) === 0) await sleep(10);
    await vi.advanceTimersByTimeAsync(59_000);
    await sleep(100);
    const early = [...told(bench)];
    await vi.advanceTimersByTimeAsync(1_000);
    const posted = { workspaceId: 'T1', state: 'posted' as const };
    for (let tries = 0; tries < 300 && (await digestPosts.countDocuments(posted)) === 0; tries += 1)
      await sleep(10);
    const meanwhile = [...told(bench)];
    letGo();
    await due;

    expect(early).toEqual([]);
    expect(meanwhile).toEqual([expect.stringMatching(/^2024-06-03 provisional 1 of 1 in: EUR 1000;/)]);
    expect(told(bench)).toHaveLength(1);
  });
});

describe('a crowd of digests', () => {
  /** An engine with a thread of this kind, with so many digests due and no night. */
  async function crowdOf(channels: number, aside: (bench: Bench) => Aside['drainDigests']) {
    const bench = await twoAccounts();
    await runDue(bench.engine);
    bench.delivery.messages.length = 0;
    for (let channel = 1; channel <= channels; channel += 1) {
      await bench.engine.models.channels.create({
        workspaceId: 'T1',
        channelId: `C${100 + channel}`,
        hour: 2,
        zone: 'Europe/Amsterdam',
        chosenBy: manager,
        chosenAt: new Date(0),
        weekdays: [2],
      });
    }
    const drainDigests = vi.fn(aside(bench));
    Object.assign(bench.engine, { aside: { drainDigests, stop: () => undefined } });
    await runDue(bench.engine);
    return { posted: bench.delivery.messages.filter(({ threadTs }) => !threadTs), drainDigests };
  }

  test('is brought out in a thread of its own', async () => {
    const { posted, drainDigests } = await crowdOf(31, () => async () => undefined);

    expect(drainDigests).toHaveBeenCalledOnce();
    // What a thread leaves is brought out here.
    expect(posted).toHaveLength(31);
  });

  test('that its thread fails is brought out all the same, each once', async () => {
    const { posted } = await crowdOf(31, () => () => Promise.reject(new Error('no thread today')));

    expect(new Set(posted.map(({ channelId }) => channelId)).size).toBe(31);
    expect(posted).toHaveLength(31);
  });

  test('is none of a few', async () => {
    const { posted, drainDigests } = await crowdOf(30, () => async () => undefined);

    expect(drainDigests).not.toHaveBeenCalled();
    expect(posted).toHaveLength(30);
  });
});
