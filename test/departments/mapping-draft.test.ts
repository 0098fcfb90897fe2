import { describe, expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world.ts';
import { addDepartment } from '../../src/departments/add-department.ts';
import { beginDraft, findDraft, keepDraft, pageSize } from '../../src/departments/mapping-draft.ts';
import { problemsOf, submitDraft } from '../../src/departments/submit-draft.ts';
import { startBench, workspaceId } from '../support/engine.ts';
import { manager, setUpShop } from '../support/shop.ts';

const shopsNamed = (...names: string[]) =>
  names.map((name, index) => ({ shopID: String(index + 1), name, timeZone: 'Europe/Amsterdam' }));

async function benchWith(...names: string[]) {
  const bench = await startBench({
    world: worldOf({ shops: shopsNamed(...names) }),
    at: '2024-06-03T10:00:00+02:00',
  });
  const { link } = await setUpShop(bench);
  return { bench, linkId: link._id };
}

describe('a draft', () => {
  test('begins with what the names suggest, and with nothing elsewhere', async () => {
    const { bench, linkId } = await benchWith('Bakery North', 'Somewhere');
    const bakery = await addDepartment(await bench.context(), { name: 'Bakery', userId: manager });

    const draft = await beginDraft(await bench.context(), { linkId, userId: manager });

    expect(draft.choices.map(({ choice }) => choice)).toEqual([bakery._id, null]);
  });

  test('is found by nobody but its own person, in its own workspace', async () => {
    const { bench, linkId } = await benchWith('Bakery');
    const context = await bench.context();
    const { _id: draftId } = await beginDraft(context, { linkId, userId: manager });

    expect(await findDraft(context, { draftId, userId: manager })).not.toBeNull();
    expect(await findDraft(context, { draftId, userId: 'U2' })).toBeNull();
    expect(await findDraft(await bench.context('T2'), { draftId, userId: manager })).toBeNull();
  });

  test('keeps the choices of pages that are not shown', async () => {
    const names = Array.from(
      { length: pageSize + 5 },
      (_, index) => `Store ${String(index).padStart(2, '0')}`,
    );
    const { bench, linkId } = await benchWith(...names);
    const context = await bench.context();
    const draft = await beginDraft(context, { linkId, userId: manager });
    const [first] = draft.choices;
    const last = draft.choices.at(-1);

    const second = await keepDraft(context, draft, {
      shown: [{ storeId: first?.storeId ?? '', choice: 'ignore', newName: null }],
      page: 1,
    });
    await keepDraft(context, second, {
      shown: [{ storeId: last?.storeId ?? '', choice: 'new', newName: 'Last' }],
      page: 7,
    });

    const kept = await findDraft(context, { draftId: draft._id, userId: manager });
    expect(kept?.page).toBe(1);
    expect([kept?.choices[0], kept?.choices.at(-1)]).toMatchObject([
      { choice: 'ignore' },
      { choice: 'new', newName: 'Last' },
    ]);
  });

  test('with a name that is missing or too long cannot be saved', async () => {
    const { bench, linkId } = await benchWith('A', 'B', 'C');
    const context = await bench.context();
    const draft = await beginDraft(context, { linkId, userId: manager });
    const names = ['  ', 'x'.repeat(61), 'x'.repeat(60)];

    const problems = problemsOf({
      ...draft,
      choices: draft.choices.map((choice, index) => ({
        ...choice,
        choice: 'new',
        newName: names[index] ?? '',
      })),
    });

    expect([...problems]).toEqual([
      ['1', 'missing'],
      ['2', 'too-long'],
    ]);
  });

  test('that is submitted is gone, and stores without a choice stay as they are', async () => {
    const { bench, linkId } = await benchWith('A', 'B');
    const context = await bench.context();
    const draft = await beginDraft(context, { linkId, userId: manager });
    const kept = await keepDraft(context, draft, {
      shown: [{ storeId: '1', choice: 'new', newName: 'City' }],
      page: 0,
    });

    await submitDraft(context, kept);

    expect(await findDraft(context, { draftId: draft._id, userId: manager })).toBeNull();
    const mappings = await bench.engine.models.mappings.find({ workspaceId }).lean();
    expect(mappings.map(({ storeId }) => storeId)).toEqual(['1']);
  });
});
