import { type Config, SettingsError } from '../../src/config.ts';
import { slackCredentials } from '../../src/slack-credentials.ts';
import { type Found, fault, ok, warning } from './finding.ts';

/** Whether the settings are whole and fit together. */
export function settingsFindings(config: Config): Found[] {
  return [credentials(config), ...keys(config), ...address(config)];
}

function credentials(config: Config): Found {
  try {
    const { kind, transport } = slackCredentials(config);
    const way = transport.kind === 'socket' ? 'Socket Mode' : 'HTTP';
    return ok(`settings for Slack: ${kind === 'one' ? 'one workspace' : 'many workspaces'}, over ${way}`);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return fault('settings for Slack', {
      wrong: error.message,
      next: 'Put what is missing in .env (see .env.example).',
    });
  }
}

function keys({ mongodbUri, encryptionKeys }: Config): Found[] {
  if (mongodbUri === undefined || encryptionKeys !== undefined) return [];
  return [
    warning('settings for encryption', {
      wrong:
        'the database is shared (MONGODB_URI) but its encryption key is in the data folder of this machine only',
      next: "Set ENCRYPTION_KEYS to what is in that folder's file encryption-keys, for every process.",
    }),
  ];
}

function address({ publicUrl }: Config): Found[] {
  if (publicUrl === undefined || publicUrl.startsWith('https:')) return [];
  const { hostname } = new URL(publicUrl);
  if (hostname === 'localhost' || hostname === '127.0.0.1') return [];
  return [
    warning('PUBLIC_URL', {
      wrong: 'browsers reach Daybook without encryption (http:)',
      next: 'Put a proxy with a certificate in front, and set PUBLIC_URL to its https:// address.',
    }),
  ];
}
