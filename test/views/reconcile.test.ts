import { describe, expect, test } from 'vitest';
import { languages } from '../../src/language/format.ts';
import type { Cause, Finding, Reconciliation } from '../../src/turnover/reconcile.ts';
import type { DayReconciliation, NoQuestion } from '../../src/turnover/reconcile-day.ts';
import {
  noQuestionText,
  reconcileModal,
  reconciliationMessage,
} from '../../views/day-actions/reconcile-blocks.ts';
import { link } from './support/links.ts';
import { hardName, hardNames } from './support/records.ts';
import { expectGoodMessage, expectGoodView, expectReadable, wordsIn } from './support/words.ts';

const day = '2025-11-12';
const look = { language: 'en', zone: 'Europe/Amsterdam' } as const;

const finding = (cause: Cause, amount = 1_000): Finding => ({ cause, amount, total: 36_000, vat: 'excl' });

const causes: Cause[] = [
  { kind: 'vat' },
  { kind: 'cut-off' },
  { kind: 'refund-day', sales: 1 },
  { kind: 'open-sale', sales: 2 },
  { kind: 'unmapped', stores: ['Warehouse & co'] },
  { kind: 'ignored', stores: ['Test till'] },
  { kind: 'outside', stores: ['Warehouse & co', 'Test till'] },
  { kind: 'earlier', at: new Date('2025-11-13T02:04:00Z') },
  { kind: 'changed-since' },
];

const held = (
  more: Partial<Reconciliation> = {},
  day_: Partial<DayReconciliation> = {},
): DayReconciliation => ({
  day,
  reconciliation: {
    currency: 'EUR',
    vat: 'excl',
    asked: 36_000,
    total: 35_000,
    difference: 1_000,
    explained: [],
    others: [],
    ...more,
  },
  storesIn: 2,
  storesExpected: 2,
  unread: [],
  otherCurrencies: [],
  series: ['r'],
  ...day_,
});

describe('what comes of reconciling', () => {
  test('that matches is said with the amount, the VAT and the day', () => {
    const message = reconciliationMessage(held({ asked: 35_000, difference: 0 }), look);

    expectGoodMessage(message);
    expect(message.text).toBe('*It matches:* Daybook has €350.00 excl. VAT on Wed 12 Nov 2025.');
  });

  test('names the difference, what explains it, and then what else there is', () => {
    const message = reconciliationMessage(
      held({
        explained: [finding({ kind: 'open-sale', sales: 1 })],
        others: [finding({ kind: 'vat' }, 7_350)],
      }),
      look,
    );

    expectGoodMessage(message);
    expect(message.text.split('\n')).toEqual([
      'The other report says €360.00, Daybook has €350.00 excl. VAT on Wed 12 Nov 2025: a difference of *+€10.00*.',
      '*This explains it to the cent:*',
      '• one sale begun that day and still open: +€10.00, makes €360.00 excl. VAT',
      'What else there is of that day:',
      '• the same turnover told excl. VAT: +€73.50, makes €360.00 excl. VAT',
    ]);
  });

  test('without any cause says that', () => {
    expect(reconciliationMessage(held(), look).text).toContain('Daybook knows of nothing');
  });

  test('says what was not tried when an account could not be read', () => {
    const unread = [{ link: link(1), failure: 'LightspeedDownError' }];

    const message = reconciliationMessage(held({}, { unread }), look);

    expectGoodMessage(message);
    expect(message.text).toContain('*Blad &amp; Boon* could not be read.');
    expect(message.text).toContain('were not tried');
    expect(message.text).not.toContain('LightspeedDownError');
  });

  test('says which currency was meant and that stores are missing', () => {
    const message = reconciliationMessage(held({}, { otherCurrencies: ['CAD', 'JPY'], storesIn: 1 }), look);

    expectGoodMessage(message);
    expect(wordsIn(message.blocks).join('\n')).toContain('in EUR; there is also CAD and JPY on that day');
    expect(wordsIn(message.blocks).join('\n')).toContain('1 of 2 stores in: the total is not complete.');
  });

  test.each(languages)('can be read for every cause at once (%s)', (language) => {
    const findings = causes.map((cause) => finding(cause));
    const both = { ...look, language };

    expectGoodMessage(reconciliationMessage(held({ explained: findings, others: findings }), both));
    for (const vat of ['incl', 'excl'] as const) {
      expectGoodMessage(reconciliationMessage(held({ vat, others: findings }, { series: ['r', 'x'] }), both));
    }
  });

  test.each(languages)('fits with 300 stores in no total (%s)', (language) => {
    const stores = Array.from({ length: 300 }, (_, number) => hardName(number));
    const findings = (['unmapped', 'ignored', 'outside'] as const).map((kind) => finding({ kind, stores }));

    expectGoodMessage(
      reconciliationMessage(held({ explained: findings, others: findings }), { ...look, language }),
    );
  });
});

describe('the form to reconcile', () => {
  test.each(languages)('asks for the currency only where there are several (%s)', (language) => {
    const one = reconcileModal({ day, currencies: ['EUR'] }, language);
    const two = reconcileModal({ day, currencies: ['EUR', 'JPY'] }, language);

    expectGoodView(one);
    expectGoodView(two);
    expect(JSON.stringify(one.blocks)).not.toContain('static_select');
    expect(wordsIn(two.blocks)).toEqual(expect.arrayContaining(['EUR', 'JPY']));
  });
});

const problems: NoQuestion[] = [
  { kind: 'not-over' },
  { kind: 'no-figures' },
  { kind: 'which-currency', currencies: ['EUR', 'JPY'] },
  { kind: 'amount', currency: 'EUR', read: { kind: 'ambiguous', readings: ['1.234', '1234.00'] } },
  { kind: 'amount', currency: 'EUR', read: { kind: 'unreadable' } },
];

describe.each(languages)('an amount that cannot be held against a day (%s)', (language) => {
  test.each(problems)('says why and what to do: %j', (problem) => {
    for (const typed of [...hardNames, '', '😀'.repeat(39)]) {
      expectReadable(noQuestionText(problem, { day, typed, language }));
    }
  });
});

test('both readings of an amount are written as a Dutch reader writes amounts', () => {
  const problem: NoQuestion = {
    kind: 'amount',
    currency: 'EUR',
    read: { kind: 'ambiguous', readings: ['8000', '8.000'] },
  };

  const [en, nl] = languages.map((language) => noQuestionText(problem, { day, typed: '8.000', language }));

  expect(en).toContain('may mean 8000 or 8.000.');
  expect(nl).toContain('kan 8000 of 8,000 zijn.');
});
