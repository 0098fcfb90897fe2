import { describe, expect, test } from 'vitest';
import { UnreadableAnswerError } from '../../../src/lightspeed/errors.ts';
import {
  MAIN_OUTLET,
  outletBody,
  outletsBody,
  retailerBody,
} from '../../../src/lightspeed/x-series/fixtures.ts';
import { failureOf, startTill, startTillWith } from '../http/till.ts';
import { connect, outletsPage } from './till.ts';

type Body = Record<string, unknown>;

function startRetailer(outlets: Body[], retailer: Body = retailerBody(), size = 1000) {
  return startTill((asked) => {
    if (asked.path === '/api/2.0/retailer') return { body: retailer };
    if (asked.path === '/api/2.0/outlets') return outletsPage(outlets, asked, size);
    return { status: 404 };
  });
}

const storesOf = async (outlets: Body[], retailer?: Body, size?: number) => {
  const till = await startRetailer(outlets, retailer, size);
  return { stores: await connect(till).connector.stores(), till };
};

describe('the account', () => {
  test('is the retailer', async () => {
    const till = await startRetailer([]);

    expect(await connect(till).connector.account()).toEqual({
      id: '00000000-0000-4000-8000-000000000001',
      name: 'Example Store',
      currency: 'NZD',
    });
  });

  test.each([
    ['in lower case', { currency: { code: 'eur', symbol: '€' } }],
    ['as text', { currency: 'EUR' }],
  ])('may have its currency %s', async (_what, over) => {
    const till = await startRetailer([], retailerBody(over));

    expect((await connect(till).connector.account()).currency).toBe('EUR');
  });

  test('without a name goes by its id', async () => {
    const till = await startRetailer([], retailerBody({ name: '' }));

    expect((await connect(till).connector.account()).name).toBe('00000000-0000-4000-8000-000000000001');
  });

  test.each([
    ['no currency', retailerBody({ currency: null })],
    ['a currency that is no code', retailerBody({ currency: { code: 'dollars' } })],
    ['no id', retailerBody({ id: undefined })],
    ['nothing in it', {}],
    ['an error in it', { error: 'Access token is not valid' }],
  ])('with %s is refused', async (_what, body) => {
    const till = await startTillWith({ body });

    expect(await failureOf(connect(till).connector.account())).toBeInstanceOf(UnreadableAnswerError);
  });

  test('is asked for below the path of the base URL', async () => {
    const till = await startTillWith({ body: retailerBody() });

    await connect({ url: `${till.url}/proxy/` }).connector.account();

    expect(till.asked[0]?.path).toBe('/proxy/api/2.0/retailer');
  });

  test.each(['nonsense', 'http://user:password@127.0.0.1', 'http://user@127.0.0.1'])(
    'is not asked for at %s',
    (url) => {
      expect(() => connect({ url })).toThrow(TypeError);
    },
  );
});

describe('the stores', () => {
  test('are the outlets, deleted ones too', async () => {
    const closed = outletBody({ id: 'closed', version: 909257072, deleted_at: '2020-01-01T00:00:00+00:00' });

    const { stores, till } = await storesOf([outletBody(), closed]);

    expect(stores).toEqual([
      { id: MAIN_OUTLET, name: 'Main Outlet', zone: 'Pacific/Auckland', currency: 'NZD', archived: false },
      { id: 'closed', name: 'Main Outlet', zone: 'Pacific/Auckland', currency: 'NZD', archived: true },
    ]);
    expect(till.asked.map(({ raw }) => raw)).toEqual([
      '?deleted=true&after=0',
      '?deleted=true&after=909257072',
    ]);
  });

  test('come from every page', async () => {
    const outlets = ['a', 'b', 'c', 'd', 'e'].map((id, index) => outletBody({ id, version: index + 1 }));

    const { stores, till } = await storesOf(outlets, retailerBody(), 2);

    expect(stores.map((store) => store.id)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(till.asked.map(({ query }) => query.get('after'))).toEqual(['0', '2', '4', '5']);
  });

  test('are none where there is no outlet', async () => {
    expect((await storesOf([])).stores).toEqual([]);
  });

  test('are told once, as they are at last, when one changes while they are read', async () => {
    const till = await startTillWith(
      { body: outletsBody([outletBody({ name: 'Before', version: 5 })], 5) },
      { body: outletsBody([outletBody({ name: 'After', version: 6 })], 6) },
      { body: outletsBody([]) },
    );

    const stores = await connect(till).connector.stores();

    expect(stores.map((store) => store.name)).toEqual(['After']);
  });

  test('have their version counted beyond what a float holds', async () => {
    const page = (version: string) =>
      `{"data":[{"id":"v${version}","time_zone":"UTC"}],"version":{"min":1,"max":${version}}}`;
    const till = await startTillWith(
      { body: page('9007199254740992') },
      { body: page('9007199254740993') },
      { body: outletsBody([]) },
    );

    expect(await connect(till).connector.stores()).toHaveLength(2);
    expect(till.asked[2]?.query.get('after')).toBe('9007199254740993');
  });

  test.each([
    ['a zone of its own', 'Australia/Sydney', 'Australia/Sydney'],
    ['none', null, 'Pacific/Auckland'],
    ['an empty one', '', 'Pacific/Auckland'],
    ['one that does not exist', 'Mars/Olympus', null],
    ['an offset', '+12:00', null],
  ])('with %s live in %j: %j', async (_what, time_zone, zone) => {
    const { stores } = await storesOf([outletBody({ time_zone })]);

    expect(stores[0]?.zone).toBe(zone);
  });

  test('have no zone where the retailer has none either', async () => {
    const { stores } = await storesOf(
      [outletBody({ time_zone: null })],
      retailerBody({ timezone: undefined }),
    );

    expect(stores[0]?.zone).toBeNull();
  });

  test.each([
    ['eur', 'EUR'],
    ['Euro', undefined],
    [null, undefined],
  ])('with the currency %j have %j', async (currency, told) => {
    const { stores } = await storesOf([outletBody({ currency })]);

    expect(stores[0]?.currency).toBe(told);
  });

  test('without a name go by their id', async () => {
    expect((await storesOf([outletBody({ name: null })])).stores[0]?.name).toBe(MAIN_OUTLET);
  });

  test.each([
    ['that does not get further', outletsBody([outletBody()], 0)],
    ['that does not say how far it reaches', { data: [outletBody()] }],
    ['that reaches null', outletsBody([outletBody()])],
    ['that reaches a word', { data: [], version: { max: 'end' } }],
    ['that is none', { error: 'permission denied' }],
    ['with an outlet without an id', outletsBody([outletBody({ id: undefined })], 5)],
  ])('are refused for a page %s', async (_what, body) => {
    const till = await startTillWith({ body });

    expect(await failureOf(connect(till).connector.stores())).toBeInstanceOf(UnreadableAnswerError);
    expect(till.asked).toHaveLength(1);
  });

  test('are refused for a list that leads back', async () => {
    const till = await startTillWith({ body: outletsBody([outletBody()], 5) });

    expect(await failureOf(connect(till).connector.stores())).toBeInstanceOf(UnreadableAnswerError);
    expect(till.asked).toHaveLength(2);
  });
});
