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
