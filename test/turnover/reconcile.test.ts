import { describe, expect, test } from 'vitest';
import {
  type LiveEvidence,
  type ReconcileInput,
  reconcile,
  type StoredEvidence,
} from '../../src/turnover/reconcile.ts';

const part = (gross: number, tax: number) => ({ gross, tax });
const nothing = part(0, 0);

const stored: StoredEvidence = { total: part(12_100, 2_100), outside: [], earlier: [] };
const live: LiveEvidence = { now: part(12_100, 2_100), atMidnight: nothing, refunds: [], open: [] };

function held(asked: number, input: Partial<ReconcileInput> = {}) {
  return reconcile({ currency: 'EUR', vat: 'excl', asked, stored, live, ...input });
}

const causes = (findings: { cause: { kind: string } }[]) => findings.map(({ cause }) => cause.kind);

describe('an amount held against a day', () => {
  test('that is the same is a match, and nothing is looked for', () => {
    const result = held(10_000);

    expect(result).toMatchObject({ difference: 0, explained: [], others: [] });
  });

  test('that is the total with VAT is explained by VAT first', () => {
    const result = held(12_100);

    expect(result.difference).toBe(2_100);
    expect(result.explained).toEqual([{ cause: { kind: 'vat' }, amount: 2_100, total: 12_100, vat: 'incl' }]);
  });

  test.each<[string, number, Partial<ReconcileInput>, object]>([
    ['cut-off', 9_000, { live: { ...live, atMidnight: part(-1_210, -210) } }, { kind: 'cut-off' }],
    [
      'refunds',
      10_300,
      { live: { ...live, refunds: [part(-242, -42), part(-121, -21)] } },
      { kind: 'refund-day', sales: 2 },
    ],
    [
      'one of the refunds',
      10_100,
      { live: { ...live, refunds: [part(-242, -42), part(-121, -21)] } },
      { kind: 'refund-day', sales: 1 },
    ],
    ['an open sale', 10_500, { live: { ...live, open: [part(605, 105)] } }, { kind: 'open-sale', sales: 1 }],
    [
      'an unmapped store',
      11_000,
      { stored: { ...stored, outside: [{ name: 'Delft', why: 'unmapped', ...part(1_210, 210) }] } },
      { kind: 'unmapped', stores: ['Delft'] },
    ],
    [
      'an earlier total',
      10_700,
      { stored: { ...stored, earlier: [{ at: new Date(0), total: part(12_947, 2_247) }] } },
      { kind: 'earlier', at: new Date(0) },
    ],
    ['a later change', 9_500, { live: { ...live, now: part(11_495, 1_995) } }, { kind: 'changed-since' }],
  ])('is explained by %s alone', (_name, asked, input, cause) => {
    const result = held(asked, input);

    expect(result.explained).toEqual([{ cause, amount: asked - 10_000, total: asked, vat: 'excl' }]);
  });

  test('is explained by a cause together with VAT where only both make it', () => {
    const result = held(13_310, {
      stored: { ...stored, outside: [{ name: 'Delft', why: 'ignored', ...part(1_210, 210) }] },
    });

    expect(result.explained).toEqual([
      { cause: { kind: 'ignored', stores: ['Delft'] }, amount: 1_000, total: 13_310, vat: 'incl' },
    ]);
  });

  test('is explained by all stores outside when no single one does', () => {
    const result = held(10_600, {
      stored: {
        ...stored,
        outside: [
          { name: 'Delft', why: 'ignored', ...part(121, 21) },
          { name: 'Gouda', why: 'unmapped', ...part(242, 42) },
          { name: 'Leiden', why: 'unmapped', ...part(363, 63) },
        ],
      },
    });

    expect(result.explained.map(({ cause }) => cause)).toEqual([
      { kind: 'outside', stores: ['Delft', 'Gouda', 'Leiden'] },
    ]);
    expect(causes(result.others)).toEqual(['vat', 'ignored', 'unmapped', 'unmapped']);
  });

  test('that several causes would make names them in the order of likelihood', () => {
    const result = held(10_500, {
      live: { ...live, open: [part(605, 105)], atMidnight: part(605, 105), refunds: [part(-605, -105)] },
    });

    expect(causes(result.explained)).toEqual(['cut-off', 'refund-day', 'open-sale']);
  });

  test('that nothing explains lists every amount there is, and no cause without one', () => {
    const result = held(99_999, { live: { ...live, open: [part(605, 105), part(121, 21)] } });

    expect(result.explained).toEqual([]);
    expect(result.others).toMatchObject([
      { cause: { kind: 'vat' }, amount: 2_100 },
      { cause: { kind: 'open-sale', sales: 2 }, amount: 600 },
    ]);
  });

  test('is not explained by a difference of one cent less', () => {
    const result = held(10_499, { live: { ...live, open: [part(605, 105)] } });

    expect(result.explained).toEqual([]);
  });

  test('without Lightspeed is held against what is kept', () => {
    const { live: _live, ...input } = { currency: 'EUR', vat: 'incl' as const, asked: 10_000, stored, live };

    const result = reconcile(input);

    expect(causes(result.explained)).toEqual(['vat']);
  });
});
