import { expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world.ts';
import { keepInstallation } from '../../src/installations/keep-installation.ts';
import { openTokens } from '../../src/installations/tokens.ts';
import { rotateKeys } from '../../src/security/rotate-keys.ts';
import { createVault, VaultError } from '../../src/security/vault.ts';
import { encryptionKeys, startBench, workspaceId } from '../support/engine.ts';
import { amsterdam, setUpShop } from '../support/shop.ts';

const newKey = `k2:${Buffer.alloc(32, 8).toString('base64')}`;

test('after a rotation the new key alone opens what is stored', async () => {
  const bench = await startBench({ world: worldOf({ shops: [amsterdam] }), at: '2024-06-03T10:00:00+02:00' });
  const { link } = await setUpShop(bench);
  const place = { workspaceId, linkId: link._id };

  const count = await rotateKeys({ ...bench.engine, vault: createVault(`${newKey},${encryptionKeys}`) });

  const kept = await bench.engine.models.links.findOne({ workspaceId }).lean();
  expect(count).toBe(1);
  expect(await createVault(newKey).open(kept?.key ?? '', place)).toBe('key-1');
  await expect(bench.engine.vault.open(kept?.key ?? '', place)).rejects.toThrow(VaultError);
});

test('without the old key nothing is changed', async () => {
  const bench = await startBench({ world: worldOf({ shops: [amsterdam] }), at: '2024-06-03T10:00:00+02:00' });
  const { link } = await setUpShop(bench);

  const rotating = rotateKeys({ ...bench.engine, vault: createVault(newKey) });

  await expect(rotating).rejects.toThrow(VaultError);
  expect(await bench.engine.models.links.findOne({ workspaceId }).lean()).toMatchObject({ key: link.key });
});

test('a key that cannot be opened is said, and keeps no other one from being rotated', async () => {
  const bench = await startBench({ world: worldOf({ shops: [amsterdam] }), at: '2024-06-03T10:00:00+02:00' });
  const { link } = await setUpShop(bench);
  const { links } = bench.engine.models;
  const lost = { ...link, _id: '0 before all others', accountId: 'another' };
  await links.create({
    ...lost,
    key: await createVault(newKey.replace('k2', 'k0')).seal('key-0', { workspaceId, linkId: lost._id }),
  });

  const rotating = rotateKeys({ ...bench.engine, vault: createVault(`${newKey},${encryptionKeys}`) });

  await expect(rotating).rejects.toThrow('1 of 2 stored keys cannot be opened');
  const kept = await links.findOne({ workspaceId, _id: link._id }).lean();
  expect(await createVault(newKey).open(kept?.key ?? '', { workspaceId, linkId: link._id })).toBe('key-1');
});

test('the Slack tokens of workspaces are rotated, too', async () => {
  const bench = await startBench({ world: worldOf({ shops: [] }), at: '2024-06-03T10:00:00+02:00' });
  await keepInstallation(bench.engine, {
    enterpriseId: null,
    teamId: workspaceId,
    name: 'Corner Shops',
    installedBy: 'U1',
    scopes: [],
    botId: 'B1',
    botUserId: 'UB',
    tokens: { accessToken: 'xoxb-1', refreshToken: null },
    livesFor: null,
  });

  await rotateKeys({ ...bench.engine, vault: createVault(`${newKey},${encryptionKeys}`) });

  const kept = await bench.engine.models.installations.findOne({ workspaceId }).lean();
  const opened = await openTokens(
    { vault: createVault(newKey) },
    { workspaceId, tokens: kept?.tokens ?? '' },
  );
  expect(opened).toEqual({ accessToken: 'xoxb-1', refreshToken: null });
});

test('a key that was given while the rotation went on is neither lost nor put back', async () => {
  const bench = await startBench({ world: worldOf({ shops: [amsterdam] }), at: '2024-06-03T10:00:00+02:00' });
  const { link } = await setUpShop(bench);
  const place = { workspaceId, linkId: link._id };
  const vault = createVault(`${newKey},${encryptionKeys}`);
  const links = bench.engine.models.links;
  // The app gives the link another key between the look at it and the writing.
  const meanwhile = {
    ...vault,
    async seal(secret: string, at: typeof place) {
      await links.updateOne({ workspaceId, _id: link._id }, { key: await vault.seal('key-2', place) });
      return vault.seal(secret, at);
    },
  };

  await rotateKeys({ ...bench.engine, vault: meanwhile });

  const kept = await links.findOne({ workspaceId }).lean();
  expect(await vault.open(kept?.key ?? '', place)).toBe('key-2');
});

test('the stored key of one link opens neither another link nor another workspace', async () => {
  const bench = await startBench({ world: worldOf({ shops: [amsterdam] }), at: '2024-06-03T10:00:00+02:00' });
  const { link } = await setUpShop(bench);
  const sealed = link.key ?? '';

  for (const other of [
    { workspaceId, linkId: 'another' },
    { workspaceId: 'T2', linkId: link._id },
  ]) {
    await expect(bench.engine.vault.open(sealed, other)).rejects.toThrow(VaultError);
  }
});
