import { expect, onTestFinished, test } from 'vitest';
import { createModels } from '../../models/models.ts';
import { freshDatabase } from '../support/database.ts';
import { encryptionKeys } from '../support/engine.ts';
import { daybook } from './daybook.ts';

/** A database with two workspaces, of which one took Daybook out. */
async function twoWorkspaces() {
  const database = await freshDatabase();
  onTestFinished(database.drop);
  const models = createModels(database.connection);
  const usual = {
    language: 'en' as const,
    zone: 'UTC',
    vat: 'excl' as const,
    managers: [],
    createdAt: new Date(0),
  };
  await models.workspaces.create([
    { _id: 'T1', name: 'Corner Shops', ...usual },
    { _id: 'T2', name: 'Gone Shops', ...usual, uninstalledAt: new Date('2099-01-02T10:00:00Z') },
  ]);
  await models.departments.create({ _id: 'd1', workspaceId: 'T1', name: 'Bakery', key: 'bakery' });
  await models.departments.create({ _id: 'd2', workspaceId: 'T2', name: 'Books', key: 'books' });
  return { ...database, models };
}

async function run(uri: string, ...args: string[]) {
  const { code, out, err } = await daybook({ MONGODB_URI: uri, ENCRYPTION_KEYS: encryptionKeys }, ...args);
  return { code, said: out + err };
}

test('the list says which workspaces took Daybook out, and until when their data is kept', async () => {
  const { uri } = await twoWorkspaces();

  const { code, said } = await run(uri, 'workspaces');

  expect(code).toBe(0);
  expect(said).toBe(
    'Corner Shops (T1)\nGone Shops (T2), taken out of Slack on 2099-01-02: its data is deleted on 2099-02-01\n',
  );
});

test('a script that does not say --yes deletes nothing', async () => {
  const { uri, models } = await twoWorkspaces();

  const { code, said } = await run(uri, 'workspaces', 'delete', 'T1');

  expect(code).toBe(1);
  expect(said).toContain('Nothing was deleted.');
  expect(await models.departments.countDocuments({ workspaceId: 'T1' })).toBe(1);
});

test('with --yes everything of the one workspace goes at once, and nothing of another', async () => {
  const { uri, models } = await twoWorkspaces();

  const { code, said } = await run(uri, 'workspaces', 'delete', 'T1', '--yes');

  expect({ code, said }).toMatchObject({
    code: 0,
    said: expect.stringContaining('Deleted everything of Corner Shops'),
  });
  expect(await models.workspaces.distinct('_id')).toEqual(['T2']);
  expect(await models.departments.countDocuments({ workspaceId: 'T1' })).toBe(0);
  expect(await models.departments.countDocuments({ workspaceId: 'T2' })).toBe(1);
});

test('a workspace that is not there is told, with how to find those that are', async () => {
  const { uri } = await twoWorkspaces();

  const { code, said } = await run(uri, 'workspaces', 'delete', 'T9', '--yes');

  expect(code).toBe(1);
  expect(said).toContain('There is no workspace T9');
});

test('the manifest for many workspaces has its addresses and tokens that rotate', async () => {
  const { code, said } = await run(
    'mongodb://127.0.0.1:9/x',
    'manifest',
    '--many',
    '--url',
    'https://shops.test/',
  );

  expect(code).toBe(0);
  expect(JSON.parse(said)).toMatchObject({
    oauth_config: { redirect_urls: ['https://shops.test/slack/oauth_redirect'] },
    settings: {
      event_subscriptions: { request_url: 'https://shops.test/slack/events' },
      org_deploy_enabled: true,
      token_rotation_enabled: true,
    },
  });
});
