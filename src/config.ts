import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { z } from 'zod';

const url = z
  .url('must be a URL, such as https://daybook.example.com')
  .transform((text) => text.replace(/\/+$/, ''));

/** A URL that may hold `{prefix}`. */
const template = z
  .string()
  .refine(
    (text) => URL.canParse(text.replaceAll('{prefix}', 'prefix')),
    'must be a URL, with {prefix} where the domain prefix goes',
  )
  .transform((text) => text.replace(/\/+$/, ''));

/** What guards a page: too long to be guessed. */
const token = z.string().regex(/^[\x21-\x7e]{16,}$/, 'must be 16 characters or more, without spaces');

const portIs = 'must be a whole number from 0 to 65535';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const schema = z.object({
  SLACK_BOT_TOKEN: z.string().min(1).optional(),
  SLACK_SIGNING_SECRET: z.string().min(1).optional(),
  SLACK_APP_TOKEN: z.string().min(1).optional(),
  SLACK_CLIENT_ID: z.string().min(1).optional(),
  SLACK_CLIENT_SECRET: z.string().min(1).optional(),
  SLACK_STATE_SECRET: z.string().min(1).optional(),
  SLACK_API_URL: url.default('https://slack.com/api'),
  LIGHTSPEED_R_URL: url.default('https://api.lightspeedapp.com'),
  LIGHTSPEED_R_AUTH_URL: url.default('https://cloud.lightspeedapp.com'),
  LIGHTSPEED_R_CLIENT_ID: z.string().min(1).optional(),
  LIGHTSPEED_R_CLIENT_SECRET: z.string().min(1).optional(),
  LIGHTSPEED_X_URL: template.default('https://{prefix}.retail.lightspeed.app'),
  PUBLIC_URL: url.optional(),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, 'must begin with mongodb://')
    .optional(),
  ENCRYPTION_KEYS: z.string().min(1).optional(),
  DAYBOOK_DATA_DIR: z.string().min(1).default('./data'),
  DAYBOOK_ROLE: z.enum(['web', 'worker', 'all'], 'must be web, worker or all').default('all'),
  PORT: z.coerce.number(portIs).int(portIs).min(0, portIs).max(65_535, portIs).default(3000),
  METRICS_TOKEN: token.optional(),
  JOBS_TOKEN: token.optional(),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
});

/** Everything the environment says, once. */
export interface Config {
  slack: {
    /** Ends with a slash, as Slack's client wants it. */
    apiUrl: string;
    botToken: string | undefined;
    signingSecret: string | undefined;
    /** Present: Socket Mode. */
    appToken: string | undefined;
    /** These three: any number of workspaces install Daybook. */
    clientId: string | undefined;
    clientSecret: string | undefined;
    stateSecret: string | undefined;
  };
  lightspeed: {
    rUrl: string;
    /** Holds `{prefix}`, where an account's domain prefix goes. */
    xUrl: string;
    /** R-Series OAuth; absent: API keys only. */
    oauth: { authUrl: string; clientId: string; clientSecret: string | undefined } | undefined;
  };
  /** Where people's browsers reach this process. */
  publicUrl: string | undefined;
  /** Absent: the embedded server. */
  mongodbUri: string | undefined;
  /** `id:base64[,id:base64]`; absent: a key file in the data folder. */
  encryptionKeys: string | undefined;
  dataDir: string;
  role: 'web' | 'worker' | 'all';
  port: number;
  /** Whoever reads `/metrics` has to bring it; absent: everyone may. */
  metricsToken: string | undefined;
  /** Opens `/jobs`; absent: there is no such page. */
  jobsToken: string | undefined;
  logLevel: z.infer<typeof schema>['LOG_LEVEL'];
}

/** The environment of this process, on top of what a `.env` file in the folder says. */
export function environment(): Record<string, string | undefined> {
  const file = existsSync('.env') ? parseEnv(readFileSync('.env', 'utf8')) : {};
  return { ...file, ...process.env };
}

/** A setting is missing or wrong; the message says which and what to do, never its value. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError' as const;
}

/** Reads the environment; an empty variable counts as absent. Throws a SettingsError naming every wrong setting. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new SettingsError(`These settings are not right:\n${wrong.join('\n')}\nSee .env.example.`);
  }
  const settings = parsed.data;
  return {
    slack: {
      apiUrl: `${settings.SLACK_API_URL}/`,
      botToken: settings.SLACK_BOT_TOKEN,
      signingSecret: settings.SLACK_SIGNING_SECRET,
      appToken: settings.SLACK_APP_TOKEN,
      clientId: settings.SLACK_CLIENT_ID,
      clientSecret: settings.SLACK_CLIENT_SECRET,
      stateSecret: settings.SLACK_STATE_SECRET,
    },
    lightspeed: {
      rUrl: settings.LIGHTSPEED_R_URL,
      xUrl: settings.LIGHTSPEED_X_URL,
      oauth: oauthOf(settings),
    },
    publicUrl: settings.PUBLIC_URL,
    mongodbUri: settings.MONGODB_URI,
    encryptionKeys: settings.ENCRYPTION_KEYS,
    dataDir: settings.DAYBOOK_DATA_DIR,
    role: settings.DAYBOOK_ROLE,
    port: settings.PORT,
    metricsToken: settings.METRICS_TOKEN,
    jobsToken: settings.JOBS_TOKEN,
    logLevel: settings.LOG_LEVEL,
  };
}

function oauthOf(settings: z.infer<typeof schema>): Config['lightspeed']['oauth'] {
  const clientId = settings.LIGHTSPEED_R_CLIENT_ID;
  if (clientId === undefined) return undefined;
  return {
    authUrl: settings.LIGHTSPEED_R_AUTH_URL,
    clientId,
    // A public client has none: PKCE stands for it.
    clientSecret: settings.LIGHTSPEED_R_CLIENT_SECRET,
  };
}
