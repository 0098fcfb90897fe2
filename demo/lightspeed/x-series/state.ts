import type { SaleAttribute, SaleView } from '../world/types.ts';

export type State = 'parked' | 'pending' | 'closed' | 'voided';

/** Invented: a deleted sale shows as voided, with a deleted_at. */
export const stateOf = (sale: SaleView): State => {
  if (sale.voided || sale.archived) return 'voided';
  if (sale.completed) return 'closed';
  return sale.pending ? 'pending' : 'parked';
};

const pendingStatus: Record<SaleAttribute, string> = {
  delivery: 'AWAITING_DISPATCH',
  pickup: 'AWAITING_PICKUP',
  service: 'SERVICE',
  layby: 'LAYBY',
  onaccount: 'ONACCOUNT',
};

const closedStatus: Record<SaleAttribute, string> = {
  delivery: 'DISPATCHED_CLOSED',
  pickup: 'PICKED_UP_CLOSED',
  service: 'SERVICE_CLOSED',
  layby: 'LAYBY_CLOSED',
  onaccount: 'ONACCOUNT_CLOSED',
};

// One old status cannot say two attributes. Invented: how the goods leave wins over how they are paid.
const loudest: readonly SaleAttribute[] = ['delivery', 'pickup', 'service', 'layby', 'onaccount'];

/** The old word for a state and its attributes. */
export const statusOf = (sale: SaleView): string => {
  const attribute = loudest.find((one) => sale.attributes.includes(one));
  switch (stateOf(sale)) {
    case 'voided':
      return 'VOIDED';
    case 'parked':
      return 'SAVED';
    case 'pending':
      return attribute === undefined ? 'OPEN' : pendingStatus[attribute];
    case 'closed':
      return attribute === undefined ? 'CLOSED' : closedStatus[attribute];
  }
};

/** The day a sale belongs to: when it was closed or, whatever it waits for, when it was rung up. Epoch milliseconds. */
export const saleDate = (sale: SaleView): number =>
  (sale.completed ? sale.completeTime : null) ?? sale.sale.createTime;
