import { describe, expect, test } from 'vitest';
import { noTargets, type TargetResult } from '../../src/targets/attained.ts';
import { dayLogMessage } from '../../views/day-log/blocks.ts';
import { digestMessage } from '../../views/digest/blocks.ts';
import { digestDetailsMessage } from '../../views/digest/details.ts';
import { targetsModal } from '../../views/targets/blocks.ts';
import { copyModal, proposalsModal } from '../../views/targets/copy-blocks.ts';
import { fileModal, fileProblemModal } from '../../views/targets/file-blocks.ts';
import { weekModal } from '../../views/targets/week-form.ts';
import { digestData, hardName, hugeLog, id, normalLog } from './support/records.ts';
import { expectGoodMessage, expectGoodView, wordsIn } from './support/words.ts';

const week = [987_654_321_00, null, 1, 100, 250_050, null, 7];

const departments = Array.from({ length: 150 }, (_, number) => ({
  departmentId: id(100 + number),
  name: hardName(number),
  week: number % 3 === 0 ? week.map(() => null) : week,
  currency: number % 3 === 0 ? null : 'EUR',
  vat: number % 3 === 0 ? null : number % 2 === 0 ? ('incl' as const) : ('excl' as const),
  later: number % 5 === 0 ? ['2026-01-01', '2026-07-01'] : [],
  days: number % 7,
  lastSet: null,
}));
const list = { departments, currencies: ['EUR', 'USD'], today: '2025-11-13', vat: 'excl' as const };
const attained = { currency: 'EUR', target: 200_000, turnover: 173_450, held: 1, of: 1 };

const result: TargetResult = {
  departments: new Map([[id(101), attained]]),
  total: [{ ...attained, held: 1, of: 2 }],
  otherVat: 'incl',
};

describe.each(['en', 'nl'] as const)('every form of targets, in %s', (language) => {
  test('is taken by Slack, with 150 departments whose names break things', () => {
    const [, department] = departments;
    if (!department) throw new Error('no department');
    const request = { departmentId: null, from: '2026-01-01', basis: 'month', percent: -3 } as const;
    const span = { from: '2025-01-01', to: '2025-01-31' };
    const proposals = departments.map(({ departmentId, name }) => ({
      departmentId,
      name,
      currency: 'EUR',
      week,
      days: [4, 0, 5, 4, 4, 0, 1],
    }));

    expectGoodView(targetsModal({ ...list, done: 'Done' }, language));
    expectGoodView(targetsModal({ ...list, departments: [] }, language));
    expectGoodView(targetsModal({ ...list, currencies: [] }, language));
    expectGoodView(weekModal({ ...list, department }, language));
    expectGoodView(copyModal({ from: '2026-01-01' }, language));
    const shown = { span, proposals, without: departments.map(({ name }) => name), request };
    expectGoodView(proposalsModal({ ...shown, vat: 'excl', metadata: '{}', isAnew: true }, language));
    expectGoodView(proposalsModal({ ...shown, proposals: [], vat: 'excl', metadata: '{}' }, language));
    expectGoodView(fileModal(list, language));
  });

  test('names mistakes without end, as many as there is room for', () => {
    const errors = Array.from({ length: 2_000 }, (_, line) => ({
      line: line + 1,
      kind: 'department' as const,
      typed: hardName(line),
      near: [hardName(line + 1)],
    }));

    expectGoodView(fileProblemModal({ kind: 'errors', errors }, { currency: 'EUR', language }));
    expectGoodView(fileProblemModal({ kind: 'empty' }, { currency: 'EUR', language }));
    expectGoodView(fileProblemModal({ kind: 'too-many', most: 5_000 }, { currency: 'EUR', language }));
  });

  test('what was attained is told with figures, and readable', () => {
    const details = { targets: result };

    expectGoodMessage(digestMessage(digestData(normalLog, undefined, { details }), language));
    expectGoodMessage(digestDetailsMessage(digestData(normalLog, undefined, { details }), language));
    expectGoodMessage(
      dayLogMessage(normalLog, {
        language,
        zone: 'Europe/Amsterdam',
        lastDay: '2025-11-12',
        isManager: true,
        targets: result,
      }),
    );
  });

  test('a target for each of very many departments leaves a digest that Slack takes', () => {
    const log = hugeLog();
    const all = new Map(log.departments.map(({ departmentId }) => [departmentId, attained]));
    const details = { targets: { ...noTargets, departments: all, total: [attained] } };

    expectGoodMessage(digestMessage(digestData(log, log, { details }), language));
    expectGoodMessage(digestDetailsMessage(digestData(log, log, { details }), language));
  });
});

test('where only some departments could be held, the total says over how many', () => {
  const message = digestMessage(digestData(normalLog, undefined, { details: { targets: result } }), 'en');

  expect(message.text).toContain('86% of the target, over 1 of 2 departments');
  expect(wordsIn(message.blocks).join('\n')).toContain('86% of the target of €2,000.00');
});
