import { z } from 'zod';
import type { Installation } from '../../models/installation.ts';
import type { Engine } from '../context.ts';

/** What the vault keeps of an installation. */
export interface BotTokens {
  accessToken: string;
  /** Null where tokens are not rotated. */
  refreshToken: string | null;
}

const stored = z.object({ accessToken: z.string(), refreshToken: z.string().nullable() });

/** Where the tokens of a workspace belong in the vault: they open nowhere else. */
export function placeOfTokens(workspaceId: string): { workspaceId: string; linkId: string } {
  return { workspaceId, linkId: 'slack' };
}

export function sealTokens(
  { vault }: Pick<Engine, 'vault'>,
  workspaceId: string,
  tokens: BotTokens,
): Promise<string> {
  return vault.seal(JSON.stringify(tokens), placeOfTokens(workspaceId));
}

/** Throws a VaultError when they were kept for another workspace, or with a key that is gone. */
export async function openTokens(
  { vault }: Pick<Engine, 'vault'>,
  { workspaceId, tokens }: Pick<Installation, 'workspaceId' | 'tokens'>,
): Promise<BotTokens> {
  return stored.parse(JSON.parse(await vault.open(tokens, placeOfTokens(workspaceId))));
}
