import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import manifest from '../manifest.json' with { type: 'json' };

const text = (maxLength: number, more: object = {}) => ({ type: 'string', minLength: 1, maxLength, ...more });
const flag = { type: 'boolean' };
const address = { type: 'string', pattern: '^https://' };
const scopes = { type: 'array', items: text(100), maxItems: 255, uniqueItems: true };

/** An object with these properties and no others. */
const only = (properties: object, required: string[] = []) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

/** The part of Slack's manifest schema (slackapi/manifest-schema, 2.0) that an app like this one may use. */
const schema = only(
  {
    $schema: { type: 'string' },
    _metadata: only({ major_version: { type: 'integer' }, minor_version: { type: 'integer' } }),
    display_information: only(
      {
        name: text(35),
        description: text(140),
        background_color: { type: 'string', pattern: '^#([0-9A-Fa-f]{3}){1,2}$' },
        long_description: text(4000, { minLength: 175 }),
      },
      ['name'],
    ),
    features: only({
      app_home: only({
        home_tab_enabled: flag,
        messages_tab_enabled: flag,
        messages_tab_read_only_enabled: flag,
      }),
      bot_user: only({ display_name: text(80), always_online: flag }, ['display_name']),
      slash_commands: {
        type: 'array',
        minItems: 1,
        maxItems: 50,
        items: only(
          {
            command: text(32, { pattern: '^/' }),
            url: address,
            description: text(2000),
            usage_hint: text(1000),
            should_escape: flag,
          },
          ['command', 'description'],
        ),
      },
    }),
    oauth_config: only({
      redirect_urls: { type: 'array', items: address, maxItems: 1000 },
      scopes: only({ bot: scopes, user: scopes, bot_optional: scopes, user_optional: scopes }),
    }),
    settings: only({
      event_subscriptions: only({
        request_url: address,
        bot_events: { type: 'array', items: text(100), maxItems: 100, uniqueItems: true },
      }),
      interactivity: only({ is_enabled: flag, request_url: address, message_menu_options_url: address }, [
        'is_enabled',
      ]),
      org_deploy_enabled: flag,
      socket_mode_enabled: flag,
      token_rotation_enabled: flag,
    }),
  },
  ['display_information'],
);

/** All code of these folders as one text. */
async function sources(...folders: string[]): Promise<string> {
  const texts = await Promise.all(
    folders.map(async (folder) => {
      const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts'));
      return Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
    }),
  );
  return texts.flat().join('\n');
}

/** Everything that a pattern's first group finds, once each, sorted. */
function found(code: string, pattern: RegExp): string[] {
  return [...new Set([...code.matchAll(pattern)].map((match) => match[1] ?? ''))].sort();
}

test('Slack takes the manifest', () => {
  const ajv = new Ajv({ allErrors: true });

  ajv.validate(schema, manifest);

  expect(ajv.errors ?? []).toEqual([]);
});

test('each declared command is answered, and none that is not declared', async () => {
  const answered = found(await sources('commands'), /app\.command\(\s*'([^']+)'/g);

  expect(answered).toEqual(manifest.features.slash_commands.map(({ command }) => command).sort());
});

test('the hint of /lightspeed names each of its words', async () => {
  const { words } = await import('../views/help/blocks.ts');
  const hint = manifest.features.slash_commands.find(({ command }) => command === '/lightspeed')?.usage_hint;

  for (const word of words) expect(hint).toContain(word);
});

test('each event that is subscribed to has a listener, and the other way round', async () => {
  const heard = found(await sources('views', 'commands', 'src'), /app\.event\(\s*'([^']+)'/g);

  // A message in a channel and one in a private channel are told apart in the manifest only.
  const subscribed = manifest.settings.event_subscriptions.bot_events.map((name) => name.split('.')[0]);
  expect(heard).toEqual([...new Set(subscribed)].sort());
});

test('the scopes are those of the methods that are called, and no others', async () => {
  const code = await sources('src/slack', 'src', 'views', 'commands');
  const scopesOf: Record<string, string[]> = {
    'chat.postMessage': ['chat:write', 'chat:write.public'],
    'chat.update': ['chat:write'],
    'chat.postEphemeral': ['chat:write'],
    'files.getUploadURLExternal': ['files:write'],
    'files.completeUploadExternal': ['files:write'],
    'files.info': ['files:read'],
    'users.info': ['users:read'],
    'conversations.members': ['channels:read', 'groups:read'],
    'conversations.history': ['channels:history', 'groups:history'],
    'conversations.replies': ['channels:history', 'groups:history'],
    'auth.test': [],
    'views.open': [],
    'views.update': [],
    'views.push': [],
    'views.publish': [],
  };
  const called = found(
    code,
    /(?:client|patient|quick)\s*\.((?:chat|users|conversations|views|auth|files|reactions|pins|bookmarks)\.\w+)\(/g,
  );

  expect(called.filter((method) => !(method in scopesOf))).toEqual([]);
  expect(manifest.oauth_config.scopes.bot.toSorted()).toEqual(
    [...new Set(['commands', ...called.flatMap((method) => scopesOf[method] ?? [])])].sort(),
  );
});

test('menus that are filled as one types have an address over HTTP, and Home and messages are on', () => {
  const { interactivity, event_subscriptions: events } = manifest.settings;

  expect(interactivity.is_enabled).toBe(true);
  expect(new URL(interactivity.message_menu_options_url).pathname).toBe('/slack/events');
  expect(new URL(interactivity.request_url).pathname).toBe('/slack/events');
  expect(new URL(events.request_url).pathname).toBe('/slack/events');
  expect(manifest.features.app_home).toMatchObject({ home_tab_enabled: true, messages_tab_enabled: true });
});

test('what is typed after a command arrives as it was typed', () => {
  for (const { should_escape: isEscaped } of manifest.features.slash_commands) expect(isEscaped).toBe(false);
});
