/** Who works on a document, until when, and the fencing token that outlives a process which only seemed dead. */
export interface Lease {
  token: number;
  until: Date | null;
  /** Signs of life: raised with every write under the lease, so that two holders can never both commit. */
  beats: number;
}

export const leaseFields = {
  token: { type: Number, required: true, default: 0 },
  until: { type: Date, default: null },
  beats: { type: Number, required: true, default: 0 },
} as const;

/** How long work may go without a sign of life before another process takes it over, milliseconds. */
export const leaseLength = 120_000;
