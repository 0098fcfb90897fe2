import { WebClient } from '@slack/web-api';
import manifest from '../manifest.json' with { type: 'json' };
import { acrossWorkspaces } from '../models/wall.ts';
import { contextOf } from '../src/context.ts';
import { openLink } from '../src/lightspeed/open-link.ts';
import { CommandError, type Opened, withEngine } from './open.ts';

interface Finding {
  what: string;
  /** Null: all is well. */
  wrong: string | null;
}

/** `daybook doctor`: looks at settings, database, Slack and every key, and says what is wrong. */
export async function doctor(): Promise<void> {
  await withEngine(async (opened) => {
    const findings = [await database(opened), await slack(opened), ...(await keys(opened))];
    for (const { what, wrong } of findings)
      opened.say(wrong === null ? `ok    ${what}` : `WRONG ${what}: ${wrong}`);
    const bad = findings.filter(({ wrong }) => wrong !== null).length;
    if (bad > 0) throw new CommandError(`${bad} to mend.`);
  });
}

async function database({ engine }: Opened): Promise<Finding> {
  const status = await engine.connection.db?.admin().command({ buildInfo: 1 });
  return { what: `MongoDB ${status?.['version']}, a replica set`, wrong: null };
}

async function slack({ config, credentials }: Opened): Promise<Finding> {
  const what = 'Slack';
  if (!credentials)
    return { what, wrong: 'SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET (or SLACK_APP_TOKEN) are not set' };
  if (credentials.kind === 'many') return { what: 'Slack, for many workspaces', wrong: null };
  const client = new WebClient(credentials.botToken, {
    slackApiUrl: config.slack.apiUrl,
    retryConfig: { retries: 0 },
    timeout: 10_000,
  });
  try {
    const answer = await client.auth.test();
    const granted = answer.response_metadata?.scopes;
    const missing = granted
      ? manifest.oauth_config.scopes.bot.filter((scope) => !granted.includes(scope))
      : [];
    return {
      what: `Slack workspace ${answer.team}`,
      wrong:
        missing.length > 0
          ? `the app lacks ${missing.join(', ')}: install it again from manifest.json`
          : null,
    };
  } catch (error) {
    return { what, wrong: error instanceof Error ? error.message : String(error) };
  }
}

async function keys({ engine }: Opened): Promise<Finding[]> {
  const { models } = engine;
  const links = await models.links.find({ state: { $ne: 'unlinked' } }, null, acrossWorkspaces).lean();
  const findings: Finding[] = [];
  for (const link of links) {
    const workspace = await models.workspaces.findById(link.workspaceId).lean();
    if (!workspace) continue;
    const what = `key of ${link.name}`;
    try {
      const connector = await openLink(contextOf(engine, workspace), link);
      await connector.account();
      findings.push({ what, wrong: null });
    } catch (error) {
      findings.push({
        what,
        wrong: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
      });
    }
  }
  return findings;
}
