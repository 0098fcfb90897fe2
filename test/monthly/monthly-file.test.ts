import { describe, expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world/hand.ts';
import { drainFiles } from '../../src/monthly/drain-files.ts';
import { dueMonths, openDueFiles } from '../../src/monthly/due-files.ts';
import { orderFiles } from '../../src/monthly/order-files.ts';
import { crashingAt } from '../support/crash.ts';
import { type Bench, startBench, workspaceId } from '../support/engine.ts';
import { amsterdam, manager, setUpShop } from '../support/shop.ts';

const accountant = 'U7BOOKS';

/** A shop that sells every day, linked on 28 October, whose accountant gets the file of every month. */
async function openShop(): Promise<Bench> {
  const days = Array.from({ length: 45 }, (_, index) =>
    Temporal.PlainDate.from('2025-10-27').add({ days: index }).toString(),
  );
  const bench = await startBench({
    at: '2025-10-28T09:00:00+01:00',
    world: worldOf({
      shops: [amsterdam],
      sales: days.map((day) => ({ at: `${day}T12:00:00+01:00`, gross: 12_100 })),
    }),
  });
  await setUpShop(bench, { departments: { Bakery: ['1'] } });
  await orderFiles(await bench.context(), { userIds: [accountant], format: 'csv', userId: manager });
  return bench;
}

/** A night a week and the last two, each at half past three: they make up for those between. */
async function nights(bench: Bench, from: string, to: string): Promise<void> {
  const last = Temporal.PlainDate.from(to);
  let day = Temporal.PlainDate.from(from);
  for (; Temporal.PlainDate.compare(day, last.subtract({ days: 1 })) < 0; day = day.add({ days: 7 })) {
    await bench.runAt(`${day.toString()}T03:30:00+01:00`);
  }
  for (const late of [last.subtract({ days: 1 }), last])
    await bench.runAt(`${late.toString()}T03:30:00+01:00`);
}

const keptFiles = ({ engine }: Bench) => engine.models.monthlyFiles.find({ workspaceId }).lean();

describe('the file of a month', () => {
  test('goes out on the second at eight, final, once, however often it is looked', async () => {
    const bench = await openShop();
    await nights(bench, '2025-11-01', '2025-12-02');
    expect(bench.delivery.files.filter(({ name }) => name.includes('2025-11'))).toEqual([]);

    await bench.runAt('2025-12-02T08:00:10+01:00');
    await bench.runAt('2025-12-02T08:05:10+01:00');
    await bench.runAt('2025-12-03T08:05:10+01:00');

    const files = bench.delivery.files.filter(({ name }) => name.includes('2025-11'));
    expect(files.map(({ userId, name }) => [userId, name])).toEqual([
      [accountant, 'turnover-2025-11-01-2025-11-30.csv'],
    ]);
    const lines = Buffer.from(files[0]?.bytes ?? [])
      .toString('utf8')
      .trim()
      .split('\n');
    expect(lines).toHaveLength(31);
    expect(lines.at(-1)).toContain('2025-11-30,Bakery,');
    expect(lines.every((line, index) => index === 0 || line.endsWith(',final'))).toBe(true);
    expect(files[0]?.comment).toContain('The file of November 2025');
    expect(files[0]?.comment).not.toContain('Not complete');
  }, 60_000);

  test('waits for a day that is not final, and after three days goes and says what is missing', async () => {
    const bench = await openShop();
    await nights(bench, '2025-11-01', '2025-12-02');
    await bench.engine.models.figures.deleteOne({ workspaceId, day: '2025-11-12' });
    await bench.runAt('2025-12-02T08:00:10+01:00');
    expect(bench.delivery.files.filter(({ name }) => name.includes('2025-11'))).toEqual([]);

    bench.clock.moveTo('2025-12-05T08:10:00+01:00');
    await drainFiles(bench.engine);

    const [file] = bench.delivery.files.filter(({ name }) => name.includes('2025-11'));
    expect(file?.comment).toContain('Not complete: 29 of 30 days are.');
  }, 60_000);

  test('is not sent a second time when the answer of the first was lost', async () => {
    const bench = await openShop();
    await nights(bench, '2025-11-01', '2025-12-02');
    bench.delivery.failNext('sendFile', 'unsure', { isDone: true });

    await bench.runAt('2025-12-02T08:00:10+01:00');
    await bench.runAt('2025-12-02T08:10:10+01:00');

    expect(bench.delivery.files.filter(({ name }) => name.includes('2025-11'))).toHaveLength(1);
    expect((await keptFiles(bench)).find(({ month }) => month === '2025-11')).toMatchObject({
      state: 'sent',
    });
  }, 60_000);

  test('that Slack refuses is told once to whoever ordered it, and tried again', async () => {
    const bench = await openShop();
    await nights(bench, '2025-11-01', '2025-12-02');
    const before = bench.delivery.messages.length;
    bench.delivery.failNext('sendFile', 'refused', { code: 'user_not_found' });
    await bench.runAt('2025-12-02T08:00:10+01:00');
    bench.delivery.failNext('sendFile', 'refused', { code: 'user_not_found' });
    await bench.runAt('2025-12-02T09:01:10+01:00');

    await bench.runAt('2025-12-02T10:02:10+01:00');

    const told = bench.delivery.messages.slice(before).filter(({ channelId }) => channelId === manager);
    expect(told.map(({ text }) => text)).toEqual([`file of 2025-11 not sent to ${accountant}`]);
    expect(bench.delivery.files.filter(({ name }) => name.includes('2025-11'))).toHaveLength(1);
  }, 60_000);

  test.each([
    ['became a guest', { isGuest: true }],
    ['left', { isDeleted: true }],
  ])(
    'is kept from a person who %s',
    async (_, change) => {
      const bench = await openShop();
      await nights(bench, '2025-11-01', '2025-12-02');
      bench.delivery.people.set(accountant, change);

      await bench.runAt('2025-12-02T08:00:10+01:00');

      expect(bench.delivery.files.filter(({ name }) => name.includes('2025-11'))).toEqual([]);
      expect((await keptFiles(bench)).find(({ month }) => month === '2025-11')).toMatchObject({
        state: 'dropped',
        failure: 'not_permitted',
      });
    },
    60_000,
  );

  test('is sent once wherever the process dies', async () => {
    const bench = await openShop();
    await nights(bench, '2025-11-01', '2025-12-02');
    bench.clock.moveTo('2025-12-02T08:00:10+01:00');
    let at = 1;
    for (let crashed = true; crashed; at += 1) {
      await bench.engine.models.monthlyFiles.deleteMany({ workspaceId });
      bench.delivery.files.length = 0;
      const dying = crashingAt(bench.engine, at);
      await openDueFiles(dying.engine)
        .then(() => drainFiles(dying.engine))
        .catch(() => undefined);
      crashed = dying.crashed();
      bench.clock.pass(10 * 60_000);

      await openDueFiles(bench.engine);
      await drainFiles(bench.engine);

      const names = bench.delivery.files.map(({ name }) => name);
      expect([at, names.filter((name) => name.includes('2025-11'))]).toEqual([
        at,
        ['turnover-2025-11-01-2025-11-30.csv'],
      ]);
    }
    expect(at).toBeGreaterThan(10);
  }, 120_000);
});

describe('when a file is due', () => {
  const zone = 'Europe/Amsterdam';
  const months = (ordered: string, now: string) =>
    dueMonths({ orderedAt: new Date(ordered), zone }, Date.parse(now)).map(({ month }) => month);

  test.each([
    ['2025-10-28T09:00:00+01:00', '2025-12-02T07:59:00+01:00', ['2025-10']],
    ['2025-11-15T09:00:00+01:00', '2025-12-02T07:59:00+01:00', []],
    ['2025-11-15T09:00:00+01:00', '2025-12-02T08:00:00+01:00', ['2025-11']],
    ['2025-12-02T08:30:00+01:00', '2025-12-02T09:00:00+01:00', []],
    ['2024-01-01T00:00:00+01:00', '2025-12-20T09:00:00+01:00', ['2025-09', '2025-10', '2025-11']],
    ['2024-01-01T00:00:00+01:00', '2026-01-01T09:00:00+01:00', ['2025-10', '2025-11']],
  ])('ordered %s, at %s: %j', (ordered, now, due) => {
    expect(months(ordered, now)).toEqual(due);
  });
});
