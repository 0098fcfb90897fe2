import { expect, test } from 'vitest';
import { worldOf } from '../../../demo/lightspeed/world.ts';
import { amsterdam, ask, askJson, idsOf, rowsOf, salesPath, start } from './support.ts';

const instant = (text: string) => Date.parse(text);
const sold = '2024-05-01T10:00:00Z';
const dayAfter = '2024-05-02T10:00:00Z';

/** One sale of 12.10 and a clock to turn. */
const setUp = async () => {
  const world = worldOf({ shops: [amsterdam], sales: [{ at: sold, gross: 1210 }] });
  let now = instant(sold);
  const standIn = await start({ world, clock: () => now });
  const saleAt = async (text: string, id = '1') => {
    now = instant(text);
    const body = await askJson(standIn, `/API/V3/Account/83050/Sale/${id}.json`);
    return rowsOf(body)[0] ?? {};
  };
  return { world, standIn, saleAt, turnTo: (text: string) => (now = instant(text)) };
};

test('a sale does not exist before it is rung up', async () => {
  const { standIn, turnTo } = await setUp();

  turnTo('2024-05-01T09:59:59Z');

  expect(idsOf(await askJson(standIn, salesPath()))).toEqual([]);
  expect((await ask(standIn, '/API/V3/Account/83050/Sale/1.json')).status).toBe(404);
});

test('a void shows from its instant on, in the same sale, and moves updatetime only', async () => {
  const { world, saleAt } = await setUp();
  world.voidSale(1, instant(dayAfter));

  const before = await saleAt('2024-05-02T09:59:59Z');
  const after = await saleAt(dayAfter);

  expect(before).toMatchObject({ voided: 'false', updatetime: '2024-05-01T10:00:00+00:00' });
  expect(after).toEqual({ ...before, voided: 'true', updatetime: '2024-05-02T10:00:00+00:00' });
});

test('a refund is a new, negative sale on its own day', async () => {
  const { world, saleAt } = await setUp();

  const { saleID } = world.refund(1, instant(dayAfter));

  expect(await saleAt(dayAfter, String(saleID))).toMatchObject({
    total: '-12.1',
    calcTax1: '-2.1',
    completeTime: '2024-05-02T10:00:00+00:00',
  });
  expect(await saleAt(dayAfter)).toMatchObject({ total: '12.1', voided: 'false' });
});

test('an edit changes the amounts from its instant on', async () => {
  const { world, saleAt } = await setUp();
  world.edit(1, { gross: 2420 }, instant(dayAfter));

  expect(await saleAt(sold)).toMatchObject({ total: '12.1' });
  expect(await saleAt(dayAfter)).toMatchObject({ total: '24.2', calcTax1: '4.2', balance: '0' });
});

test('a void made earlier than a known edit outlives it', async () => {
  const { world, saleAt } = await setUp();
  world.edit(1, { gross: 2420 }, instant(dayAfter));
  world.voidSale(1, instant('2024-05-01T12:00:00Z'));

  expect(await saleAt(dayAfter)).toMatchObject({ total: '24.2', voided: 'true' });
});

test('a sale completed late appears on the day it was paid, and only once somebody completes it', async () => {
  const { world, standIn, turnTo } = await setUp();
  const { saleID } = world.ringUp('1', { gross: 500, at: instant(sold), completed: false });
  world.completeLate(saleID, instant('2024-05-01T10:01:00Z'), instant(dayAfter));
  const ofThatDay = salesPath({ completeTime: '><,2024-05-01T00:00:00Z,2024-05-01T23:59:59Z' });

  turnTo('2024-05-02T09:00:00Z');
  const before = idsOf(await askJson(standIn, ofThatDay));
  turnTo(dayAfter);
  const after = idsOf(await askJson(standIn, ofThatDay));

  expect(before).toEqual(['1']);
  expect(after).toEqual(['1', String(saleID)]);
});

test('shops are added, renamed and archived at once', async () => {
  const { world, standIn } = await setUp();
  world.addStore({ shopID: '9', name: 'Pop-up', timeZone: 'Europe/Amsterdam' });
  world.rename('1', 'Amsterdam West');

  const shops = rowsOf(await askJson(standIn, '/API/V3/Account/83050/Shop.json'), 'Shop');

  expect(shops.map((shop) => shop['name'])).toEqual(['Amsterdam West', 'Pop-up']);
});
