import { botToken, type SlackStub, signingSecret } from './slack-stub.ts';

/** 32 bytes that protect nothing. */
export const encryptionKeys = `k1:${Buffer.alloc(32, 1).toString('base64')}`;

export interface Surroundings {
  slack: SlackStub;
  uri: string;
  dataDir: string;
  role: 'all' | 'web' | 'worker';
  /** Where R-Series is. */
  till?: string;
}

/** The environment of a Daybook that is measured; it says on its first lines which port it took. */
export function settingsFor({ slack, uri, dataDir, role, till }: Surroundings): Record<string, string> {
  return {
    SLACK_BOT_TOKEN: botToken,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: `${slack.url}/api/`,
    MONGODB_URI: uri,
    ENCRYPTION_KEYS: encryptionKeys,
    DAYBOOK_DATA_DIR: dataDir,
    DAYBOOK_ROLE: role,
    PORT: '0',
    LOG_LEVEL: 'info',
    ...(till === undefined ? {} : { LIGHTSPEED_R_URL: till }),
  };
}

/** The same for a Daybook that any workspace may install; the Slack it talks to is another one. */
export function manyWorkspaces({
  limitedSlack,
  ...around
}: Surroundings & { limitedSlack: string }): Record<string, string> {
  const { SLACK_BOT_TOKEN: _one, ...settings } = settingsFor(around);
  return {
    ...settings,
    SLACK_API_URL: `${limitedSlack}/api/`,
    SLACK_CLIENT_ID: '1.2',
    SLACK_CLIENT_SECRET: 'bench-client-secret',
    SLACK_STATE_SECRET: 'bench-state-secret',
  };
}
