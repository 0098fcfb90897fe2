import { paidInFull } from '../world/lines.ts';
import { amountsOf } from '../world/tax.ts';
import type { Change, SaleAttribute } from '../world/types.ts';
import type { XKind } from './kinds.ts';
import {
  afterSeconds,
  type Counter,
  completedAt,
  day,
  minute,
  opened,
  plain,
  type Story,
} from './stories.ts';

/** The sale opens as pending; the customer pays or fetches the goods between `soonest` and `latest` days later. */
const pendingFor = (
  counter: Counter,
  attributes: readonly SaleAttribute[],
  [soonest, latest]: readonly [number, number],
): Change[] => {
  const { random, at, lines, taxes } = counter;
  const amounts = amountsOf(lines, taxes);
  const begun = opened(at, lines, amounts);
  const waiting: Change = { ...begun, patch: { ...begun.patch, pending: true, attributes } };
  const done = at + random.whole(soonest, latest) * day + random.whole(5, 90) * minute;
  // Documented for laybys only: whenever it closes, a sale keeps the day it began on.
  return [waiting, completedAt(done, paidInFull('credit card', amounts.total, done), 0, at)];
};

const waitingFor =
  (attributes: readonly SaleAttribute[], days: readonly [number, number]): Story =>
  (counter) =>
    pendingFor(counter, attributes, days);

/** Never paid off: voided a week or so after it began. */
const laybyGivenUp: Story = (counter) => {
  const [begun] = pendingFor(counter, ['layby'], [0, 0]);
  const at = counter.at + counter.random.whole(5, 12) * day;
  return begun === undefined ? [] : [begun, { at, patch: { voided: true } }];
};

/** Three quarters of a percent of the goods, in the total but in no line, untaxed. */
const withCardFee: Story = (counter) => {
  const amounts = amountsOf(counter.lines, counter.taxes);
  const fee = Math.max(1, Math.floor((amounts.total * 3) / 400));
  const withFee = { ...amounts, subtotal: amounts.subtotal + fee, total: amounts.total + fee };
  const done = afterSeconds(counter);
  const begun = opened(counter.at, counter.lines, withFee);
  return [
    { ...begun, patch: { ...begun.patch, fee } },
    completedAt(done, paidInFull('credit card', withFee.total, done)),
  ];
};

/** A service is often begun and paid in one visit. */
const serviced: Story = (counter) => {
  if (counter.random.next() < 0.5) return pendingFor(counter, ['service'], [1, 6]);
  return plain(counter).map((change) => ({ ...change, patch: { ...change.patch, attributes: ['service'] } }));
};

export const xStories: Record<XKind, Story> = {
  'on account': waitingFor(['onaccount'], [2, 13]),
  'on account and delivered': waitingFor(['onaccount', 'delivery'], [1, 9]),
  layby: waitingFor(['layby'], [1, 12]),
  'layby given up': laybyGivenUp,
  'picked up': waitingFor(['pickup'], [0, 3]),
  delivered: waitingFor(['delivery'], [1, 4]),
  serviced,
  'with a card fee': withCardFee,
};
