import { describe, expect, test } from 'vitest';
import { UnreadableAnswerError } from '../../../src/lightspeed/errors.ts';
import {
  openSale,
  saleBody,
  shopBody,
  voidedSale,
  without,
} from '../../../src/lightspeed/r-series/fixtures.ts';
import { toAccount, toSale, toStore } from '../../../src/lightspeed/r-series/mapper.ts';
import { accountDetail, saleRow, shopRow } from '../../../src/lightspeed/r-series/schema.ts';

const mapped = (body: Record<string, unknown>, currency = 'CAD') => toSale(saleRow.parse(body), currency);

describe('amounts', () => {
  test('calcTotal stands in for a missing total', () => {
    expect(mapped(without(saleBody({ calcTotal: '12.34' }), 'total')).gross).toBe(1234);
  });

  test('total wins where both exist', () => {
    expect(mapped(saleBody({ calcTotal: '12.34' })).gross).toBe(31710);
  });

  test.each(['calcTax1', 'calcTax2'])('taxTotal stands in for the taxes when %s is missing', (name) => {
    expect(mapped(without(saleBody({ taxTotal: '1.23' }), name)).tax).toBe(123);
  });

  test('the two taxes are added before they are rounded', () => {
    expect(mapped(saleBody({ calcTax1: '0.004', calcTax2: '0.004' })).tax).toBe(1);
  });

  test('text in scientific notation is a number', () => {
    expect(mapped(saleBody({ total: '1.5E+3', calcTax1: '2e-2', calcTax2: '0' }))).toMatchObject({
      gross: 150_000,
      tax: 2,
    });
  });

  test.each([
    ['JPY', 317],
    ['KWD', 317_100],
  ])('the minor unit is that of %s', (currency, gross) => {
    expect(mapped(saleBody(), currency).gross).toBe(gross);
  });

  test.each([
    ['no total at all', without(saleBody(), 'total', 'calcTotal')],
    ['an empty total', saleBody({ total: '', calcTotal: '' })],
    ['a total that is no number', saleBody({ total: '12,50' })],
    ['a total beyond exactness', saleBody({ total: '1e300' })],
    ['one tax only', without(saleBody(), 'calcTax2', 'taxTotal')],
    ['a tax that is no number', saleBody({ calcTax1: 'NaN' })],
  ])('a counting sale with %s is refused by its id', (_what, body) => {
    expect(() => mapped(body)).toThrow(UnreadableAnswerError);
    expect(() => mapped(body)).toThrow(/\b2\b/);
  });

  test('amounts that are never summed need not be readable', () => {
    expect(mapped(without(voidedSale, 'total', 'calcTotal'))).toMatchObject({ gross: 0, standing: 'voided' });
    expect(mapped(without(openSale, 'total', 'calcTotal'))).toMatchObject({ gross: 0, standing: 'open' });
  });
});

describe('times and flags', () => {
  test.each([['2021-02-30T00:00:00+00:00'], ['0000-00-00T00:00:00+00:00'], ['yesterday']])(
    'a completed sale of %s is refused',
    (completeTime) => {
      expect(() => mapped(saleBody({ completeTime }))).toThrow(UnreadableAnswerError);
    },
  );

  test('a completed sale without any time is refused', () => {
    expect(() => mapped(without(saleBody(), 'completeTime', 'timeStamp'))).toThrow(UnreadableAnswerError);
  });

  test('an open sale is completed never', () => {
    expect(mapped(openSale)).toMatchObject({ completedAt: null, standing: 'open' });
  });

  test.each(['completed', 'voided', 'archived'])(
    'a sale that does not say whether it is %s is refused',
    (name) => {
      expect(saleRow.safeParse(without(saleBody(), name)).success).toBe(false);
      expect(saleRow.safeParse(saleBody({ [name]: 'maybe' })).success).toBe(false);
    },
  );

  test('a voided sale that lost its completed flag is still told as voided', () => {
    expect(mapped({ ...voidedSale, completed: 'false' })).toMatchObject({
      standing: 'voided',
      completedAt: Date.parse('2021-06-06T15:19:18Z'),
    });
  });
});

describe('stores and accounts', () => {
  test.each([
    ['US/Pacific', 'US/Pacific'],
    ['America/Toronto', 'America/Toronto'],
    ['Mars/Olympus', null],
    ['+02:00', null],
    ['', null],
  ])('the zone %j is %j', (timeZone, zone) => {
    expect(toStore(shopRow.parse(shopBody({ timeZone }))).zone).toBe(zone);
  });

  test('a store without a name goes by its id', () => {
    expect(toStore(shopRow.parse(shopBody({ name: '' }))).name).toBe('1');
  });

  test('an account is named by its detail, else by the list, else by its id', () => {
    const detail = (name: string) => accountDetail.parse({ name, defaultCurrency: { code: 'cad' } });

    expect(toAccount({ id: '7', name: 'Listed' }, detail('Main'))).toEqual({
      id: '7',
      name: 'Main',
      currency: 'CAD',
    });
    expect(toAccount({ id: '7', name: 'Listed' }, detail('')).name).toBe('Listed');
    expect(toAccount({ id: '7', name: undefined }, detail('')).name).toBe('7');
  });
});
