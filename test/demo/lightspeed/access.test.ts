import { expect, test } from 'vitest';
import { worldOf } from '../../../demo/lightspeed/world.ts';
import { amsterdam, ask, basic, salesPath, start } from './support.ts';

const world = () => worldOf({ shops: [amsterdam] });

test('a key opens its account as Basic with the password apikey, and as a bearer token', async () => {
  const standIn = await start({ world: world() });

  expect((await ask(standIn, salesPath())).status).toBe(200);
  expect((await ask(standIn, salesPath(), { Authorization: 'Bearer key-1' })).status).toBe(200);
  expect((await ask(standIn, salesPath(), { Authorization: basic('key-1', 'secret') })).status).toBe(401);
});

test('a wrong key gets the recorded 401 and its challenge', async () => {
  const standIn = await start({ world: world() });

  const response = await ask(standIn, salesPath(), { Authorization: basic('other') });

  expect(response.status).toBe(401);
  expect(response.headers.get('www-authenticate')).toBe('Basic realm="MerchantOS API"');
  expect(response.headers.get('content-type')).toContain('application/json');
  expect(await response.json()).toMatchObject({ errorClass: 'BadAuthenticationRequestError' });
});

test('a revoked key is refused from then on, in the words of its scheme', async () => {
  const one = world();
  const standIn = await start({ world: one });
  one.revokeKey('key-1');

  const asKey = await ask(standIn, salesPath());
  const asToken = await ask(standIn, salesPath(), { Authorization: 'Bearer key-1' });

  expect(asKey.status).toBe(401);
  expect(asToken.status).toBe(401);
  expect(await asToken.json()).toMatchObject({ hint: 'Access token has been revoked' });
});

test('each key sees its own account and no other', async () => {
  const other = worldOf({ account: { accountID: '7' }, shops: [amsterdam], keys: ['key-2'] });
  const standIn = await start({ world: [world(), other] });

  const own = await ask(standIn, '/API/V3/Account/7/Shop.json', { Authorization: basic('key-2') });
  const foreign = await ask(standIn, '/API/V3/Account/7/Shop.json');

  expect(own.status).toBe(200);
  expect(foreign.status).toBe(403);
});

test('what does not exist is a 404 with JSON that calls itself HTML', async () => {
  const standIn = await start({ world: world() });

  const sale = await ask(standIn, '/API/V3/Account/83050/Sale/2.json');
  const address = await ask(standIn, '/API/Account/83050/Sale.json');

  expect(sale.status).toBe(404);
  expect(sale.headers.get('content-type')).toContain('text/html');
  expect(await sale.json()).toMatchObject({
    message: "Object of type 'Sale' not found with primary ID '2'.",
  });
  expect(address.status).toBe(404);
});

test('nothing can be written', async () => {
  const standIn = await start({ world: world() });

  const response = await fetch(standIn.url + salesPath(), {
    method: 'POST',
    headers: { Authorization: basic() },
  });

  expect(response.status).toBe(405);
});
