import { CompactEncrypt, compactDecrypt, decodeProtectedHeader } from 'jose';

/** Where a secret belongs; it opens nowhere else. */
export interface VaultPlace {
  workspaceId: string;
  linkId: string;
}

/** Keeps the keys to people's tills: encrypted with the first key, opened with any. */
export interface Vault {
  seal(secret: string, place: VaultPlace): Promise<string>;
  /** Throws a VaultError when the text was made elsewhere, changed, or its key is gone. */
  open(sealed: string, place: VaultPlace): Promise<string>;
  /** Whether a text was sealed with the first key. */
  isCurrent(sealed: string): boolean;
}

/** A secret could not be opened: the encryption keys differ from those it was kept with, or it was tampered with. */
export class VaultError extends Error {
  override readonly name = 'VaultError' as const;
}

/**
 * A vault over `id:base64[,id:base64]` (32-byte keys). Compact JWE, `dir` with A256GCM; the place is sealed in with the
 * secret and compared on opening. Throws a VaultError for a key list that cannot be used, without repeating it.
 */
export function createVault(encryptionKeys: string): Vault {
  const keys = parseKeys(encryptionKeys);
  const [first] = keys;
  if (!first) throw new VaultError('ENCRYPTION_KEYS holds no key');
  const [firstId, firstKey] = first;
  const byId = new Map(keys);
  // Sealed with one and opened with the other, nothing would ever open again.
  if (byId.size < keys.length)
    throw new VaultError('ENCRYPTION_KEYS holds two keys of the same id: give each its own');

  return {
    seal: (secret, place) =>
      new CompactEncrypt(new TextEncoder().encode(JSON.stringify({ ...placeOf(place), secret })))
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: firstId })
        .encrypt(firstKey),
    async open(sealed, place) {
      const content = await decrypt(sealed, byId);
      const { workspaceId, linkId, secret } = content;
      if (workspaceId !== place.workspaceId || linkId !== place.linkId || typeof secret !== 'string') {
        throw new VaultError('the stored key belongs to another link');
      }
      return secret;
    },
    isCurrent: (sealed) => decodeProtectedHeader(sealed).kid === firstId,
  };
}

function placeOf({ workspaceId, linkId }: VaultPlace): VaultPlace {
  return { workspaceId, linkId };
}

async function decrypt(sealed: string, keys: Map<string, Uint8Array>): Promise<Record<string, unknown>> {
  try {
    const key = keys.get(decodeProtectedHeader(sealed).kid ?? '');
    if (!key) throw new VaultError('the stored key was encrypted with a key that is not in ENCRYPTION_KEYS');
    const { plaintext } = await compactDecrypt(sealed, key, {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    return JSON.parse(new TextDecoder().decode(plaintext));
  } catch (error) {
    if (error instanceof VaultError) throw error;
    throw new VaultError('the stored key cannot be opened', { cause: error });
  }
}

function parseKeys(text: string): [string, Uint8Array][] {
  return text.split(',').map((part) => {
    const [id = '', encoded = ''] = part.trim().split(/:(.*)/s);
    const key = Buffer.from(encoded, 'base64');
    if (!/^[\w-]{1,64}$/.test(id) || key.length !== 32) {
      throw new VaultError('ENCRYPTION_KEYS must read id:base64[,id:base64], each key 32 bytes in base64');
    }
    return [id, new Uint8Array(key)];
  });
}
