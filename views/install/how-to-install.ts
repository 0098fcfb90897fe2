import manifest from '../../manifest.json' with { type: 'json' };
import type { Config } from '../../src/config.ts';
import type { Context, Engine } from '../../src/context.ts';
import { welcome } from '../../src/first-minute/welcome.ts';
import { keepInstallation } from '../../src/installations/keep-installation.ts';
import type { Install } from '../../src/slack/installer.ts';
import { troubleNumber } from '../../src/trace.ts';
import { adoptLanguage } from '../../src/workspaces.ts';
import { installedPage, notInstalledPage } from './page.ts';

/** How workspaces install Daybook; undefined where one workspace's bot token is a setting. */
export function howToInstall(engine: Engine, { publicUrl }: Pick<Config, 'publicUrl'>): Install | undefined {
  const { installations, inFlight, logger } = engine;
  if (!installations) return undefined;
  return {
    installations,
    scopes: manifest.oauth_config.scopes.bot,
    redirectUri: publicUrl && `${publicUrl}/slack/oauth_redirect`,
    async keep(fresh) {
      const context = await keepInstallation(engine, fresh);
      inFlight.track(greetInstaller(context, fresh.installedBy));
    },
    succeeded: installedPage,
    failed(error, visit) {
      const errorId = troubleNumber(engine);
      logger.warn({ err: error, errorId }, 'Daybook could not be installed');
      return notInstalledPage(error, { visit, errorId, begin: installations.address ?? '/slack/install' });
    },
  };
}

/** Daybook is installed whether or not the person can be told in Slack: the page says so too. */
async function greetInstaller(context: Context, userId: string): Promise<void> {
  try {
    await adoptLanguage(context, userId);
    await welcome(context, { userId });
  } catch (error) {
    context.logger.error({ err: error, userId }, 'who installed Daybook could not be welcomed');
  }
}
