import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether two secrets are the same; how long it takes tells nothing of where they differ. */
export function isSameSecret(one: string, other: string): boolean {
  return timingSafeEqual(digestOf(one), digestOf(other));
}

function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Whether a header `Authorization: Bearer …` brings that token. */
export function bringsToken(authorization: string | undefined, token: string): boolean {
  const [, brought] = /^Bearer +(\S+)$/i.exec(authorization ?? '') ?? [];
  return brought !== undefined && isSameSecret(brought, token);
}
