import { describe, expect, test } from 'vitest';
import type { Department } from '../../models/department.ts';
import type { MappingForm } from '../../src/departments/mapping-form.ts';
import type { ChangedMeanwhile } from '../../src/departments/rebase.ts';
import { mappingModal } from '../../views/mapping/blocks.ts';
import { hardName, hardNames, id } from './support/records.ts';
import { expectGoodView, wordsIn } from './support/words.ts';

const at = new Date('2025-11-13T09:00:00Z');

const departments = Array.from(
  { length: 150 },
  (_, number): Department => ({
    _id: id(number),
    workspaceId: 'T1',
    name: hardName(number),
    key: hardName(number),
    order: number,
    archivedAt: number % 10 === 9 ? at : null,
    uses: 0,
  }),
);

const changed = (number: number, more: Partial<ChangedMeanwhile> = {}): ChangedMeanwhile => ({
  storeId: String(number),
  name: hardName(number),
  before: { kind: 'none', name: '' },
  now: { kind: 'department', name: hardName(number) },
  chosen: { kind: 'split', name: 'Bakery 60, Flowers 40' },
  by: 'U2MEMBER',
  at,
  ...more,
});

const form = (more: Partial<MappingForm> = {}): MappingForm => ({
  draftId: id(1),
  account: 'Blad & Boon',
  vat: 'excl',
  departments,
  page: 3,
  pages: 15,
  rows: Array.from({ length: 20 }, (_, number) => ({
    storeId: `0a6f6e36-8bab-11ea-f3d6-9603728ea3${String(number).padStart(2, '0')}`,
    name: hardName(number),
    choice: number % 2 === 0 ? 'new' : id(number),
    newName: hardName(number),
    yesterday: null,
  })),
  search: { query: 'bakery', onlyUnmapped: true, unmapped: 60, all: 300, found: 300 },
  unsaved: { stores: 120, at },
  round: 3,
  zone: 'Europe/Amsterdam',
  from: '2025-11-13',
  today: '2025-11-13',
  ...more,
});

describe.each(['en', 'nl'] as const)('in %s, the form of 300 stores and 150 departments', (language) => {
  test('fits with all that can stand in it', () => {
    const changes = Array.from({ length: 300 }, (_, number) => changed(number));
    const view = mappingModal({ ...form(), changes, isResumed: true, problem: 'Not so.' }, language);

    expectGoodView(view);
    expect(view.blocks.length).toBeLessThanOrEqual(100);
    expect(Buffer.byteLength(JSON.stringify(view))).toBeLessThan(60_000);
  });

  test.each(hardNames)('shows a store and departments called "%s" that somebody changed', (name) => {
    const kinds = ['none', 'ignored', 'department', 'split', 'new'] as const;
    const changes = kinds.map((kind, number) =>
      changed(number, { name, before: { kind, name }, now: { kind, name }, chosen: { kind, name } }),
    );

    expectGoodView(mappingModal({ ...form(), changes }, language));
  });

  test('says what the command line changed without naming a person', () => {
    const view = mappingModal({ ...form(), changes: [changed(1, { by: 'operator' })] }, language);

    expectGoodView(view);
    expect(wordsIn(view.blocks).join()).not.toMatch(/operator|<@/);
  });

  test('without any store that matches keeps the way back', () => {
    const search = { query: 'x', onlyUnmapped: false, unmapped: 0, all: 300, found: 0 };
    const view = mappingModal(form({ rows: [], page: 0, pages: 1, search }), language);

    expectGoodView(view);
    expect(wordsIn(view.blocks).join()).toContain('(300)');
  });
});

describe('the form', () => {
  test('says that all is mapped where nothing is left to map', () => {
    const search = { query: '', onlyUnmapped: true, unmapped: 0, all: 300, found: 0 };

    const words = wordsIn(mappingModal(form({ rows: [], page: 0, pages: 1, search }), 'en').blocks);

    expect(words).toContain('Every store is mapped.');
  });

  test('offers an archived department only where it is the store’s own', () => {
    const few = departments.slice(8, 10);
    const row = { storeId: '1', name: 'A', newName: null, yesterday: null };
    const viewOf = (choice: string | null) =>
      JSON.stringify(mappingModal(form({ departments: few, rows: [{ ...row, choice }] }), 'en'));

    expect(viewOf(id(9))).toContain('(archived)');
    expect(viewOf(null)).not.toContain(id(9));
  });

  test('counts unsaved choices in words', () => {
    const said = (stores: number) =>
      wordsIn(mappingModal(form({ unsaved: { stores, at } }), 'en').blocks).find((words) =>
        words.includes('unsaved'),
      );

    expect(said(0)).toMatch(/^\*You have unsaved choices\* of Thu/);
    expect(said(1)).toContain('for 1 store,');
    expect(said(2)).toContain('for 2 stores,');
  });
});
