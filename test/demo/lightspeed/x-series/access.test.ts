import { request } from 'node:http';
import { expect, test } from 'vitest';
import { worldOf, xWorldOf } from '../../../../demo/lightspeed/world.ts';
import { startXSeries } from '../../../../demo/lightspeed/x-series/server.ts';
import { ask, askOne, auckland, june, start, sydney } from './support.ts';

const world = () => xWorldOf({ shops: [auckland] });

/** fetch always brings a User-Agent; this does not. */
const bareStatus = (url: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    const sent = request(url, { headers: { Authorization: 'Bearer lsxs_pt_hand' } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.once('error', reject);
    sent.end();
  });

test('a personal token opens its retailer; any other, a revoked one and Basic get the documented 401', async () => {
  const one = world();
  const standIn = await start({ world: one });
  const outlets = '/api/2.0/outlets';

  const good = await ask(standIn, outlets);
  const other = await ask(standIn, outlets, { Authorization: 'Bearer lsxs_pt_other' });
  const basic = await ask(standIn, outlets, { Authorization: 'Basic bHN4c19wdF9oYW5kOmFwaWtleQ==' });
  one.revokeKey('lsxs_pt_hand');
  const revoked = await ask(standIn, outlets);

  expect(good.status).toBe(200);
  expect([other.status, basic.status, revoked.status]).toEqual([401, 401, 401]);
  expect(await revoked.json()).toEqual({ error: 'Access token is not valid' });
});

test('a request without a User-Agent is refused', async () => {
  const standIn = await start({ world: world() });

  expect(await bareStatus(`${standIn.url}/api/2.0/outlets`)).toBe(403);
});

test('each token sees its own retailer', async () => {
  const other = xWorldOf({ account: { name: 'Other' }, shops: [sydney], keys: ['lsxs_pt_two'] });
  const standIn = await start({ world: [world(), other] });

  const response = await ask(standIn, '/api/2.0/retailer', { Authorization: 'Bearer lsxs_pt_two' });

  expect(await response.json()).toMatchObject({ data: { name: 'Other' } });
});

test('the domain prefix may stand in the path, and another one leads nowhere', async () => {
  const standIn = await start({ world: world(), prefix: 'kiwi' });

  const own = await ask(standIn, '/kiwi/api/2.0/retailer');
  const foreign = await ask(standIn, '/demo/api/2.0/retailer');

  expect(await own.json()).toMatchObject({ data: { domain_prefix: 'kiwi', version: '123456' } });
  expect(foreign.status).toBe(404);
});

test('what does not exist is a 404 that names it, and only GET is possible', async () => {
  const standIn = await start({ world: world() });
  const sale = '/api/2.0/sales/b8ca3a65-0183-11e4-fbb5-39f7fce5e39b';

  expect(await (await ask(standIn, sale)).json()).toEqual({ error: 'sale not found' });
  expect(await (await ask(standIn, '/api/2.0/outlets/x')).json()).toEqual({ error: 'outlet not found' });
  expect((await ask(standIn, '/api/1.0/sales')).status).toBe(404);
  expect((await ask(standIn, '/api/2.0/retailer/1')).status).toBe(404);
  const posted = await fetch(standIn.url + sale, {
    method: 'POST',
    headers: { Authorization: 'Bearer lsxs_pt_hand' },
  });
  expect(posted.status).toBe(405);
});

test('an R-Series world cannot be shown', async () => {
  const starting = startXSeries({ world: worldOf({ shops: [auckland] }), clock: () => june });

  await expect(starting).rejects.toThrow('no X-Series retailer');
});

test('an outlet tells its zone or null, its currency, and when deleted only to who asks for those', async () => {
  const one = xWorldOf({
    shops: [
      { ...auckland, hidesTimeZone: true },
      { ...sydney, currency: { code: 'AUD', symbol: '$' } },
    ],
  });
  one.archiveStore(sydney.shopID, Date.parse('2024-05-01T00:00:00Z'));
  const standIn = await start({ world: one });

  const shown = await (await ask(standIn, '/api/2.0/outlets')).json();
  const all = await (await ask(standIn, '/api/2.0/outlets?deleted=true')).json();
  const deleted = await askOne(standIn, `/api/2026-07/outlets/${sydney.shopID}`);

  expect(shown).toMatchObject({ data: [{ time_zone: null, currency: 'NZD', display_prices: 'inclusive' }] });
  expect(all).toMatchObject({ data: { length: 2 } });
  expect(deleted).toMatchObject({
    time_zone: 'Australia/Sydney',
    currency: 'AUD',
    deleted_at: '2024-05-01T00:00:00+00:00',
  });
});
