import { type Config, SettingsError } from './config.ts';

/** One workspace, whose bot token the operator gave. */
export interface OwnWorkspace {
  kind: 'one';
  botToken: string;
  transport: { kind: 'http'; signingSecret: string } | { kind: 'socket'; appToken: string };
}

/** Any number of workspaces, each of which installs Daybook from its browser. */
export interface ManyWorkspaces {
  kind: 'many';
  clientId: string;
  clientSecret: string;
  /** Signs the state that goes with a person to Slack and back. */
  stateSecret: string;
  transport: { kind: 'http'; signingSecret: string };
}

/** What talking to Slack needs. */
export type SlackCredentials = OwnWorkspace | ManyWorkspaces;

type SlackSettings = Config['slack'];

/**
 * The settings for one workspace, or for many. Throws a SettingsError that names what is missing, or that the two are mixed.
 */
export function slackCredentials({ slack }: Config): SlackCredentials {
  const isMany = [slack.clientId, slack.clientSecret, slack.stateSecret].some(
    (setting) => setting !== undefined,
  );
  return isMany ? manyWorkspaces(slack) : ownWorkspace(slack);
}

function manyWorkspaces(slack: SlackSettings): ManyWorkspaces {
  const { clientId, clientSecret, stateSecret, signingSecret, botToken, appToken } = slack;
  const mixed = [botToken ? ['SLACK_BOT_TOKEN'] : [], appToken ? ['SLACK_APP_TOKEN'] : []].flat();
  if (mixed.length > 0) {
    throw new SettingsError(
      `The settings for one workspace (${mixed.join(', ')}) and those for many (SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, SLACK_STATE_SECRET) are mixed.\nFor one workspace leave those three out; for many leave out ${mixed.join(' and ')}: every workspace gets a token of its own when it installs Daybook, and Socket Mode is for one workspace.`,
    );
  }
  if (clientId && clientSecret && stateSecret && signingSecret) {
    return { kind: 'many', clientId, clientSecret, stateSecret, transport: { kind: 'http', signingSecret } };
  }
  throw missing('Workspaces cannot install Daybook yet', [
    clientId ? [] : ['SLACK_CLIENT_ID (on the app\'s page "Basic Information")'],
    clientSecret ? [] : ['SLACK_CLIENT_SECRET (on the same page)'],
    stateSecret ? [] : ['SLACK_STATE_SECRET (any long random text of your own)'],
    signingSecret ? [] : ['SLACK_SIGNING_SECRET (on the page "Basic Information")'],
  ]);
}

function ownWorkspace({ botToken, appToken, signingSecret }: SlackSettings): OwnWorkspace {
  if (botToken?.startsWith('xoxe.')) {
    throw new SettingsError(
      'SLACK_BOT_TOKEN ends within twelve hours, because token rotation is on for this app (it begins with xoxe.). ' +
        'Use an app without token rotation, or the settings for many workspaces: SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, SLACK_STATE_SECRET, SLACK_SIGNING_SECRET.',
    );
  }
  if (botToken && appToken) return { kind: 'one', botToken, transport: { kind: 'socket', appToken } };
  if (botToken && signingSecret) return { kind: 'one', botToken, transport: { kind: 'http', signingSecret } };
  throw missing('Daybook cannot reach Slack yet', [
    botToken ? [] : ['SLACK_BOT_TOKEN (the app\'s "Bot User OAuth Token", xoxb-...)'],
    appToken || signingSecret
      ? []
      : ['SLACK_SIGNING_SECRET (for HTTP), or SLACK_APP_TOKEN (for Socket Mode)'],
  ]);
}

function missing(why: string, names: string[][]): SettingsError {
  const lines = names.flat().map((line) => `  ${line}`);
  return new SettingsError(
    `${why}. Missing:\n${lines.join('\n')}\nPut them in .env (see .env.example), or try \`npm run demo\`, which needs none.`,
  );
}
