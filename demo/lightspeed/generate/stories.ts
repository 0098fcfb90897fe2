import { paidInFull } from '../world/lines.ts';
import { amountsOf } from '../world/tax.ts';
import type { Amounts, Change, Line, Payment, Taxes } from '../world/types.ts';
import type { RKind } from './kinds.ts';
import type { Random } from './random.ts';

export const minute = 60_000;
const hour = 60 * minute;
export const day = 24 * hour;

/** No generated sale changes or completes later than this after it was made. */
export const LONGEST_STORY = 15 * day;

/** What a story is told from: goods on the counter at an instant. */
export type Counter = { random: Random; at: number; lines: readonly Line[]; taxes: Taxes; cashStep: number };

export const opened = (at: number, lines: readonly Line[], amounts: Amounts): Change => ({
  at,
  patch: { completed: false, completeTime: null, lines, amounts },
});

export const completedAt = (
  at: number,
  payments: readonly Payment[],
  change = 0,
  completeTime = at,
): Change => ({
  at,
  patch: { completed: true, completeTime, payments, change },
});

export const afterSeconds = ({ at, random }: Counter): number => at + random.whole(20, 240) * 1000;

/** Rung up, then paid by card or with a note that needs change; refunds give the money back. */
export const plain = (counter: Counter): Change[] => {
  const { random, lines, taxes, cashStep } = counter;
  const amounts = amountsOf(lines, taxes);
  const done = afterSeconds(counter);
  const cash = random.next() < 0.25;
  const change = cash && amounts.total > 0 ? (cashStep - (amounts.total % cashStep)) % cashStep : 0;
  const payments = paidInFull(cash ? 'cash' : 'credit card', amounts.total, done);
  return [opened(counter.at, lines, amounts), completedAt(done, payments, change)];
};

const discounted = (counter: Counter): Change[] => {
  const percent = counter.random.whole(1, 6) * 5;
  const lines = counter.lines.map((line) => ({
    ...line,
    discount: Math.floor((line.quantity * line.unitPrice * percent) / 100),
  }));
  return plain({ ...counter, lines });
};

const tipped = (counter: Counter): Change[] => {
  const amounts = amountsOf(counter.lines, counter.taxes);
  const done = afterSeconds(counter);
  const tip = Math.floor(amounts.total / 10);
  const payment: Payment = { kind: 'credit card', amount: amounts.total, tip, at: done };
  return [opened(counter.at, counter.lines, amounts), completedAt(done, [payment])];
};

const paidByGiftCard = (counter: Counter): Change[] => {
  const amounts = amountsOf(counter.lines, counter.taxes);
  const done = afterSeconds(counter);
  return [
    opened(counter.at, counter.lines, amounts),
    completedAt(done, paidInFull('gift card', amounts.total, done)),
  ];
};

/** Money comes in, the same goes onto the card: a completed sale of 0. */
const giftCardLoad = (counter: Counter): Change[] => {
  const done = afterSeconds(counter);
  const load = counter.random.whole(1, 5) * 2 * counter.cashStep;
  const line: Line = {
    itemID: 0,
    quantity: 1,
    unitPrice: 0,
    discount: 0,
    taxClass: 'standard',
    parentSaleLineID: 0,
  };
  const amounts = amountsOf([line], counter.taxes);
  const payments: Payment[] = [
    { kind: 'gift card', amount: -load, tip: 0, at: done },
    { kind: 'cash', amount: load, tip: 0, at: done },
  ];
  return [opened(counter.at, [line], amounts), completedAt(done, payments)];
};

/** Some goods come back, others go out. */
const exchange = (counter: Counter): Change[] => {
  const [first, ...others] = counter.lines;
  if (first === undefined) return plain(counter);
  const back = { ...first, quantity: -first.quantity };
  const out = others.length > 0 ? others : [{ ...first, quantity: 1 }];
  return plain({ ...counter, lines: [back, ...out] });
};

/** Mostly the same day, often the next (a night has seen it by then), sometimes when nobody looks any more. */
const whenNoticed = (random: Random): number => {
  const chance = random.next();
  if (chance < 0.4) return random.whole(5, 90) * minute;
  if (chance < 0.75) return day + random.whole(-120, 120) * minute;
  return random.whole(3, 9) * day;
};

const voidedLater = (counter: Counter): Change[] => {
  const told = plain(counter);
  const done = told.at(-1)?.at ?? counter.at;
  return [...told, { at: done + whenNoticed(counter.random), patch: { voided: true } }];
};

/** Left open at the till; completed days later, with the time the customer really paid. */
const completedLate = (counter: Counter): Change[] => {
  const [begun] = plain(counter);
  const paid = afterSeconds(counter);
  const amounts = amountsOf(counter.lines, counter.taxes);
  const noticed = counter.at + counter.random.whole(1, 3) * day + counter.random.whole(-60, 60) * minute;
  const late = completedAt(noticed, paidInFull('credit card', amounts.total, paid), 0, paid);
  return begun === undefined ? [late] : [begun, late];
};

const editedADayLater = (counter: Counter): Change[] => {
  const told = plain(counter);
  const at = (told.at(-1)?.at ?? counter.at) + day + counter.random.whole(-60, 60) * minute;
  const lines = counter.lines.map((line, index) =>
    index === 0 ? { ...line, unitPrice: Math.max(1, Math.floor(line.unitPrice * 0.9)) } : line,
  );
  const amounts = amountsOf(lines, counter.taxes);
  return [...told, { at, patch: { lines, amounts, payments: paidInFull('credit card', amounts.total, at) } }];
};

/** Real accounts have open sales with and without payments, and with and without lines. */
const leftOpen = (counter: Counter): Change[] => {
  const lines = counter.random.next() < 0.2 ? [] : counter.lines;
  const amounts = amountsOf(lines, counter.taxes);
  const begun = opened(counter.at, lines, amounts);
  if (counter.random.next() < 0.4) return [begun];
  const at = afterSeconds(counter);
  return [begun, { at, patch: { payments: paidInFull('cash', Math.floor(amounts.total / 2), at) } }];
};

const cancelled = (counter: Counter): Change[] => [
  opened(counter.at, counter.lines, amountsOf(counter.lines, counter.taxes)),
  { at: afterSeconds(counter), patch: { archived: true } },
];

export type Story = (counter: Counter) => Change[];

/** What happens to a sale of each kind. A refund's lines come in negative; the story is the plain one. */
export const rStories: Record<RKind, Story> = {
  plain,
  discounted,
  tipped,
  'paid by gift card': paidByGiftCard,
  refund: plain,
  exchange,
  'gift card load': giftCardLoad,
  'voided later': voidedLater,
  'completed late': completedLate,
  'edited a day later': editedADayLater,
  'left open': leftOpen,
  cancelled,
};
