import { expect, onTestFinished, test } from 'vitest';
import { createModels } from '../models/models.ts';
import { prepareDatabase } from '../src/prepare-database.ts';
import { freshDatabase } from './support/database.ts';
import { silent } from './support/silent.ts';

test('an index that earlier versions asked by is dropped, and one that a person made is named and stays', async () => {
  const { connection, drop } = await freshDatabase();
  onTestFinished(drop);
  const models = createModels(connection);
  const start = () => prepareDatabase({ connection, models, logger: silent, clock: Date.now });
  const nights = models.nights.collection;
  await nights.createIndex(
    { workspaceId: 1, linkId: 1, zone: 1, date: 1 },
    { name: 'one_night_per_zone_and_date', unique: true },
  );
  await nights.createIndex({ state: 1 }, { name: 'of_a_person' });

  const [first, second] = [await start(), await start()];

  const names = (await nights.indexes()).map(({ name }) => name);
  expect(names).toContain('one_night_per_date_and_zone');
  expect(names).not.toContain('one_night_per_zone_and_date');
  expect(names).toContain('of_a_person');
  expect([first, second]).toEqual([
    { unexpected: ['nights.of_a_person'] },
    { unexpected: ['nights.of_a_person'] },
  ]);
});
