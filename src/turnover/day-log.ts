import type { Department } from '../../models/department.ts';
import type { Figure } from '../../models/figure.ts';
import type { Link } from '../../models/link.ts';
import type { Share } from '../../models/mapping.ts';
import type { Store } from '../../models/store.ts';
import type { Vat } from '../../models/workspace.ts';
import type { Context } from '../context.ts';
import { allDepartments } from '../departments/in-order.ts';
import { type Closing, closingOf } from '../stores/closing.ts';
import { type Change, changesOf, type Entered, enteredIn, type ToldRevision, turnoverOf } from './changes.ts';
import type { FigureState } from './figure.ts';
import { type MappedFrom, placing, storeKey } from './placing.ts';
import { combined, movementParts, partOf } from './split.ts';
import { type Sum, sumByCurrency } from './sums.ts';
import type { Day } from './trading-day.ts';

/** One store's line of a day. */
export interface StoreLine {
  linkId: string;
  storeId: string;
  name: string;
  /** How much of the store is the department's, per cent; absent when all of it is. */
  percent?: number;
  /** Null: it was not read, which is not the same as no sales. */
  figure: FigureLine | null;
  /** It is meant to be closed on that day, and had no sales: its zero says nothing of how it does. */
  closed?: true;
}

export interface FigureLine {
  currency: string;
  /** Minor units, including or excluding VAT as the workspace chose. */
  turnover: number;
  sales: number;
  state: FigureState;
  firstImportedAt: Date;
  importedAt: Date;
  /** How it changed since it was first imported, oldest first. */
  changes: Change[];
  /** What of it are refunds, minor units below zero; absent where it is not known. */
  refunds?: { sales: number; turnover: number };
  /** Entered by hand, and not released: why and by whom. */
  entered?: Entered;
}

export interface DepartmentLine {
  departmentId: string;
  name: string;
  /** One a currency; empty when no store is in. */
  sums: Sum[];
  stores: StoreLine[];
}

/** `missing`: nothing was read; `partial`: some stores were not; `unknown`: Daybook read no account on that day. */
export type DayState = 'unknown' | 'missing' | 'partial' | 'provisional' | 'final';

/** Everything there is to say of a day. Digest, day log and export all tell from this. */
export interface DayLog {
  day: Day;
  vat: Vat;
  state: DayState;
  /** Over all departments, one a currency. */
  sums: Sum[];
  departments: DepartmentLine[];
  /** In no department yet, so in no total. */
  unmapped: StoreLine[];
  /** Left out on purpose. */
  ignored: StoreLine[];
  storesIn: number;
  storesExpected: number;
}

/** As much of a figure as a day log tells. */
export type ToldFigure = Pick<
  Figure,
  'linkId' | 'storeId' | 'currency' | 'gross' | 'tax' | 'sales' | 'state' | 'refunds'
> & { revisions: ToldRevision[] };

/** What of a figure is read for its amounts. */
export const amountFields = {
  _id: 0,
  linkId: 1,
  storeId: 1,
  day: 1,
  currency: 1,
  gross: 1,
  tax: 1,
  sales: 1,
  state: 1,
  refunds: 1,
} as const;

/** The same and its past, as far as it is told. */
export const toldFields = {
  ...amountFields,
  'revisions.at': 1,
  'revisions.source': 1,
  'revisions.gross': 1,
  'revisions.tax': 1,
  'revisions.sales': 1,
  'revisions.movements': 1,
  'revisions.reason': 1,
  'revisions.by': 1,
} as const;

/** What a day log is made of. */
export interface DayRecords {
  links: Pick<Link, '_id' | 'gaps'>[];
  stores: Store[];
  departments: Department[];
  mappings: MappedFrom[];
  figures: ToldFigure[];
  /** When stores are meant to be closed; absent where it does not matter. */
  closing?: Closing;
}

/** The log of a day: per department its turnover, its stores, and how their figures came about. */
export async function dayLog(context: Context, { day }: { day: Day }): Promise<DayLog> {
  const { models, workspace } = context;
  const [figures, setUp] = await Promise.all([
    models.figures.find({ workspaceId: workspace._id, day }, toldFields).lean<ToldFigure[]>(),
    setUpUntil(context, day),
  ]);
  return assembleDayLog({ ...setUp, figures }, { day, vat: workspace.vat });
}

/** What the logs of days up to one (included) are made of, beside their figures. */
export async function setUpUntil(context: Context, day: Day): Promise<Omit<DayRecords, 'figures'>> {
  const { models, workspace } = context;
  const workspaceId = workspace._id;
  // Last what runs at once: a query that cannot even be made would leave it behind, and its failure unheard.
  const [links, stores, mappings, closedDays, departments] = await Promise.all([
    models.links.find({ workspaceId }, { gaps: 1 }).lean(),
    models.stores.find({ workspaceId }).sort({ name: 1, storeId: 1 }).lean(),
    models.mappings
      .find({ workspaceId, from: { $lte: day } }, { _id: 0, linkId: 1, storeId: 1, from: 1, shares: 1 })
      .lean<MappedFrom[]>(),
    models.closedDays.find({ workspaceId }).lean(),
    allDepartments(context),
  ]);
  return { links, stores, departments, mappings, closing: closingOf(workspace, closedDays) };
}

/** The same from records at hand (pure). */
export function assembleDayLog(records: DayRecords, { day, vat }: { day: Day; vat: Vat }): DayLog {
  const figures = new Map(records.figures.map((figure) => [storeKey(figure), figure]));
  const placed = placing(records).on(day, figures);
  const parts = new Map<string, StoreLine[]>(records.departments.map(({ _id }) => [_id, []]));
  const closed = (store: Store, figure: ToldFigure | undefined): Pick<StoreLine, 'closed'> =>
    figure && isZero(figure) && records.closing?.(store, day) ? { closed: true } : {};
  for (const { store, figure, shares = [] } of placed) {
    const departments = combined(shares);
    for (const department of departments) {
      const part = departmentPart(store, figure, {
        shares,
        department,
        isWhole: departments.length === 1,
        vat,
      });
      parts.get(department.departmentId)?.push({ ...part, ...closed(store, figure) });
    }
  }
  const departments = records.departments.flatMap(({ _id, name }): DepartmentLine[] => {
    const stores = parts.get(_id) ?? [];
    return stores.length === 0 ? [] : [{ departmentId: _id, name, sums: sumByCurrency(stores), stores }];
  });
  const outside = placed
    .filter(({ shares }) => shares === undefined || shares.length === 0)
    .map(({ store, figure, shares }) => ({
      line: { ...storeLine(store, figure, vat), ...closed(store, figure) },
      shares,
    }));

  return {
    day,
    vat,
    ...wholeOf(departments),
    unmapped: outside.filter(({ shares }) => shares === undefined).map(({ line }) => line),
    ignored: outside.filter(({ shares }) => shares?.length === 0).map(({ line }) => line),
  };
}

/** The same log as far as some departments go; what is in no department is in none of them. */
export function narrowLog(log: DayLog, departmentIds: ReadonlySet<string>): DayLog {
  const departments = log.departments.filter(({ departmentId }) => departmentIds.has(departmentId));
  return { ...log, ...wholeOf(departments), unmapped: [], ignored: [] };
}

/** What departments say together. */
function wholeOf(departments: DepartmentLine[]) {
  const counted = departments.flatMap(({ stores }) => stores);
  return {
    state: stateOf(counted),
    sums: sumByCurrency(counted),
    departments,
    storesIn: storesAmong(counted.filter(({ figure }) => figure !== null)),
    storesExpected: storesAmong(counted),
  };
}

/** A department's line of a store of its own, or of which it has a share. */
function departmentPart(
  store: Store,
  figure: ToldFigure | undefined,
  {
    shares,
    department: { departmentId, weight },
    isWhole,
    vat,
  }: { shares: readonly Share[]; department: Share; isWhole: boolean; vat: Vat },
): StoreLine {
  if (isWhole) return storeLine(store, figure, vat);
  const part = figure && figurePart(figure, shares, departmentId);
  return { ...storeLine(store, part, vat), percent: weight / 100 };
}

function figurePart(figure: ToldFigure, shares: readonly Share[], departmentId: string): ToldFigure {
  const revisions: ToldRevision[] = [];
  for (const revision of figure.revisions) {
    const part = partOf(revision, shares, departmentId);
    const before = revisions.at(-1);
    const change = { gross: part.gross - (before?.gross ?? 0), tax: part.tax - (before?.tax ?? 0) };
    const movements = movementParts(revision.movements, shares, { departmentId, change });
    revisions.push({ ...revision, ...part, movements });
  }
  const refunds = figure.refunds && { refunds: partOf(figure.refunds, shares, departmentId) };
  return { ...figure, ...partOf(figure, shares, departmentId), ...refunds, revisions };
}

function isZero({ sales, gross, tax }: ToldFigure): boolean {
  return sales === 0 && gross === 0 && tax === 0;
}

/** A store that several departments share is one store. */
function storesAmong(lines: readonly StoreLine[]): number {
  return new Set(lines.map(storeKey)).size;
}

function storeLine({ linkId, storeId, name }: Store, figure: ToldFigure | undefined, vat: Vat): StoreLine {
  const first = figure?.revisions[0];
  const last = figure?.revisions.at(-1);
  if (!figure || !first || !last) return { linkId, storeId, name, figure: null };
  const entered = enteredIn(last);
  return {
    linkId,
    storeId,
    name,
    figure: {
      currency: figure.currency,
      turnover: turnoverOf(figure, vat),
      sales: figure.sales,
      state: figure.state,
      firstImportedAt: first.at,
      importedAt: last.at,
      changes: changesOf(figure.revisions, vat),
      ...(figure.refunds
        ? { refunds: { sales: figure.refunds.sales, turnover: turnoverOf(figure.refunds, vat) } }
        : {}),
      ...(entered ? { entered } : {}),
    },
  };
}

function stateOf(counted: readonly StoreLine[]): DayState {
  const figures = counted.flatMap(({ figure }) => (figure ? [figure] : []));
  if (counted.length === 0) return 'unknown';
  if (figures.length === 0) return 'missing';
  if (figures.length < counted.length) return 'partial';
  return figures.some(({ state }) => state === 'provisional') ? 'provisional' : 'final';
}
