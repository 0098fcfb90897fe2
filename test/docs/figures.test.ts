import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { parseExact } from '../../src/lightspeed/http/exact-json.ts';
import { toSale } from '../../src/lightspeed/r-series/mapper.ts';
import { saleRow } from '../../src/lightspeed/r-series/schema.ts';
import { amountText } from '../../src/turnover/money.ts';
import { watchMovements } from '../../src/turnover/movements.ts';
import { type Part, plus, reconcile } from '../../src/turnover/reconcile.ts';
import { partOf } from '../../src/turnover/split.ts';
import { type TallySeries, tallyFile } from '../../src/turnover/tally-file.ts';
import { dayOf } from '../../src/turnover/trading-day.ts';
import { ledgerOf } from '../turnover/support/ledger-of.ts';
import { tableOf } from './tables.ts';

const page = 'docs/figures.md';
const theDay = '2024-05-01';
const nothing: Part = { gross: 0, tax: 0 };

const example = (name: string) => readFile(`docs/examples/${name}.json`, 'utf8');
const money = (minor: number) => amountText(minor, 'EUR');

const exampleFile = z.object({
  shops: z.array(z.object({ shopID: z.string(), timeZone: z.string(), cutOff: z.coerce.number() })),
  sales: z.array(z.unknown()),
});

/** The sales of an example of R-Series, as the engine reads them, each with the day it is completed on. */
async function salesOf(name: string) {
  const { shops, sales } = exampleFile.parse(parseExact(await example(name)));
  return sales.map((raw) => {
    const sale = toSale(saleRow.parse(raw), 'EUR');
    const shop = shops.find(({ shopID }) => shopID === sale.storeId);
    if (!shop) throw new Error(`no shop ${sale.storeId}`);
    const rule = { zone: shop.timeZone, cutOff: shop.cutOff };
    return { sale, day: sale.completedAt === null ? '' : dayOf(sale.completedAt, rule) };
  });
}

/** The figures of an example as the page writes them. */
async function figuresOf(name: string, series: TallySeries = 'r') {
  return tallyFile(await example(name), series).map(({ storeId, day, gross, tax, net, sales }) => ({
    shop: storeId,
    day,
    'incl. VAT': money(gross),
    VAT: money(tax),
    'excl. VAT': money(net),
    sales: String(sales),
  }));
}

/** The figure of a shop on the day of the example. */
async function figureOf(name: string, shop: string) {
  const found = tallyFile(await example(name), 'r').find(
    ({ storeId, day }) => storeId === shop && day === theDay,
  );
  if (!found) throw new Error(`no figure of shop ${shop}`);
  return found;
}

test('the page lists the sales of its example as the engine reads them', async () => {
  const columns = ['sale', 'shop', 'completed', 'what it is', 'incl. VAT', 'VAT', 'counts on'];
  const told = await tableOf(page, ...columns);

  const read = await salesOf('r-series');

  expect(
    read.map(({ sale, day }) => [
      sale.id,
      sale.storeId,
      money(sale.gross),
      money(sale.tax),
      sale.standing === 'counts' ? day : 'no day',
    ]),
  ).toEqual(told.map((row) => [row['sale'], row['shop'], row['incl. VAT'], row['VAT'], row['counts on']]));
});

test('the figures of the page are those that the import makes of its example', async () => {
  const told = await tableOf(page, 'shop', 'day', 'incl. VAT', 'VAT', 'excl. VAT', 'sales');

  expect(await figuresOf('r-series')).toEqual(told);
});

test('the figure of X-Series on the page is the one that the import makes', async () => {
  const told = await tableOf(page, 'day', 'incl. VAT', 'VAT', 'excl. VAT', 'sales');

  const figures = await figuresOf('x-series', 'x');

  expect(figures.map(({ shop: _shop, ...figure }) => figure)).toEqual(told);
});

test('the shares of the page are those that a split store gives', async () => {
  const told = await tableOf(page, 'department', 'incl. VAT', 'VAT', 'excl. VAT');
  const shares = [
    { departmentId: 'Bakery', weight: 45 },
    { departmentId: 'Flowers', weight: 55 },
  ];
  const whole = await figureOf('r-series', '1');

  const parts = shares.map(({ departmentId }) => {
    const { gross, tax, net } = partOf(whole, shares, departmentId);
    return { department: departmentId, 'incl. VAT': money(gross), VAT: money(tax), 'excl. VAT': money(net) };
  });

  expect(parts).toEqual(told);
});

test('the correction of the page is what the second night finds, and adds up', async () => {
  const told = await tableOf(page, 'what moved it', 'sales', 'incl. VAT', 'VAT');
  const counted = (await salesOf('r-series')).filter(
    ({ sale, day }) => sale.storeId === '1' && sale.standing === 'counts' && day === theDay,
  );
  const ledger = counted.map(({ sale: { id, gross, tax } }) => ({ saleId: id, gross, tax }));
  const watch = watchMovements(theDay, ledgerOf(ledger));

  for (const { sale, day } of await salesOf('r-series-a-night-later')) {
    if (sale.storeId === '1') watch.see(sale, day);
  }
  const moved = watch.movements();

  expect(
    moved.map(({ kind, sales, gross, tax }) => ({
      'what moved it': kind,
      sales: String(sales),
      'incl. VAT': money(gross),
      VAT: money(tax),
    })),
  ).toEqual(told);
  const [before, after] = [await figureOf('r-series', '1'), await figureOf('r-series-a-night-later', '1')];
  expect(moved.reduce((sum, { gross }) => sum + gross, before.gross)).toBe(after.gross);
  expect(await readFile(page, 'utf8')).toContain(`from ${money(before.gross)} to ${money(after.gross)}`);
});

test('the amounts of the page are explained as it says', async () => {
  const told = await tableOf(page, 'the report says', 'because');
  const total = [await figureOf('r-series', '1'), await figureOf('r-series', '2')].reduce<Part>(
    plus,
    nothing,
  );
  const text = await example('r-series');
  const atMidnight = tallyFile(text.replace('"cutOff": 4', '"cutOff": 0'), 'r')
    .filter(({ day }) => day === theDay)
    .reduce<Part>(plus, nothing);
  const sales = (await salesOf('r-series')).map(({ sale }) => sale);
  const live = {
    now: total,
    atMidnight: plus(atMidnight, { gross: -total.gross, tax: -total.tax }),
    refunds: sales.filter(({ gross, standing }) => gross < 0 && standing === 'counts'),
    open: sales.filter(({ standing }) => standing === 'open'),
  };

  const explained = told.map((row) => {
    const asked = Number(row['the report says']?.replace('.', ''));
    const stored = { total, outside: [], earlier: [] };
    const { explained: found } = reconcile({ currency: 'EUR', vat: 'incl', asked, stored, live });
    return found.map(({ cause }) => cause.kind);
  });

  expect(explained).toEqual(told.map(({ because }) => [because]));
  expect(await readFile(page, 'utf8')).toContain(
    `turnover is ${money(total.gross)} incl. VAT, ${money(total.gross - total.tax)} excl. VAT`,
  );
});
