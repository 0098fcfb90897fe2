import { createHash, randomBytes } from 'node:crypto';
import type { Series } from '../../../models/link.ts';
import type { Context } from '../../context.ts';

/** How long the page is good, milliseconds. */
const pageLasts = 10 * 60_000;

/** What a page takes a key for. */
export interface KeyPurpose {
  series: Series;
  /** Of the link that gets a new key. */
  prefix?: string | undefined;
  account?: string | undefined;
}

/**
 * The address of a page on which a person enters a key that never passes through Slack: good once, for ten minutes, and for
 * this person and workspace only. Undefined where browsers cannot reach Daybook.
 */
export async function beginKeyPage(
  { models, workspace, keyPageAddress, clock }: Context,
  { userId, series, prefix, account }: { userId: string } & KeyPurpose,
): Promise<string | undefined> {
  if (keyPageAddress === undefined) return undefined;
  const token = randomBytes(32).toString('base64url');
  await models.keyPages.create({
    _id: hashOfToken(token),
    workspaceId: workspace._id,
    userId,
    series,
    prefix: prefix ?? null,
    account: account ?? null,
    tries: 0,
    heldUntil: null,
    expiresAt: new Date(clock() + pageLasts),
  });
  return `${keyPageAddress}?token=${token}`;
}

/** Under which name a token is kept. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Where the pages are; undefined where nobody reaches Daybook, or what is typed would travel in the open. */
export function keyPageAddressOf(publicUrl: string | undefined): string | undefined {
  if (publicUrl === undefined) return undefined;
  const { protocol, hostname } = new URL(publicUrl);
  const stays = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return protocol === 'https:' || stays ? `${publicUrl}/lightspeed/key` : undefined;
}
