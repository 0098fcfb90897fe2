import type { KnownBlock, ModalView } from '@slack/types';
import { dayText, type Language, list, money, moneyChange, timeText } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { Message } from '../../src/slack/message.ts';
import type { Cause, Finding, Reconciliation } from '../../src/turnover/reconcile.ts';
import type { DayReconciliation, NoQuestion } from '../../src/turnover/reconcile-day.ts';
import type { Day } from '../../src/turnover/trading-day.ts';
import { asText, context, cut, option, plain, section, sections } from '../blocks.ts';
import { actions, callbacks, fields } from '../ids.ts';
import { modal } from '../modal.ts';
import { nameList } from '../name-list.ts';
import { amountInput } from './manual-blocks.ts';
import { reportLines, unreadLines } from './notes.ts';

/** How many characters the names of one cause may take: Slack refuses a message with more than about 13,000 in all. */
const roomForNames = 600;

interface Look {
  language: Language;
  /** The zone in which times are told. */
  zone: string;
}

/** Asks for the total of another report; for its currency only where the day has several. */
export function reconcileModal(
  { day, currencies }: { day: Day; currencies: readonly string[] },
  language: Language,
): ModalView {
  const { reconcile } = texts(language);
  const options = currencies.map((currency) => option(currency, currency));
  const currencySelect: KnownBlock = {
    type: 'input',
    block_id: fields.currency,
    label: plain(reconcile.currency),
    element: { type: 'static_select', action_id: actions.input, options },
  };
  return modal(
    {
      callback: callbacks.reconcile,
      title: reconcile.title,
      submit: reconcile.submit,
      metadata: day,
      blocks: [
        section(reconcile.intro(dayText(day, language))),
        amountInput(fields.amount, reconcile.amount, reconcile.amountHint),
        ...(options.length > 1 ? [currencySelect] : []),
      ],
    },
    language,
  );
}

/** Whether an amount matches a day, and if not, what makes the difference. */
export function reconciliationMessage(held: DayReconciliation, look: Look): Message {
  const { reconciliation, unread, series } = held;
  const { language } = look;
  const { reconcile, dayActions } = texts(language);
  const headline = headlineOf(held, language);
  const lines = [
    ...(reconciliation.difference === 0 ? [] : findingLines(reconciliation, look)),
    ...unreadLines(unread, language),
    ...(unread.length > 0 ? [reconcile.notTried] : []),
  ];
  return {
    text: [headline, ...lines].join('\n'),
    blocks: [
      section(headline),
      ...sections(lines),
      context(
        ...currencyLine(held, language),
        ...incompleteLine(held, language),
        ...reportLines(series, reconciliation.vat, language),
        dayActions.nothingChanged,
      ),
    ],
  };
}

function headlineOf({ day, reconciliation }: DayReconciliation, language: Language): string {
  const say = texts(language);
  const { asked, total, difference, currency, vat } = reconciliation;
  const amount = (minor: number) => money(minor, currency, language);
  const [label, text] = [say.vat[vat], dayText(day, language)];
  if (difference === 0) return say.reconcile.matches(amount(total), label, text);
  const change = moneyChange(difference, currency, language);
  return say.reconcile.differs(amount(asked), amount(total), label, text, change);
}

function findingLines({ explained, others, currency }: Reconciliation, look: Look): string[] {
  const { reconcile } = texts(look.language);
  const line = (finding: Finding) => findingLine(finding, currency, look);
  const rest = others.map(line);
  if (explained.length === 0 && rest.length === 0) return [reconcile.noCause];
  if (explained.length === 0) return [`*${reconcile.unexplained}*`, ...rest];
  return [
    `*${reconcile.explained(explained.length)}*`,
    ...explained.map(line),
    ...(rest.length > 0 ? [reconcile.others, ...rest] : []),
  ];
}

function findingLine({ cause, amount, total, vat }: Finding, currency: string, look: Look): string {
  const { language } = look;
  const say = texts(language);
  return say.reconcile.line(
    causeText(cause, { vat: say.vat[vat] }, look),
    moneyChange(amount, currency, language),
    money(total, currency, language),
    say.vat[vat],
  );
}

function causeText(cause: Cause, { vat }: { vat: string }, { language, zone }: Look): string {
  const say = texts(language).reconcile.cause;
  switch (cause.kind) {
    case 'vat':
      return say.vat(vat);
    case 'cut-off':
      return say.cutOff;
    case 'refund-day':
      return say.refunds(cause.sales);
    case 'open-sale':
      return say.open(cause.sales);
    case 'earlier':
      return say.earlier(timeText(cause.at, zone, language));
    case 'changed-since':
      return say.changedSince;
    default:
      return say[cause.kind](nameList(cause.stores, language, roomForNames));
  }
}

function currencyLine({ reconciliation, otherCurrencies }: DayReconciliation, language: Language): string[] {
  if (otherCurrencies.length === 0) return [];
  return [texts(language).reconcile.currencyMeant(reconciliation.currency, list(otherCurrencies, language))];
}

function incompleteLine({ storesIn, storesExpected }: DayReconciliation, language: Language): string[] {
  return storesIn < storesExpected ? [texts(language).reconcile.storesIn(storesIn, storesExpected)] : [];
}

/** Why an amount cannot be held against a day. */
export function noQuestionText(
  problem: NoQuestion,
  { day, typed, language }: { day: Day; typed: string; language: Language },
): string {
  const { reconcile, dayActions } = texts(language);
  const text = asText(cut(typed, 40));
  switch (problem.kind) {
    case 'not-over':
      return dayActions.notOver(dayText(day, language));
    case 'no-figures':
      return reconcile.noFigures(dayText(day, language));
    case 'which-currency':
      return reconcile.whichCurrency(list(problem.currencies, language), day, problem.currencies[0] ?? '');
    case 'amount':
      return problem.read.kind === 'ambiguous'
        ? reconcile.ambiguous(text, ...problem.read.readings)
        : reconcile.unreadable(text, problem.currency);
  }
}
