import { type Connection, Schema } from 'mongoose';
import type { Amounts, FigureSource, FigureState, Movement, Refunds } from '../src/turnover/figure.ts';
import { wall } from './wall.ts';

/** One writing of a figure. The first one has no movements; a night's later one says what moved it. */
export interface Revision extends Amounts {
  at: Date;
  source: FigureSource;
  state: FigureState;
  movements: Movement[];
  /** Entered by hand: why, in the person's words, and by whom. */
  reason?: string;
  by?: string;
}

/** One store's turnover of one day, with its past. */
export interface Figure extends Amounts {
  workspaceId: string;
  linkId: string;
  storeId: string;
  day: string;
  currency: string;
  state: FigureState;
  /** What of it are refunds: sales below zero. Absent in figures entered by hand, or by an earlier version. */
  refunds?: Refunds;
  /** Oldest first; the last one is what the figure says now. */
  revisions: Revision[];
}

const minor = { type: Number, required: true, validate: Number.isSafeInteger } as const;
const amounts = { gross: minor, net: minor, tax: minor, sales: minor } as const;
const states = ['provisional', 'final', 'reimported', 'manual'] as const;

const movement = new Schema<Movement>(
  {
    kind: { type: String, enum: ['voided', 'late', 'refund', 'edited', 'moved', 'gone'], required: true },
    sales: minor,
    gross: minor,
    tax: minor,
  },
  { _id: false },
);

const revision = new Schema<Revision>(
  {
    at: { type: Date, required: true },
    source: {
      type: String,
      enum: ['night', 'catch-up', 'import-now', 'backfill', 'reimport', 'manual'],
      required: true,
    },
    state: { type: String, enum: states, required: true },
    ...amounts,
    movements: { type: [movement], required: true },
    reason: { type: String },
    by: { type: String },
  },
  { _id: false },
);

const schema = new Schema<Figure>(
  {
    workspaceId: { type: String, required: true },
    linkId: { type: String, required: true },
    storeId: { type: String, required: true },
    day: { type: String, required: true, match: /^\d{4}-\d{2}-\d{2}$/ },
    currency: { type: String, required: true },
    state: { type: String, enum: states, required: true },
    ...amounts,
    refunds: { type: new Schema({ sales: minor, gross: minor, tax: minor }, { _id: false }) },
    revisions: { type: [revision], required: true },
  },
  { collection: 'figures', versionKey: false },
);
schema.index(
  { workspaceId: 1, day: 1, linkId: 1, storeId: 1 },
  { name: 'one_figure_per_store_and_day', unique: true },
);
// All that a total needs, so that a year of many stores is added up without reading a single document.
schema.index(
  { workspaceId: 1, day: 1, linkId: 1, storeId: 1, currency: 1, gross: 1, tax: 1, sales: 1, state: 1 },
  { name: 'what_totals_need' },
);
schema.index(
  { workspaceId: 1, day: 1 },
  { name: 'still_provisional', partialFilterExpression: { state: 'provisional' } },
);
schema.plugin(wall);

export const figureModel = (connection: Connection) => connection.model('Figure', schema);
