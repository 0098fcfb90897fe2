import { describe, expect, test } from 'vitest';
import type { DepartmentList, DepartmentWithStores } from '../../src/departments/list-departments.ts';
import type { MergePreview } from '../../src/departments/preview-merge.ts';
import { archivedModal, departmentsModal } from '../../views/departments/blocks.ts';
import { departmentForm, shownDepartment } from '../../views/departments/form.ts';
import { mergeConfirmModal, mergeIntoModal } from '../../views/departments/merge-blocks.ts';
import { readMetadata } from '../../views/departments/metadata.ts';
import { pageOf, pageWith, readPage } from '../../views/departments/pages.ts';
import { hardName, hardNames, id } from './support/records.ts';
import { expectGoodView, wordsIn } from './support/words.ts';

const languages = ['en', 'nl'] as const;

const many = Array.from({ length: 300 }, (_, number) => hardName(number));

const department = (number: number, name: string, stores: string[] = []): DepartmentWithStores => ({
  id: id(number),
  name,
  stores,
});

const listOf = (more: Partial<DepartmentList>): DepartmentList => ({
  active: [],
  archived: [],
  isOrdered: false,
  ...more,
});

const crowd = (count: number) => many.slice(0, count).map((name, number) => department(number, name, many));

const preview = (stores: number, days: number): MergePreview => ({
  extent: { stores, days },
  access: { people: Array.from({ length: 10 }, (_, number) => `U${number}`), channels: ['C1'] },
  channels: Array.from({ length: 20 }, (_, number) => `C${number}`),
});

describe.each(languages)('in %s, the list of departments', (language) => {
  test('fits from none to 150 with 300 stores each, on every page', () => {
    for (const count of [0, 1, 20, 21, 150]) {
      const list = listOf({ active: crowd(count), archived: crowd(count), isOrdered: true });
      for (const page of [0, 3, 99]) {
        expectGoodView(departmentsModal({ list, page, note: '*Done*' }, language));
        expectGoodView(archivedModal({ list, page, note: '*Done*' }, language));
      }
    }
  });

  test.each(hardNames)('takes a department called "%s"', (name) => {
    const own = department(1, name, [name]);

    expectGoodView(departmentsModal({ list: listOf({ active: [own], archived: [own] }) }, language));
    expectGoodView(departmentForm({ department: own, before: department(2, name) }, language));
    expectGoodView(departmentForm({ department: department(1, name), before: undefined }, language));
    expectGoodView(mergeIntoModal({ from: own, isAlone: false }, language));
    expectGoodView(
      mergeConfirmModal({ from: own, into: department(2, name), preview: preview(1, 1) }, language),
    );
  });

  test('takes the longest name there can be, everywhere', () => {
    const name = `${'e\u0301'.repeat(2)}${'\u{1f469}\u200d\u{1f373}'.repeat(58)}`;
    const own = department(1, name, many);

    expectGoodView(departmentsModal({ list: listOf({ active: [own] }) }, language));
    expectGoodView(departmentForm({ department: own, before: own }, language));
    expectGoodView(departmentForm({ department: department(1, name), before: own }, language));
    expectGoodView(mergeIntoModal({ from: own, isAlone: true }, language));
  });
});

describe('the list', () => {
  test('without any department says how to begin', () => {
    const view = departmentsModal({ list: listOf({}) }, 'en');

    expect(wordsIn(view.blocks).join()).toContain('There is no department yet.');
  });

  test('offers to sort only what somebody ordered, and the archive only where something is in it', () => {
    const active = [department(1, 'Bakery')];
    const plain = wordsIn(departmentsModal({ list: listOf({ active }) }, 'en').blocks);
    const full = wordsIn(
      departmentsModal({ list: listOf({ active, archived: active, isOrdered: true }) }, 'en').blocks,
    );

    expect(plain).not.toContain('Sort by name');
    expect(plain.join()).not.toContain('Archived');
    expect(full).toEqual(expect.arrayContaining(['Sort by name', 'Archived (1)']));
  });

  test('offers to find a department only where there are several pages', () => {
    const finders = [20, 21].map((count) =>
      JSON.stringify(departmentsModal({ list: listOf({ active: crowd(count) }) }, 'en')).includes(
        'Find a department',
      ),
    );

    expect(finders).toEqual([false, true]);
  });
});

describe('the form of a department', () => {
  test('offers to archive it only where no store belongs to it, and else says what to do first', () => {
    const empty = wordsIn(departmentForm({ department: department(1, 'A'), before: undefined }, 'en').blocks);
    const full = wordsIn(
      departmentForm({ department: department(1, 'A', ['Utrecht']), before: undefined }, 'en').blocks,
    );

    expect(empty).toContain('Archive');
    expect(full).not.toContain('Archive');
    expect(full.join()).toContain('cannot be archived while stores belong to it: Utrecht.');
  });

  test('says that a merge is for ever, and what it moves', () => {
    const from = department(1, 'Bread');
    const into = department(2, 'Bakery');
    const words = (stores: number, days: number) =>
      wordsIn(mergeConfirmModal({ from, into, preview: preview(stores, days) }, 'en').blocks).join('\n');

    expect(words(12, 431)).toContain('This moves the figures of 12 stores on 431 days.');
    expect(words(1, 1)).toContain('This moves the figures of 1 store on 1 day.');
    expect(words(0, 0)).toContain('no figure moves');
    expect(words(0, 0)).toContain('cannot be undone');
    expect(words(1, 1)).toMatch(/only who may see both sees it\. Beside managers: <#\w+>, <@/);
    const plainMerge = { extent: { stores: 1, days: 1 }, access: null, channels: [] };
    expect(wordsIn(mergeConfirmModal({ from, into, preview: plainMerge }, 'en').blocks)).toHaveLength(4);
  });
});

describe('pages', () => {
  test('that do not exist become the nearest', () => {
    const all = crowd(45);

    expect(pageOf(all, 99)).toMatchObject({ page: 2, pages: 3 });
    expect(pageOf(all, -1)).toMatchObject({ page: 0 });
    expect(pageOf([], 4)).toEqual({ rows: [], page: 0, pages: 1 });
    expect(pageWith(all, id(44))).toBe(2);
    expect(pageWith(all, 'nobody')).toBe(0);
  });

  test.each([
    ['archived 2', { list: 'archived', page: 2 }],
    ['', { list: 'active', page: 0 }],
    ['their 1.5', { list: 'active', page: 1 }],
  ])('are read from "%s"', (value, page) => {
    expect(readPage(value)).toEqual(page);
  });
});

test.each(['', '{', '[]', '{"id":1}', 'null'])('metadata that nobody wrote (%s) is none', (metadata) => {
  expect(readMetadata(shownDepartment, metadata)).toBeUndefined();
});
