import { describe, expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world/hand.ts';
import type { World } from '../../demo/lightspeed/world.ts';
import { chooseChannel } from '../../src/digest/choose-channel.ts';
import { runDue } from '../../src/run-due.ts';
import { chooseOfDay, keptOf } from './support/days.ts';
import { ask, modalSaying } from './support/look.ts';
import { openScene, type Scene } from './support/scene.ts';
import { mapped } from './support/setup.ts';

const day = '2025-11-12';
const zone = 'Europe/Amsterdam';
const dayAfter = '2025-11-13T11:00:00+01:00';

/** Amsterdam sold for €150.00 and Rotterdam for €200.00 excl. VAT; a sale of €20.00 was begun and is still open. */
function twoShops(): World {
  return worldOf({
    shops: [
      { shopID: '1', name: 'Amsterdam', timeZone: zone },
      { shopID: '2', name: 'Rotterdam', timeZone: zone },
    ],
    sales: [
      { at: '2025-11-12T12:00:00+01:00', gross: 12_100, shopID: '1' },
      { at: '2025-11-12T13:00:00+01:00', gross: 6_050, shopID: '1' },
      { at: '2025-11-12T14:00:00+01:00', gross: 2_420, shopID: '1', completed: false },
      { at: '2025-11-12T12:00:00+01:00', gross: 24_200, shopID: '2' },
    ],
  });
}

/** A scene on the morning after the first night: linked the day before, and its digest read. */
async function firstMorning(): Promise<Scene> {
  const scene = await openScene({ world: twoShops(), at: '2025-11-12T10:00:00+01:00' });
  await mapped(scene);
  await chooseChannel(await scene.context(), { channelId: 'C1SALES', hour: 8, userId: 'U1MANAGER' });
  await goOn(scene, '2025-11-13T03:00:30+01:00', '2025-11-13T08:00:10+01:00');
  return scene;
}

/** Moves the clock to each instant and lets Daybook do what is due then. */
async function goOn(scene: Scene, ...instants: string[]): Promise<void> {
  for (const instant of instants) {
    scene.clock.moveTo(instant);
    await runDue(scene.engine);
  }
}

function changeAt(scene: Scene, instant: string, change: (world: World, at: number) => void): void {
  scene.clock.moveTo(instant);
  change(scene.world, scene.clock.now());
}

/** The digest of the day and the corrections in its thread. */
function digestOf({ manager }: Scene) {
  const messages = manager.seen('sales').filter(({ fromApp }) => fromApp);
  const digests = messages.filter(({ threadTs, text }) => threadTs === undefined && text.includes('12 Nov'));
  const [digest] = digests;
  if (!digest || digests.length > 1) throw new Error(`${digests.length} digests of the day`);
  const thread = messages.filter(({ threadTs }) => threadTs === digest.ts);
  return { digest, thread: thread.filter(({ text }) => text.startsWith('Corrected: ')) };
}

/** Every signed amount in a text, in cents: what is said to have moved. */
function changesIn(text: string): number[] {
  return [...text.matchAll(/[+-]€([\d,]+)\.(\d\d)/g)].map(
    ([all, euros = '', cents = '']) =>
      (all.startsWith('-') ? -1 : 1) * Number(`${euros.replaceAll(',', '')}${cents}`),
  );
}

const late = Date.parse('2025-11-12T18:00:00+01:00');

describe('a day of which Lightspeed later says that', () => {
  test.each<{
    what: string;
    change: (world: World, at: number) => void;
    /** Amsterdam's turnover afterwards, and that of both. */
    now: string;
    total: string;
    reasons: string[];
  }>([
    {
      what: 'a sale was voided',
      change: (world, at) => world.voidSale(2, at),
      now: '€100.00',
      total: '€300.00',
      reasons: ['one sale voided -€50.00'],
    },
    {
      what: 'a sale came late',
      change: (world, at) => world.completeLate(3, late, at),
      now: '€170.00',
      total: '€370.00',
      reasons: ['one sale came in late +€20.00'],
    },
    {
      what: 'a sale was edited',
      change: (world, at) => world.edit(2, { gross: 4_840 }, at),
      now: '€140.00',
      total: '€340.00',
      reasons: ['one sale edited -€10.00'],
    },
    {
      what: 'a sale belongs to the next day',
      change: (world, at) => world.edit(2, { completeTime: at }, at),
      now: '€100.00',
      total: '€300.00',
      reasons: ['one sale moved to another day -€50.00'],
    },
    {
      what: 'a sale belongs to a day that is no longer read',
      change: (world, at) => world.edit(2, { completeTime: Date.parse('2025-11-11T12:00:00+01:00') }, at),
      now: '€100.00',
      total: '€300.00',
      reasons: ['one sale no longer on this day -€50.00'],
    },
    {
      what: 'money was handed back, which a till told late',
      change: (world) => world.ringUp('1', { gross: -6_050, at: late }),
      now: '€100.00',
      total: '€300.00',
      reasons: ['one refund came in late -€50.00'],
    },
    {
      what: 'a sale was archived',
      change: (world, at) => world.edit(2, { archived: true }, at),
      now: '€100.00',
      total: '€300.00',
      reasons: ['one sale no longer on this day -€50.00'],
    },
    {
      what: 'one sale was voided, one edited and two came late',
      change: (world, at) => {
        world.voidSale(2, at);
        world.edit(1, { gross: 14_520 }, at);
        world.completeLate(3, late, at);
        world.ringUp('1', { gross: 2_420, at: late });
      },
      now: '€160.00',
      total: '€360.00',
      reasons: ['one sale voided -€50.00', 'one sale edited +€20.00', '2 sales came in late +€40.00'],
    },
  ])(
    '$what is corrected in the digest, in its thread and in /turnover',
    async ({ change, now, total, reasons }) => {
      const scene = await firstMorning();
      const before = digestOf(scene);
      changeAt(scene, dayAfter, change);

      await goOn(scene, '2025-11-14T03:00:30+01:00');

      const { digest, thread } = digestOf(scene);
      const { words } = await ask(scene, `/turnover ${day}`);
      expect(before.digest.text).toMatch(
        /^€350\.00 excl\. VAT on Wed 12 Nov; Amsterdam €150\.00, Rotterdam €200\.00$/,
      );
      expect(before.thread).toEqual([]);
      expect(digest.ts).toBe(before.digest.ts);
      expect(digest.text).toContain(`${total} excl. VAT on Wed 12 Nov; Amsterdam ${now}, Rotterdam €200.00`);
      expect(thread.map(({ text }) => text.split('\n')[0])).toEqual([
        `Corrected: Wed 12 Nov 2025 is now ${total} excl. VAT`,
      ]);
      for (const said of [thread[0]?.text ?? '', words]) {
        for (const reason of reasons) expect(said).toContain(reason);
        expect(said).not.toContain('Rotterdam: €200.00 is now');
        const told = said.match(/Amsterdam: €150\.00 is now.*|corrected .*/)?.[0] ?? '';
        expect(changesIn(told).reduce((sum, amount) => sum + amount, 15_000)).toBe(
          Number(now.replace(/\D/g, '')),
        );
      }
      expect(words).toContain('Final.');
    },
  );

  test('money was handed back today is that of today: the day stays as it was told', async () => {
    const scene = await firstMorning();
    changeAt(scene, dayAfter, (world, at) => world.refund(2, at));

    await goOn(scene, '2025-11-14T03:00:30+01:00');

    const { digest, thread } = digestOf(scene);
    expect(digest.text).toContain('€350.00 excl. VAT');
    expect(thread).toEqual([]);
    expect(await keptOf(scene, '2025-11-13')).toMatchObject({ 1: { gross: -6_050, state: 'provisional' } });
  });
});

describe('after its second night', () => {
  test('a day stays as it is whatever Lightspeed says later, and a check says by how much they differ', async () => {
    const scene = await firstMorning();
    await goOn(scene, '2025-11-14T03:00:30+01:00', '2025-11-14T08:00:10+01:00');
    const before = { ...digestOf(scene), kept: await keptOf(scene, day) };
    changeAt(scene, '2025-11-14T11:00:00+01:00', (world, at) => {
      world.voidSale(2, at);
      world.ringUp('1', { gross: 1_210, at: late });
    });

    await goOn(scene, '2025-11-15T03:00:30+01:00', '2025-11-15T08:00:10+01:00', '2025-11-16T08:00:10+01:00');

    expect(await keptOf(scene, day)).toEqual(before.kept);
    expect(digestOf(scene).digest.text).toBe(before.digest.text);
    expect(digestOf(scene).thread).toEqual([]);
    await chooseOfDay(scene, { day, entry: 'Check against Lightspeed' });
    const { words } = await modalSaying(scene, 'Nothing was changed.');
    expect(words).toContain('*Amsterdam*: €150.00 → €110.00 (-€40.00)');
    expect(words).toContain('one sale voided since: -€50.00');
    expect(words).toContain('changed, added or moved since: +€10.00');
    expect(await keptOf(scene, day)).toEqual(before.kept);
  });

  test('a change that was corrected is not corrected again by the nights that follow', async () => {
    const scene = await firstMorning();
    changeAt(scene, dayAfter, (world, at) => world.voidSale(2, at));

    await goOn(
      scene,
      '2025-11-14T03:00:30+01:00',
      '2025-11-14T08:00:10+01:00',
      '2025-11-15T03:00:30+01:00',
      '2025-11-15T08:00:10+01:00',
    );

    const { digest, thread } = digestOf(scene);
    expect(thread).toHaveLength(1);
    expect(digest.text).toContain('€300.00 excl. VAT');
    const { words } = await ask(scene, `/turnover ${day}`);
    expect(words.match(/corrected /g)).toHaveLength(1);
  });
});
