import { describe, expect, test } from 'vitest';
import type { Department } from '../../models/department.ts';
import type { MappingForm, MappingRow } from '../../src/departments/mapping-form.ts';
import { accessOf } from '../../src/security/access-rules.ts';
import { helpMessage, nearest, wholeHelpMessage, words } from '../../views/help/blocks.ts';
import { importNowText } from '../../views/import-now/blocks.ts';
import { mappingModal } from '../../views/mapping/blocks.ts';
import { mappingDoneModal } from '../../views/mapping/done.ts';
import { choiceOptions } from '../../views/mapping/rows.ts';
import { loadingModal, noticeModal } from '../../views/modal.ts';
import { settingsModal } from '../../views/settings/blocks.ts';
import { emptyLog, hardName, hardNames, hugeLog, id, normalLog } from './support/records.ts';
import { expectGoodMessage, expectGoodView, expectReadable, wordsIn } from './support/words.ts';

const language = 'en';

const departmentOf = (number: number, name: string): Department => ({
  _id: id(number),
  workspaceId: 'T1',
  name,
  key: name,
  order: 0,
  archivedAt: null,
  uses: 0,
});

const row = (number: number, name: string, more: Partial<MappingRow> = {}): MappingRow => ({
  storeId: `0a6f6e36-8bab-11ea-f3d6-9603728ea3${String(number).padStart(2, '0')}`,
  choice: null,
  newName: null,
  name,
  yesterday: { turnover: -1_234_567_89, currency: 'EUR', sales: 1_234 },
  ...more,
});

const form = (more: Partial<MappingForm>): MappingForm => ({
  draftId: id(1),
  account: 'Blad & Boon',
  vat: 'excl',
  departments: [],
  page: 0,
  pages: 1,
  rows: [row(1, 'Amsterdam')],
  search: null,
  unsaved: null,
  round: 0,
  zone: 'Europe/Amsterdam',
  from: '2025-11-13',
  today: '2025-11-13',
  ...more,
});

describe('the mapping form', () => {
  test('has one select a store, labelled with its name', () => {
    const view = mappingModal(form({ rows: [row(1, 'Amsterdam'), row(2, 'Rotterdam')] }), language);

    expectGoodView(view);
    expect(wordsIn(view.blocks)).toEqual(expect.arrayContaining(['Amsterdam', 'Rotterdam']));
    expect(wordsIn(view.blocks).join()).toContain('Yesterday: -€1,234,567.89 excl. VAT, 1,234 sales');
  });

  test('without any store says what to do', () => {
    const view = mappingModal(form({ rows: [] }), language);

    expectGoodView(view);
    expect(view.submit).toBeUndefined();
  });

  test.each([...hardNames, '', 'W'.repeat(300)])('takes a store called "%s"', (name) => {
    const rows = ['new', 'split', 'ignore', null].map((choice, number) => row(number, name, { choice }));

    expectGoodView(mappingModal(form({ rows, account: name }), language));
  });

  test.each<[string, (number: number) => string]>([
    ['plain', (number) => `Department ${number}`.padEnd(60, 'x')],
    ['Japanese', (number) => `${number}${'部'.repeat(58)}`],
    ['emoji', (number) => `${number}${'😀'.repeat(58)}`],
    ['Arabic', (number) => `${number}${'ب'.repeat(58)}`],
  ])(
    'fits in a view with twenty stores, whatever the number of departments with %s names',
    (_kind, nameOf) => {
      for (const count of [1, 49, 50, 51, 97, 150]) {
        const departments = Array.from({ length: count }, (_, number) =>
          departmentOf(number, nameOf(number)),
        );
        const rows = Array.from({ length: 20 }, (_, number) =>
          row(number, nameOf(number), { choice: number % 2 === 0 ? 'new' : id(0), newName: nameOf(number) }),
        );

        expectGoodView(mappingModal(form({ departments, rows, page: 1, pages: 15 }), language));
      }
    },
  );

  test('shows what a typed name did wrong on its own line', () => {
    const view = mappingModal({ ...form({}), problem: 'Give the new department a name.' }, language);

    expectGoodView(view);
    expect(wordsIn(view.blocks).join()).toContain('Give the new department a name.');
  });

  test('shows a choice that still exists as chosen', () => {
    const view = mappingModal(
      form({ departments: [departmentOf(7, 'Bakery')], rows: [row(1, 'A', { choice: id(7) })] }),
      language,
    );

    expect(JSON.stringify(view.blocks)).toContain(
      '"initial_option":{"text":{"type":"plain_text","text":"Bakery"',
    );
  });

  test('offers no two options with the same value', () => {
    const options = choiceOptions([departmentOf(1, 'A'), departmentOf(2, 'B')], language);

    expect(new Set(options.map(({ value }) => value)).size).toBe(options.length);
  });
});

describe('what is set up after mapping', () => {
  const summary = {
    linkId: id(1),
    departments: [{ name: 'City', stores: ['Amsterdam', 'Utrecht'] }],
    ignored: ['Test till'],
    unmapped: ['Rotterdam'],
    nextImport: { at: Date.parse('2025-11-14T02:00:00Z'), zone: 'Europe/Amsterdam' },
    mayBackfill: true,
    channel: { channelId: 'C1', hour: 8 },
  };

  test('is said, with and without a channel and a next import', () => {
    expectGoodView(mappingDoneModal(summary, language));
    expectGoodView(mappingDoneModal({ ...summary, channel: null }, language));
    expectGoodView(mappingDoneModal({ ...summary, nextImport: null, channel: null }, language));
  });

  test('fits for 300 stores and 150 departments, and names every store it leaves room for', () => {
    const many = Array.from({ length: 300 }, (_, number) => hardName(number));
    const departments = Array.from({ length: 150 }, (_, number) => ({
      name: hardName(number),
      stores: many.slice(0, 3),
    }));

    expectGoodView(mappingDoneModal({ ...summary, departments, ignored: many, unmapped: many }, language));
    expectGoodView(mappingDoneModal({ ...summary, departments: [{ name: 'All', stores: many }] }, language));
  });
});

test('the settings pass without a channel, and tell the usual hour', () => {
  const plain = settingsModal(
    { access: accessOf({}), channels: [], zone: 'UTC', vat: 'excl', spoken: 'en' },
    language,
  );

  expectGoodView(plain);
  expect(wordsIn(plain.blocks)).toContain('08:00');
});

test('a modal that says one thing passes for any text', () => {
  expectGoodView(loadingModal('A title that is far too long for Slack', language));
  expectGoodView(noticeModal({ title: 'Import', text: '&amp;'.repeat(900) }, language));
  expectGoodView(noticeModal({ title: '😀'.repeat(13), text: '😀'.repeat(1_501) }, language));
});

describe('help', () => {
  test('names each command', () => {
    const message = helpMessage({}, language);

    expectGoodMessage(message);
    for (const word of words) {
      if (word !== 'help') expect(message.text).toContain(`/lightspeed ${word}`);
    }
    expect(message.text).toContain('/turnover');
  });

  test('is short at first, and whole behind its button', () => {
    const [short, whole] = [helpMessage({}, language), wholeHelpMessage(language)];

    expectGoodMessage(whole);
    expect(short.text.split('\n').length).toBeLessThan(14);
    // Lines that wrap on a phone run together without a mark at their beginning.
    expect(
      whole.text
        .split('\n')
        .slice(1)
        .every((line) => line.startsWith('• ')),
    ).toBe(true);
    expect(whole.text.length).toBeGreaterThan(short.text.length * 2);
  });

  test.each([
    ['lnik', 'link'],
    ['stat', 'status'],
    ['MAPS', 'map'],
    ['deparments', 'departments'],
  ])('guesses that %s meant %s', (typed, meant) => {
    expect(nearest(typed)).toBe(meant);
    expect(helpMessage({ typed }, language).text).toContain(`Did you mean \`/lightspeed ${meant}\`?`);
  });

  test('guesses nothing for a word that is far from all', () => {
    expect(nearest('xyzzyx')).toBeUndefined();
  });

  test.each([...hardNames, '`code`', ''])('repeats "%s" harmlessly', (typed) => {
    expectGoodMessage(helpMessage({ typed }, language));
  });
});

describe('what became of an import', () => {
  test.each(['done', 'already', 'running', 'failed', 'no-stores'] as const)('is said: %s', (outcome) => {
    for (const failure of [null, 'LightspeedDownError', 'SomethingElse']) {
      const result = { outcome, days: null, failure };

      expectReadable(
        importNowText({ result, logs: [normalLog, emptyLog, hugeLog()], series: 'r' }, language),
      );
    }
  });

  test('shows no error by its name in the code', () => {
    const result = { outcome: 'failed' as const, days: null, failure: 'UnreadableAnswerError' };

    expect(importNowText({ result, logs: [], series: 'x' }, language)).not.toContain('Error');
  });
});
