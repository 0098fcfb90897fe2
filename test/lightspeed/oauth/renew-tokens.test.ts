import { describe, expect, test } from 'vitest';
import { contextOf, type Engine } from '../../../src/context.ts';
import { endLink } from '../../../src/lightspeed/end-link.ts';
import { exchange } from '../../../src/lightspeed/http/exchange.ts';
import { linkAccount } from '../../../src/lightspeed/link-account.ts';
import { openLink } from '../../../src/lightspeed/open-link.ts';
import { createConnect } from '../../../src/lightspeed/till.ts';
import { type Bench, workspaceId } from '../../support/engine.ts';
import { manager } from '../../support/shop.ts';
import { keptTokens, linkedByConsent, startOAuthBench, tokenRequests } from './consent.ts';

const linkNow = async ({ engine }: Bench, linkId: string) => {
  const link = await engine.models.links.findOne({ workspaceId, _id: linkId }).lean();
  if (!link) throw new Error('no link');
  return link;
};

async function readStores(bench: Bench, linkId: string, engine: Engine = bench.engine) {
  const context = contextOf(engine, (await bench.context()).workspace);
  const connector = await openLink(context, await linkNow(bench, linkId));
  return connector.stores();
}

describe('an access token', () => {
  test('is used until its end, and then renewed', async () => {
    const bench = await startOAuthBench();
    const { link, tokens } = await linkedByConsent(bench);

    await readStores(bench, link._id);
    const before = tokenRequests(bench);
    bench.clock.pass(3_600_000);
    await readStores(bench, link._id);

    const kept = await keptTokens(bench, link._id);
    expect(before).toBe(0);
    expect(tokenRequests(bench)).toBe(1);
    expect(kept.accessToken).not.toBe(tokens.accessToken);
    expect(kept.refreshToken).not.toBe(tokens.refreshToken);
    expect((await linkNow(bench, link._id)).renewedAt).toEqual(new Date(bench.clock.now()));
  });

  test('that is refused before its end is renewed once, and the request goes through', async () => {
    const bench = await startOAuthBench();
    const { link } = await linkedByConsent(bench);
    bench.lightspeed.faults.add({ kind: 'unauthorized', path: 'Shop.json' });

    const stores = await readStores(bench, link._id);

    expect(stores).toHaveLength(1);
    expect(tokenRequests(bench)).toBe(1);
  });

  test('is first used when it and its refresh token are kept', async () => {
    const bench = await startOAuthBench();
    const { link } = await linkedByConsent(bench);
    bench.clock.pass(3_600_000);
    const usedBeforeKept: string[] = [];
    const watched: Engine = {
      ...bench.engine,
      connect: createConnect({
        rUrl: bench.lightspeed.url,
        xUrl: bench.lightspeed.url,
        exchange: async (request) => {
          const sent = request.headers['authorization'] ?? '';
          if (sent !== `Bearer ${(await keptTokens(bench, link._id)).accessToken}`) usedBeforeKept.push(sent);
          return exchange(request);
        },
      }),
    };

    await readStores(bench, link._id, watched);

    expect(usedBeforeKept).toEqual([]);
    expect(tokenRequests(bench)).toBe(1);
  });
});

describe('a renewal', () => {
  test('happens once when two processes need it at the same time', async () => {
    const bench = await startOAuthBench();
    const { link } = await linkedByConsent(bench);
    const other = await bench.anotherEngine();
    bench.clock.pass(3_600_000);

    const read = await Promise.all([
      readStores(bench, link._id),
      readStores(bench, link._id, other),
      readStores(bench, link._id),
    ]);

    expect(read.map((stores) => stores.length)).toEqual([1, 1, 1]);
    expect(tokenRequests(bench)).toBe(1);
  });

  test('whose answer is lost is asked for again with the old refresh token', async () => {
    const bench = await startOAuthBench();
    const { link } = await linkedByConsent(bench);
    bench.clock.pass(3_600_000);
    bench.lightspeed.faults.add({ kind: 'drop', path: '/token' });

    const stores = await readStores(bench, link._id);

    expect(stores).toHaveLength(1);
    expect(tokenRequests(bench)).toBe(2);
  });

  test('of a process that died is done by another one once the lease is over', async () => {
    const bench = await startOAuthBench();
    const { link } = await linkedByConsent(bench);
    bench.clock.pass(3_600_000);
    await bench.engine.models.links.updateOne(
      { workspaceId, _id: link._id },
      { $set: { 'renewal.until': new Date(bench.clock.now() + 45_000) } },
    );

    bench.clock.pass(45_000);
    const stores = await readStores(bench, link._id);

    expect(stores).toHaveLength(1);
  });

  test('under way does not overwrite a key that a person gives meanwhile', async () => {
    const bench = await startOAuthBench();
    const { link } = await linkedByConsent(bench);
    bench.clock.pass(3_600_000);
    bench.lightspeed.faults.add({ kind: 'slow', path: '/token', ms: 400 });

    const reading = readStores(bench, link._id).catch((error) => error.name);
    await new Promise((resolve) => setTimeout(resolve, 150));
    await linkAccount(await bench.context(), { key: 'key-1', userId: manager, deadline: 5_000 });

    expect(await reading).toBe('KeyRefusedError');
    const now = await linkNow(bench, link._id);
    expect(now.credential).toBe('key');
    expect(await bench.engine.vault.open(now.key ?? '', { workspaceId, linkId: link._id })).toBe('key-1');
  });
});

describe('a night', () => {
  test('after a lost consent tells the linker so, and the link is refused', async () => {
    const bench = await startOAuthBench();
    const { link } = await linkedByConsent(bench);
    bench.lightspeed.oauth.revokeConsent();

    await bench.runAt('2025-11-14T03:00:30+01:00');

    expect((await linkNow(bench, link._id)).state).toBe('refused');
    expect(bench.delivery.inChannel(manager).map(({ text }) => text)).toEqual(['key refused Blad & Boon']);
  });

  test('while the authorization server is down waits, and the link is not refused', async () => {
    const bench = await startOAuthBench();
    const { link } = await linkedByConsent(bench);
    bench.lightspeed.faults.add({ kind: 'unavailable', path: '/token', times: 'always' });

    await bench.runAt('2025-11-14T03:00:30+01:00');

    const now = await linkNow(bench, link._id);
    expect([now.state, now.troubleSince]).toEqual(['active', new Date(bench.clock.now())]);
    expect(bench.delivery.messages).toEqual([]);
  });

  test('that Lightspeed refuses because of our own client id does not blame the shop', async () => {
    const bench = await startOAuthBench();
    const { link } = await linkedByConsent(bench);
    bench.lightspeed.faults.add({ kind: 'unauthorized', path: '/token', times: 'always' });

    await bench.runAt('2025-11-14T03:00:30+01:00');

    expect((await linkNow(bench, link._id)).state).toBe('active');
  });
});

test('a consent is given back when its account is unlinked', async () => {
  const bench = await startOAuthBench();
  const { link, tokens } = await linkedByConsent(bench);

  await endLink(await bench.context(), { linkId: link._id, userId: manager });

  expect(bench.lightspeed.requests.at(-1)).toMatchObject({ path: '/auth/oauth/revoke', status: 200 });
  await expect(bench.engine.oauth?.renew(tokens.refreshToken)).rejects.toThrow('no longer knows');
});
