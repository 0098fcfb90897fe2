import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { figuresOf } from '../../demo/lightspeed/figures.ts';
import { generatedWorld, netherlands } from '../../demo/lightspeed/generator.ts';
import { workspaceToFill } from '../../demo/workspace-to-fill.ts';
import { createModels } from '../../models/models.ts';
import { acrossAllWorkspaces } from '../../models/wall.ts';
import { daybook } from '../cli/daybook.ts';
import { freshDatabase } from '../support/database.ts';
import { encryptionKeys } from '../support/engine.ts';

const year = z.object({
  workspace: z.object({ id: z.string(), name: z.string(), isNew: z.boolean() }),
  link: z.object({ id: z.string(), name: z.string(), currency: z.string(), state: z.string() }),
  stores: z.array(z.string()),
  departments: z.array(z.string()),
  figures: z.number(),
  corrections: z.number(),
  from: z.string(),
  to: z.string(),
  remove: z.string(),
});

const workspace = {
  language: 'en' as const,
  zone: 'UTC',
  vat: 'excl' as const,
  managers: [],
  createdAt: new Date(0),
};

async function emptyDatabase() {
  const database = await freshDatabase();
  onTestFinished(database.drop);
  const env = { MONGODB_URI: database.uri, ENCRYPTION_KEYS: encryptionKeys };
  return {
    models: createModels(database.connection),
    run: (...args: string[]) => daybook(env, ...args),
  };
}

test('an empty database is filled with a year, whose figures are those of the sales', async () => {
  const { models, run } = await emptyDatabase();

  const { code, out, err } = await run('demo-data', '--json');

  expect({ code, err }).toEqual({ code: 0, err: '' });
  const made = year.parse(JSON.parse(out));
  expect(made).toMatchObject({
    workspace: { id: 'T0DEMO', isNew: true },
    link: { name: 'Blad & Boon', currency: 'EUR', state: 'unlinked' },
    stores: ['Amsterdam', 'Rotterdam', 'Utrecht'],
    departments: ['City', 'Harbour'],
    figures: 436 * 3,
  });
  expect(made.corrections).toBeGreaterThan(100);
  const place = { workspaceId: 'T0DEMO' };
  expect(await models.figures.countDocuments(place)).toBe(made.figures);
  expect(await models.figures.countDocuments({ ...place, state: 'provisional', day: made.to })).toBe(3);
  expect(await models.figures.countDocuments({ ...place, state: 'final' })).toBe(435 * 3);

  // The first day, counted by other code from the sales as they stood after its second night.
  const nextDays = (count: number) =>
    new Date(Date.parse(`${made.from}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
  const world = generatedWorld(netherlands({ from: nextDays(-1), to: nextDays(436) }));
  const stored = await models.figures
    .find({ ...place, day: made.from })
    .sort({ storeId: 1 })
    .lean();
  const secondNight = Date.parse(`${nextDays(2)}T01:00:00Z`);
  expect(
    stored.map(({ storeId, gross, tax, sales }) => ({ storeId, gross, net: gross - tax, tax, sales })),
  ).toEqual(figuresOf(world, { day: made.from, at: secondNight }));
}, 60_000);

test('the one workspace that is there is filled for the command line to tell of, and what it was called stays', async () => {
  const { models, run } = await emptyDatabase();
  await models.workspaces.create({ ...workspace, _id: 'T1', name: 'Corner Shops', vat: 'incl' });

  const { out } = await run('demo-data');
  const [, to = ''] = /figures, [\d-]+ to ([\d-]+)/.exec(out) ?? [];
  const digest = await run('digest', '--day', to, '--dry-run');

  expect(out).toContain('Made in Corner Shops (T1):');
  expect(out).toContain('3 stores: Amsterdam, Rotterdam, Utrecht');
  expect(out).toContain('workspaces delete T1 (its settings and its installation go, too)');
  expect(await models.workspaces.findById('T1').lean()).toMatchObject({ name: 'Corner Shops', vat: 'incl' });
  // Nobody asks Lightspeed for it.
  expect(await models.links.find({}, { key: 1, state: 1, _id: 0 }, acrossAllWorkspaces).lean()).toEqual([
    { key: null, state: 'unlinked' },
  ]);
  expect(await models.nights.countDocuments({ state: 'waiting' }, acrossAllWorkspaces)).toBe(0);
  expect(digest.out).toMatch(/^Corner Shops: €[\d,]+\.\d\d/);
}, 60_000);

test('what is no id of a workspace is refused as typed wrong', async () => {
  const { code, err } = await daybook({}, 'demo-data', '--workspace', 'corner shops');

  expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('Nothing was done.') });
});

describe('made-up figures are not put among others', () => {
  test('where there are some, only a workspace that is new is filled', async () => {
    const { models } = await emptyDatabase();
    await models.workspaces.create({ ...workspace, _id: 'T1', name: 'Corner Shops' });
    await models.figures.collection.insertOne({ workspaceId: 'T1' });

    await expect(workspaceToFill({ models }, undefined)).rejects.toThrow('Nothing was changed');
    await expect(workspaceToFill({ models }, 'T1')).rejects.toThrow('name a workspace that is new');
    expect(await workspaceToFill({ models }, 'T2')).toBe('T2');
  });

  test('a link of a workspace that was taken out of Slack counts, too', async () => {
    const { models } = await emptyDatabase();
    await models.workspaces.create({ ...workspace, _id: 'T1', name: 'Gone', uninstalledAt: new Date(0) });

    await expect(workspaceToFill({ models }, 'T1')).rejects.toThrow('taken out of Slack');
    await models.links.collection.insertOne({ workspaceId: 'T1' });
    await expect(workspaceToFill({ models }, undefined)).rejects.toThrow('links or figures already');
  });

  test('one of several is named, and one with departments is left alone', async () => {
    const { models } = await emptyDatabase();
    await models.workspaces.create({ ...workspace, _id: 'T1', name: 'Corner Shops' });
    await models.workspaces.create({ ...workspace, _id: 'T2', name: 'Other Shops' });
    await models.departments.create({ _id: 'd1', workspaceId: 'T2', name: 'City', key: 'city' });

    await expect(workspaceToFill({ models }, undefined)).rejects.toThrow('There are several workspaces');
    await expect(workspaceToFill({ models }, 'T2')).rejects.toThrow('has departments already');
    expect(await workspaceToFill({ models }, 'T1')).toBe('T1');
  });
});
