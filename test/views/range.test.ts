import { describe, expect, test } from 'vitest';
import { languages } from '../../src/language/format.ts';
import { misreadMessage, nothingMessage } from '../../views/range/answer.ts';
import { rangeMessage } from '../../views/range/blocks.ts';
import { rangePicture } from '../../views/range/picture.ts';
import { hugeRange, may, rangeOf } from './support/ranges.ts';
import { hardName, hardNames, id } from './support/records.ts';
import { expectGoodMessage, expectReadable, wordsIn } from './support/words.ts';

describe.each(languages)('a range in %s', (language) => {
  const look = { language, lastDay: '2025-06-17' };

  test('is a message that Slack takes and a person can read, in each of its views', () => {
    for (const view of ['parts', 'day'] as const) {
      for (const log of [rangeOf(), hugeRange(), rangeOf({ sums: [], departments: [], buckets: [] })]) {
        const choice = log.departments.map(({ departmentId, name }) => ({ _id: departmentId, name }));
        expectGoodMessage(rangeMessage(log, { ...look, view, choice }));
        expectGoodMessage(rangeMessage(log, { ...look, view, sharedBy: 'U1' }));
      }
    }
  });

  test('whose departments do not fit in its menu says how to come to the others', () => {
    const choice = hugeRange().departments.map(({ departmentId, name }) => ({ _id: departmentId, name }));
    const shown = (count: number) => {
      const { blocks } = rangeMessage(hugeRange(), { ...look, choice: choice.slice(0, count) });
      return wordsIn(blocks).join('\n');
    };

    expect(shown(150)).toMatch(/100 .*`\/turnover 2025-05-01\.\.2025-05-31 (?:name|naam)`/);
    expect(shown(100)).not.toContain('/turnover 2025');
  });

  test('with more notes than there is room for says how many it leaves out', () => {
    const notes = Array.from({ length: 40 }, (_, number) => ({
      _id: id(number),
      workspaceId: 'T1',
      day: '2025-05-02',
      text: `${number}\n${'<&>'.repeat(150)}`,
      by: 'U2',
      byName: hardName(number),
      at: new Date('2025-05-03T08:00:00Z'),
      reply: null,
      removedAt: null,
    }));

    for (const log of [rangeOf(), hugeRange()]) {
      const message = rangeMessage(log, { ...look, notes });
      expectGoodMessage(message);
      expect(wordsIn(message.blocks).join()).toMatch(/… (and|en nog) 3\d/);
    }
  });

  test('of one department with hundreds of stores has pages, and one too far is the last', () => {
    const log = rangeOf({ departments: hugeRange().departments.slice(0, 1) });
    const department = { _id: id(1), name: hardName(0) };

    const message = rangeMessage(log, { ...look, view: 'parts', page: 99, department });

    expectGoodMessage(message);
    expect(wordsIn(message.blocks).join('\n')).toMatch(/4 (?:of|van) 4/);
  });

  test.each(hardNames)('shows the department %s as it is, and it pings nobody', (name) => {
    const [first] = rangeOf().departments;
    const log = rangeOf({ departments: first ? [{ ...first, name }] : [] });

    expectGoodMessage(rangeMessage(log, { ...look, view: 'parts', department: { _id: id(1), name } }));
  });

  test('has a picture whose text tells its amounts', () => {
    const picture = rangePicture(rangeOf(), { language });

    expect(picture?.trend.points).toHaveLength(31);
    expectReadable(picture?.altText ?? '');
    expect(picture?.altText).toMatch(/1[.,]000[.,]00/);
  });

  test('that there is nothing to tell of says why and what to do', () => {
    const department = { _id: id(1), name: '<!channel>' };
    const answers = [
      { kind: 'not-over', span: may },
      { kind: 'too-long' },
      { kind: 'unknown', span: may, first: '2025-06-01', isLinked: true },
      { kind: 'unknown', span: may, first: null, isLinked: false },
      { kind: 'unknown', span: { from: '2025-05-01', to: '2025-05-01' }, first: null, isLinked: true },
      { kind: 'no-stores', span: may, department },
    ] as const;
    for (const answer of answers) expectGoodMessage(nothingMessage(answer, { language, isManager: true }));
  });

  test('that was misread names the bad part and gives examples', () => {
    const all = hardNames.map((name, index) => ({ _id: id(index), name }));
    const typed = `<!channel> ${'😀'.repeat(200)}`;
    const question = { span: may };
    const some = all.slice(0, 5);
    const unknown = { kind: 'which-department', question, typed } as const;
    const messages = [
      misreadMessage({ kind: 'no-days', bad: typed, isImpossible: false, all }, language),
      misreadMessage({ kind: 'no-days', bad: '30 feb', isImpossible: true, all: [] }, language),
      misreadMessage({ ...unknown, near: some, all }, language),
      misreadMessage({ ...unknown, near: [], all }, language),
      misreadMessage({ ...unknown, near: [], all: [] }, language),
    ];

    for (const message of messages) expectGoodMessage(message);
  });
});

test('what is no day is answered with the departments, of which one may have been meant', () => {
  const all = ['Bakery', 'Flowers'].map((name, index) => ({ _id: id(index), name }));
  const misread = { kind: 'no-days', bad: 'brood', isImpossible: false, all } as const;

  const texts = languages.map((language) => misreadMessage(misread, language).text);

  expect(texts[0]).toMatch(/“brood” is not a day I can read\..* The departments are: Bakery and Flowers\.$/);
  expect(texts[1]).toMatch(/“brood” kan ik niet als dag lezen\..* De afdelingen zijn: Bakery en Flowers\.$/);
});

test('before anything is linked a manager is shown the way to link, and no menu of a day', () => {
  const yesterday = { kind: 'unknown', span: { from: '2025-05-01', to: '2025-05-01' }, first: null } as const;
  const typesOf = (isLinked: boolean) =>
    JSON.stringify(nothingMessage({ ...yesterday, isLinked }, { language: 'en', isManager: true }).blocks);

  expect(typesOf(false)).toContain('open_link');
  expect(typesOf(false)).not.toContain('overflow');
  expect(typesOf(true)).toContain('overflow');
  expect(typesOf(true)).not.toContain('open_link');
});
