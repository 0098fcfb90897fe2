import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HTTPReceiverOptions, Installation, InstallationQuery, InstallationStore } from '@slack/bolt';
import type { Installations } from '../installations/installations.ts';
import type { NewInstallation } from '../installations/keep-installation.ts';
import type { Logger } from '../logger.ts';
import type { ManyWorkspaces } from '../slack-credentials.ts';
import type { WebAnswer } from './bolt.ts';
import { interactiveOptions } from './clients.ts';

/** What a browser asks for that comes back from Slack. */
export interface Visit {
  /** The languages it prefers, best first, such as `nl-NL,nl;q=0.9`; empty when it does not say. */
  languages: string;
}

/** What a person's browser is told of. */
export interface Installed extends Pick<NewInstallation, 'name' | 'enterpriseId' | 'teamId'> {
  appId: string;
}

/** How workspaces install Daybook: what is kept of it, and what the person sees. */
export interface Install {
  installations: Installations;
  /** What Daybook asks to be allowed. */
  scopes: readonly string[];
  /** Where Slack sends the browser back to; undefined: the first address that is registered with Slack. */
  redirectUri: string | undefined;
  /** Throws what makes the installation fail. */
  keep(fresh: NewInstallation): Promise<void>;
  succeeded(installed: Installed, visit: Visit): WebAnswer;
  failed(error: Error, visit: Visit): WebAnswer;
}

/** How long Slack may take to exchange the code, milliseconds: the browser waits. */
const patience = 10_000;

type ReceiverPart = Pick<
  HTTPReceiverOptions,
  | 'clientId'
  | 'clientSecret'
  | 'stateSecret'
  | 'redirectUri'
  | 'scopes'
  | 'installationStore'
  | 'installerOptions'
>;

/**
 * Bolt's installer, which sends a browser to Slack with a state that is signed and bound to that browser by a cookie, and takes
 * it back. Renewing tokens is not left to it: it only does so when an event comes in, and two processes would clash.
 */
export function installerOptions(
  install: Install,
  {
    credentials,
    apiUrl,
    logger,
    realNow = Date.now,
  }: { credentials: ManyWorkspaces; apiUrl: string; logger: Logger; realNow?: () => number },
): ReceiverPart {
  const { clientId, clientSecret, stateSecret } = credentials;
  const { redirectUri, scopes, succeeded, failed } = install;
  return {
    clientId,
    clientSecret,
    stateSecret,
    scopes: [...scopes],
    ...(redirectUri === undefined ? {} : { redirectUri }),
    installationStore: storeOf(install, { logger, realNow }),
    installerOptions: {
      directInstall: true,
      redirectUriPath: '/slack/oauth_redirect',
      authorizationUrl: new URL('/oauth/v2/authorize', apiUrl).href,
      clientOptions: { ...interactiveOptions({ apiUrl, logger }), timeout: patience },
      callbackOptions: {
        success: (installation, _options, request, response) =>
          answer(response, succeeded(doneOf(installation), visitOf(request))),
        failure: (error, _options, request, response) => answer(response, failed(error, visitOf(request))),
      },
    },
  };
}

function storeOf(
  { installations, keep }: Install,
  { logger, realNow }: { logger: Logger; realNow: () => number },
): InstallationStore {
  return {
    storeInstallation: async (installation) => keep(read(installation, realNow())),
    async fetchInstallation(query) {
      try {
        return await asBoltKnowsIt(installations, query);
      } catch (error) {
        // The listeners answer nonetheless, in words, and need no token for that.
        logger.warn({ err: error }, 'the token of a workspace could not be had');
        return nobody(query);
      }
    },
  };
}

async function asBoltKnowsIt(
  installations: Installations,
  query: InstallationQuery<boolean>,
): Promise<Installation> {
  const workspaceId = (query.isEnterpriseInstall ? query.enterpriseId : query.teamId) ?? '';
  const bot = await installations.botOf(workspaceId);
  if (!bot) return nobody(query);
  const { accessToken, botId, botUserId } = bot;
  // Without the refresh token, so that Bolt does not renew it.
  return { ...nobody(query), bot: { token: accessToken, scopes: [], id: botId, userId: botUserId } };
}

/** An installation without a token. */
function nobody({ teamId, enterpriseId }: InstallationQuery<boolean>): Installation {
  return {
    team: teamId === undefined ? undefined : { id: teamId },
    enterprise: enterpriseId === undefined ? undefined : { id: enterpriseId },
    user: { token: undefined, scopes: undefined, id: '' },
  };
}

/** What Slack said, in our words. Throws an Error where it let no bot in. */
function read(installation: Installation, realNow: number): NewInstallation {
  const { bot, team, enterprise, user, isEnterpriseInstall } = installation;
  if (!bot) throw new Error('Slack installed Daybook without its bot.');
  const ofOrg = isEnterpriseInstall === true;
  return {
    enterpriseId: enterprise?.id ?? null,
    teamId: ofOrg ? null : (team?.id ?? null),
    name: (ofOrg ? enterprise?.name : team?.name) ?? team?.id ?? enterprise?.id ?? '',
    installedBy: user.id,
    scopes: bot.scopes,
    botId: bot.id,
    botUserId: bot.userId,
    tokens: { accessToken: bot.token, refreshToken: bot.refreshToken ?? null },
    // Bolt says it by the machine's clock; what counts is how long the token lives from now on.
    livesFor: bot.expiresAt === undefined ? null : bot.expiresAt * 1000 - realNow,
  };
}

function doneOf({ team, enterprise, isEnterpriseInstall, appId }: Installation): Installed {
  const ofOrg = isEnterpriseInstall === true;
  return {
    name: (ofOrg ? enterprise?.name : team?.name) ?? '',
    enterpriseId: enterprise?.id ?? null,
    teamId: ofOrg ? null : (team?.id ?? null),
    appId: appId ?? '',
  };
}

function visitOf({ headers }: IncomingMessage): Visit {
  return { languages: headers['accept-language'] ?? '' };
}

function answer(response: ServerResponse, { status, body, headers = {} }: WebAnswer): void {
  response.writeHead(status, headers);
  response.end(body);
}
