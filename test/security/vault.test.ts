import { describe, expect, test } from 'vitest';
import { createVault, VaultError } from '../../src/security/vault.ts';

const key = (id: string, fill: number) => `${id}:${Buffer.alloc(32, fill).toString('base64')}`;
const place = { workspaceId: 'T1', linkId: 'L1' };
const secret = 'a-till-key';

/** The text with one bit of its `part`-th piece (between dots) turned over. */
function flipped(sealed: string, part: number): string {
  const parts = sealed.split('.');
  const bytes = Buffer.from(parts[part] ?? '', 'base64url');
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  parts[part] = bytes.toString('base64url');
  return parts.join('.');
}

describe('a sealed key', () => {
  test('opens where it belongs', async () => {
    const vault = createVault(key('k1', 1));

    expect(await vault.open(await vault.seal(secret, place), place)).toBe(secret);
  });

  test('shows nothing of itself, and is another text each time', async () => {
    const vault = createVault(key('k1', 1));

    const [one, other] = [await vault.seal(secret, place), await vault.seal(secret, place)];

    expect(one).not.toBe(other);
    for (const part of one.split('.'))
      expect(Buffer.from(part, 'base64url').toString('latin1')).not.toContain(secret);
  });

  test.each([
    ['workspace', { workspaceId: 'T2', linkId: 'L1' }],
    ['link', { workspaceId: 'T1', linkId: 'L2' }],
  ])('is refused in another %s', async (_what, elsewhere) => {
    const vault = createVault(key('k1', 1));

    const opening = vault.open(await vault.seal(secret, place), elsewhere);

    await expect(opening).rejects.toThrow(VaultError);
  });

  test.each([
    ['header', 0],
    ['nonce', 2],
    ['text', 3],
    ['tag', 4],
  ])('is refused when a bit of its %s was turned over', async (_what, part) => {
    const vault = createVault(key('k1', 1));

    const opening = vault.open(flipped(await vault.seal(secret, place), part), place);

    await expect(opening).rejects.toThrow(VaultError);
  });

  test.each(['', 'no seal at all', 'a.b.c.d.e', secret])('is no such text as %j', async (text) => {
    await expect(createVault(key('k1', 1)).open(text, place)).rejects.toThrow(VaultError);
  });

  test('is refused when its encryption key is not there, or is another one of that name', async () => {
    const sealed = await createVault(key('k1', 1)).seal(secret, place);

    await expect(createVault(key('k2', 1)).open(sealed, place)).rejects.toThrow(/not in ENCRYPTION_KEYS/);
    await expect(createVault(key('k1', 2)).open(sealed, place)).rejects.toThrow(VaultError);
  });
});

describe('several encryption keys', () => {
  test('all open, and the first one seals', async () => {
    const old = await createVault(key('k1', 1)).seal(secret, place);
    const rotating = createVault(`${key('k2', 2)},${key('k1', 1)}`);

    const fresh = await rotating.seal(secret, place);

    expect(await rotating.open(old, place)).toBe(secret);
    expect(await createVault(key('k2', 2)).open(fresh, place)).toBe(secret);
    await expect(createVault(key('k1', 1)).open(fresh, place)).rejects.toThrow(VaultError);
  });
});

describe('a list of encryption keys that cannot be used', () => {
  const short = Buffer.alloc(16, 9).toString('base64');

  test.each([
    ['is empty', ''],
    ['has no id', Buffer.alloc(32, 9).toString('base64')],
    ['has a short key', `k1:${short}`],
    ['has a bad one among good ones', `${key('k1', 1)},k2:${short}`],
    ['has an id with odd characters', key('k 1', 1)],
    ['has two keys of the same id', `${key('k1', 1)},${key('k1', 2)}`],
  ])('%s: it is refused without being repeated', (_what, list) => {
    let message = '';
    try {
      createVault(list);
    } catch (error) {
      message = error instanceof VaultError ? error.message : '';
    }

    expect(message).toContain('ENCRYPTION_KEYS');
    expect(message).not.toContain(short);
  });
});
