import type { Installation } from '../../models/installation.ts';
import type { Logger } from '../logger.ts';
import { InstallationLostError } from '../slack/oauth.ts';
import { outlives, type Renewing, renewTokens } from './renew-tokens.ts';
import { openTokens } from './tokens.ts';

/** Daybook in one workspace, as Slack knows it. */
export interface InstalledBot {
  accessToken: string;
  botId: string;
  botUserId: string;
  /** Of a whole organisation. */
  isOrgWide: boolean;
}

/** The workspaces that installed Daybook, and their tokens. */
export interface Installations {
  /** Where people install Daybook from their browser; undefined where PUBLIC_URL is not set. */
  address: string | undefined;
  /**
   * The bot of a workspace, with a token that is good for now; undefined where Daybook is not installed. Throws an
   * InstallationLostError, a DeliveryError or a VaultError when there is none, and what the database throws.
   */
  botOf(workspaceId: string): Promise<InstalledBot | undefined>;
  /** Renews a workspace's tokens well before their end. Throws as `botOf` does. */
  renewEarly(workspaceId: string): Promise<void>;
  /** After a change of an installation by this process. */
  forget(workspaceId: string): void;
}

/** How long an installation is believed to be as it was, milliseconds of the machine's clock. */
const believed = 60_000;

/** A token this close to its end is renewed before it is used, milliseconds. */
const margin = 60_000;

/** Tokens live twelve hours; with three left they are renewed by ourselves, so that no person ever waits for it. */
export const early = 3 * 3_600_000;

interface Known {
  bot: InstalledBot;
  expiresAt: Date | null;
  until: number;
}

export function createInstallations(
  renewing: Renewing,
  { logger, address }: { logger: Logger; address: string | undefined },
): Installations {
  const known = new Map<string, Known>();
  const note = async (installation: Installation): Promise<Known> => {
    const { accessToken } = await openTokens(renewing, installation);
    const { workspaceId, botId, botUserId, teamId, expiresAt } = installation;
    const bot = { accessToken, botId, botUserId, isOrgWide: teamId === null };
    const fresh = { bot, expiresAt, until: performance.now() + believed };
    known.set(workspaceId, fresh);
    return fresh;
  };
  const look = async (workspaceId: string): Promise<InstalledBot | undefined> => {
    const until = renewing.clock() + margin;
    const kept = await renewing.models.installations.findOne({ workspaceId }).lean();
    if (!kept) {
      known.delete(workspaceId);
      return undefined;
    }
    if (outlives(kept, until)) return (await note(kept)).bot;
    const renewed = await renewTokens(renewing, { workspaceId, until });
    return renewed && (await note(renewed)).bot;
  };

  return {
    address,
    async botOf(workspaceId) {
      const before = known.get(workspaceId);
      const lives = before && outlives(before, renewing.clock() + margin) ? before : undefined;
      if (lives && lives.until > performance.now()) return lives.bot;
      try {
        return await look(workspaceId);
      } catch (error) {
        if (!lives || error instanceof InstallationLostError) throw error;
        // A database that is gone must not make Daybook dumb: the token of a minute ago still speaks.
        logger.debug({ err: error, workspaceId }, 'an installation could not be looked up');
        return lives.bot;
      }
    },
    async renewEarly(workspaceId) {
      const renewed = await renewTokens(renewing, { workspaceId, until: renewing.clock() + early });
      if (renewed) await note(renewed);
    },
    forget: (workspaceId) => {
      known.delete(workspaceId);
    },
  };
}
