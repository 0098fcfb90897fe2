import { describe, expect, test } from 'vitest';
import { keepDraft } from '../../src/departments/mapping-draft.ts';
import { submitDraft } from '../../src/departments/submit-draft.ts';
import { benchWith, chosen } from './support/drafts.ts';

describe('what others changed meanwhile', () => {
  test('is shown before anything is saved, with who did it, and then one’s own choice holds', async () => {
    const { context, open, add, map, mapped } = await benchWith('A', 'B', 'C');
    const [bakery, flowers, wine] = [await add('Bakery'), await add('Flowers'), await add('Wine')];
    await map('1', bakery);
    await map('2', bakery);
    const { draft } = await open();
    const mine = await keepDraft(context, draft, { shown: [chosen('1', wine), chosen('3', wine)] });
    await map('1', flowers, 'U7');
    await map('2', flowers, 'U7');

    const first = await submitDraft(context, mine);
    const between = await mapped();
    const again = await submitDraft(context, first?.draft ?? mine);

    expect(first?.changes).toMatchObject([
      {
        name: 'A',
        before: { name: 'Bakery' },
        now: { name: 'Flowers' },
        chosen: { name: 'Wine' },
        by: 'U7',
      },
      { name: 'B', before: { name: 'Bakery' }, now: { name: 'Flowers' }, chosen: null, by: 'U7' },
    ]);
    expect(first?.draft.round).toBe(1);
    expect(between).toEqual([
      ['1', flowers],
      ['2', flowers],
    ]);
    expect(again).toBeUndefined();
    expect(await mapped()).toEqual([
      ['1', wine],
      ['2', flowers],
      ['3', wine],
    ]);
  });

  test('is no news where both chose the same', async () => {
    const { context, open, add, map } = await benchWith('A');
    const bakery = await add('Bakery');
    const { draft } = await open();
    const mine = await keepDraft(context, draft, { shown: [chosen('1', bakery)] });
    await map('1', bakery, 'U7');

    expect(await submitDraft(context, mine)).toBeUndefined();
  });

  test('wins over what was only suggested', async () => {
    const { context, open, add, map, mapped } = await benchWith('Bakery North');
    await add('Bakery');
    const wine = await add('Wine');
    const { draft } = await open();
    await map('1', wine, 'U7');

    const first = await submitDraft(context, draft);
    await submitDraft(context, first?.draft ?? draft);

    expect(first?.changes).toMatchObject([{ now: { name: 'Wine' }, chosen: null }]);
    expect(await mapped()).toEqual([['1', wine]]);
  });

  test('is told when a form that was closed is opened again, where one had chosen something else', async () => {
    const { context, open, add, map } = await benchWith('A', 'B');
    const [bakery, wine] = [await add('Bakery'), await add('Wine')];
    const { draft } = await open();
    await keepDraft(context, draft, { shown: [chosen('1', wine)] });
    await map('1', bakery, 'U7');
    await map('2', bakery, 'U7');

    const { changes } = await open();

    expect(changes).toMatchObject([
      { name: 'A', before: { kind: 'none' }, now: { name: 'Bakery' }, chosen: { name: 'Wine' } },
    ]);
  });

  test('at the very same moment is seen by one of the two', async () => {
    const { bench, context, open, add, map, mapped } = await benchWith('A', 'B');
    const [bakery, flowers, wine] = [await add('Bakery'), await add('Flowers'), await add('Wine')];
    await map('1', bakery);
    bench.clock.moveTo('2024-06-05T10:00:00+02:00');
    const drafts = [];
    for (const [userId, choice, from] of [
      ['U8', flowers, '2024-06-04'],
      ['U9', wine, '2024-06-05'],
    ] as const) {
      const { draft } = await open(userId);
      drafts.push(await keepDraft(context, draft, { shown: [chosen('1', choice)], from }));
    }

    const outcomes = await Promise.all(drafts.map((draft) => submitDraft(context, draft)));

    expect(outcomes.filter((outcome) => outcome === undefined)).toHaveLength(1);
    expect(outcomes.find((outcome) => outcome !== undefined)?.changes).toHaveLength(1);
    expect(await mapped()).toHaveLength(2);
  });
});
