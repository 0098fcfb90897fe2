import { describe, expect, test } from 'vitest';
import { archiveDepartment } from '../../src/departments/archive-department.ts';
import { problemsOf } from '../../src/departments/draft-problems.ts';
import { activeDepartments, allDepartments } from '../../src/departments/in-order.ts';
import {
  findDraft,
  keepDraft,
  matching,
  pageSize,
  restartDraft,
} from '../../src/departments/mapping-draft.ts';
import { submitDraft } from '../../src/departments/submit-draft.ts';
import { workspaceId } from '../support/engine.ts';
import { manager } from '../support/shop.ts';
import { benchWith, chosen } from './support/drafts.ts';

describe('a draft', () => {
  test('begins with what the names suggest, and with nothing elsewhere', async () => {
    const { open, add } = await benchWith('Bakery North', 'Somewhere');
    const bakery = await add('Bakery');

    const { draft } = await open();

    expect(draft.choices.map(({ choice }) => choice)).toEqual([bakery, null]);
  });

  test('suggests no archived department', async () => {
    const { context, open, add } = await benchWith('Bakery North');
    await archiveDepartment(context, { departmentId: await add('Bakery'), userId: manager });

    const { draft } = await open();

    expect(draft.choices.map(({ choice }) => choice)).toEqual([null]);
  });

  test('is found by nobody but its own person, in its own workspace', async () => {
    const { bench, context, open } = await benchWith('Bakery');
    const { draft } = await open();
    const { _id: draftId } = draft;

    expect(await findDraft(context, { draftId, userId: manager })).not.toBeNull();
    expect(await findDraft(context, { draftId, userId: 'U2' })).toBeNull();
    expect(await findDraft(await bench.context('T2'), { draftId, userId: manager })).toBeNull();
  });

  test('keeps both of two choices that are made in the same moment', async () => {
    const { context, open } = await benchWith('Bakery', 'Flowers');
    const { draft } = await open();

    await Promise.all([
      keepDraft(context, draft, { shown: [chosen('1', 'ignore')] }),
      keepDraft(context, draft, { shown: [chosen('2', 'new', 'Flowers')] }),
    ]);

    const kept = await findDraft(context, { draftId: draft._id, userId: manager });
    expect(kept?.choices).toMatchObject([
      { storeId: '1', choice: 'ignore', newName: null },
      { storeId: '2', choice: 'new', newName: 'Flowers' },
    ]);
  });

  test('has none of a choice that is put back in the same moment', async () => {
    const { context, open } = await benchWith('Bakery');
    const { draft } = await open();

    await keepDraft(context, draft, { shown: [chosen('1', 'ignore')] });
    // As the form was read before that was kept.
    await keepDraft(context, draft, { shown: [chosen('1', null)] });

    const kept = await findDraft(context, { draftId: draft._id, userId: manager });
    expect(kept?.choices).toMatchObject([{ choice: null }]);
    expect(kept?.changedAt).toBeNull();
  });

  test('keeps the choices of pages that are not shown', async () => {
    const names = Array.from(
      { length: pageSize + 5 },
      (_, index) => `Store ${String(index).padStart(2, '0')}`,
    );
    const { context, open } = await benchWith(...names);
    const { draft } = await open();
    const ids = draft.choices.map(({ storeId }) => storeId);

    const second = await keepDraft(context, draft, { shown: [chosen(ids[0] ?? '', 'ignore')], page: 1 });
    await keepDraft(context, second, { shown: [chosen(ids.at(-1) ?? '', 'new', 'Last')], page: 7 });

    const kept = await findDraft(context, { draftId: draft._id, userId: manager });
    expect(kept?.page).toBe(1);
    expect([kept?.choices[0], kept?.choices.at(-1)]).toMatchObject([
      { choice: 'ignore' },
      { choice: 'new', newName: 'Last' },
    ]);
  });

  test('that holds choices is there the next time, and one that holds none begins anew', async () => {
    const { context, open, add, map } = await benchWith('A', 'B');
    const bakery = await add('Bakery');
    const { draft } = await open();
    const untouched = await open();
    await keepDraft(context, draft, { shown: [chosen('1', bakery)] });
    await map('2', bakery);

    const { draft: resumed, changes } = await open();

    expect(untouched.draft._id).toBe(draft._id);
    expect(resumed.choices.map(({ choice }) => choice)).toEqual([bakery, bakery]);
    expect(resumed.changedAt).not.toBeNull();
    expect(resumed.keptUntil).toBeNull();
    // The other store was nobody's choice, so nothing of it is to be told.
    expect(changes).toEqual([]);
  });

  test('in which a choice is taken back holds none', async () => {
    const { context, open, add } = await benchWith('A');
    const { draft } = await open();
    const kept = await keepDraft(context, draft, { shown: [chosen('1', await add('Bakery'))] });

    const back = await keepDraft(context, kept, { shown: [chosen('1', null)] });

    expect(back.changedAt).toBeNull();
    expect(back.keptUntil?.toISOString()).toBe('2024-06-04T08:00:00.000Z');
  });

  test('takes the date of today for no choice at all', async () => {
    const { context, open } = await benchWith('A');
    const { draft } = await open();

    const kept = await keepDraft(context, draft, { from: '2024-06-03' });

    expect(kept).toMatchObject({ from: null, changedAt: null });
  });

  test('that is dropped begins anew in other blocks', async () => {
    const { context, open, add } = await benchWith('A');
    const { draft } = await open();
    const kept = await keepDraft(context, draft, { shown: [chosen('1', await add('Bakery'))] });

    const fresh = await restartDraft(context, kept);

    expect(fresh.choices.map(({ choice }) => choice)).toEqual([null]);
    expect(fresh).toMatchObject({ changedAt: null, round: 1 });
    expect(await findDraft(context, { draftId: draft._id, userId: manager })).toBeNull();
  });

  test('with a name that is missing or too long cannot be saved', async () => {
    const { context, open } = await benchWith('A', 'B', 'C');
    const { draft } = await open();
    const names = ['  ', 'x'.repeat(61), 'x'.repeat(60)];

    const problems = problemsOf(
      {
        choices: draft.choices.map((choice, index) => ({
          ...choice,
          choice: 'new',
          newName: names[index] ?? '',
        })),
      },
      await allDepartments(context),
    );

    expect([...problems]).toEqual([
      ['1', 'missing'],
      ['2', 'too-long'],
    ]);
  });

  test('that names an archived department, or one that is gone, cannot be saved', async () => {
    const { context, open, add } = await benchWith('A', 'B', 'C', 'D');
    const archived = await add('Old');
    await archiveDepartment(context, { departmentId: archived, userId: manager });
    const { draft } = await open();
    const kept = await keepDraft(context, draft, {
      shown: [
        chosen('1', archived),
        chosen('2', 'new', ' OLD'),
        chosen('3', 'split', 'Old 50, New 50'),
        chosen('4', 'no-such-id'),
      ],
    });

    const problems = problemsOf(kept, await allDepartments(context));

    expect([...problems]).toEqual([
      ['1', 'gone'],
      ['2', 'archived'],
      ['3', 'archived'],
      ['4', 'gone'],
    ]);
  });

  test('that is submitted is gone, and stores without a choice stay as they are', async () => {
    const { bench, context, open } = await benchWith('A', 'B');
    const { draft } = await open();
    const kept = await keepDraft(context, draft, { shown: [chosen('1', 'new', 'City')] });

    await submitDraft(context, kept);

    expect(await findDraft(context, { draftId: draft._id, userId: manager })).toBeNull();
    const mappings = await bench.engine.models.mappings.find({ workspaceId }).lean();
    expect(mappings.map(({ storeId }) => storeId)).toEqual(['1']);
  });
});

describe('finding stores', () => {
  test('goes by a part of the name, whatever its case, and stays stable while one maps', async () => {
    const { context, open, add, map } = await benchWith('Harbour', 'Harbour East', 'City');
    await map('1', await add('Bakery'));
    const { draft } = await open();

    const found = matching({ ...draft, query: 'harBOUR', onlyUnmapped: false });
    const unmapped = await keepDraft(context, draft, { onlyUnmapped: true, shown: [chosen('2', 'ignore')] });

    expect(found.map(({ name }) => name)).toEqual(['Harbour', 'Harbour East']);
    // A store for which something was chosen just now does not jump off the page.
    expect(matching(unmapped).map(({ name }) => name)).toEqual(['City', 'Harbour East']);
  });

  test('that finds nothing leaves one empty page', async () => {
    const { context, open } = await benchWith('A');
    const { draft } = await open();

    const kept = await keepDraft(context, draft, { query: 'nowhere', page: 3 });

    expect(matching(kept)).toEqual([]);
    expect(kept.page).toBe(0);
  });
});

test('a draft of 300 stores is kept and saved whole', async () => {
  const names = Array.from({ length: 300 }, (_, index) => `Store ${index + 1}`);
  const { context, open, mapped } = await benchWith(...names);
  const { draft } = await open();
  const shown = draft.choices.map(({ storeId }) =>
    chosen(storeId, 'new', `Department ${Number(storeId) % 150}`),
  );

  const outcome = await submitDraft(context, await keepDraft(context, draft, { shown }));

  expect(outcome).toBeUndefined();
  expect(await mapped()).toHaveLength(300);
  expect(await activeDepartments(context)).toHaveLength(150);
});
